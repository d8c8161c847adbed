import type { Bilingual, Instant, Tier } from '@parley/kernel';
import type { Exhibit } from '../exhibits/exhibit-commands.rules';
import type { AssignmentId } from '../loans/loans.rules';
import type { Readers, ReadersReason } from '../readers/readers.rules';
import type { VisibleExhibit } from '../exhibits/file-exhibit';

/** One version of an exhibit, with who reads it and why not everybody does. */
export interface DisclosedVersion {
  /** `original`, `public-version`, or `translation-1`. */
  readonly version: string;
  readonly readers: Readers;
  readonly readableBy: Bilingual;
  /** Whether the reader of the index reads this version. */
  readonly yours: boolean;
  /** Coded reasons why others do not read it. There are none when everybody does, or when its party gave none. */
  readonly reasons: readonly ReadersReason[];
  /** Who decided that. */
  readonly by: 'its-party' | 'co-heads';
  readonly since: Instant;
  /**
   * Experts and third parties who have it on loan, by assignment. Only a reader who reads more of the case than
   * everybody does is told of them.
   */
  readonly lentTo: readonly AssignmentId[];
}

/** The readers of each tier, in words. */
export const READABLE_BY: Readonly<Record<Readers, Bilingual>> = {
  PUBLIC: { en: 'everybody', 'zh-Hans': '任何人' },
  PANEL: {
    en: 'both parties, the registry, the co-heads and the panel',
    'zh-Hans': '双方当事方、登记处、共同负责人和专家组',
  },
  PARTIES: { en: 'both parties, the registry and the co-heads', 'zh-Hans': '双方当事方、登记处和共同负责人' },
  NOBODY: { en: 'nobody any more', 'zh-Hans': '不再向任何人提供' },
};

/**
 * The versions of an exhibit that its reader may know of (I-15, I-50). A reader who sees the public version alone is
 * told no more than that version says: that there is an original, who may read it, and the coded reasons.
 */
export function disclosedVersions(seen: VisibleExhibit, tiers: ReadonlySet<Tier>): readonly DisclosedVersion[] {
  const { exhibit, extent } = seen;
  const { tier, publicVersion, withdrawn, tombstones, translations, acceptedAt } = exhibit;
  const readers: Readers = withdrawn ? 'NOBODY' : tier;
  const last = extent === 'tombstone' ? seen.tombstone : tombstones.findLast(({ from }) => tiers.has(from));
  const since = last?.at ?? (extent === 'whole' ? acceptedAt : (publicVersion?.filedAt ?? acceptedAt));
  const yours = extent === 'whole';
  const versionOf = (version: string, filedAt: Instant): DisclosedVersion => ({
    ...{ version, readers, readableBy: READABLE_BY[readers], yours },
    reasons: last ? [last.reason] : readers === 'PUBLIC' ? [] : reasonsOf(exhibit),
    by: last?.by ?? 'its-party',
    since: last ? since : filedAt,
    lentTo: [],
  });
  const published = publicVersion && !withdrawn ? [publicVersionRow(publicVersion.filedAt, tiers)] : [];
  const rendered = yours ? translations.map(({ n, filedAt }) => versionOf(`translation-${String(n)}`, filedAt)) : [];
  const lentTo = tiers.has('PANEL')
    ? exhibit.loans.flatMap((loan) => (loan.lent && !loan.ended ? [loan.to.assignment] : []))
    : [];
  return [{ ...versionOf('original', since), lentTo }, ...published, ...rendered];
}

const publicVersionRow = (since: Instant, tiers: ReadonlySet<Tier>): DisclosedVersion => ({
  version: 'public-version',
  readers: 'PUBLIC',
  readableBy: READABLE_BY.PUBLIC,
  yours: tiers.has('PUBLIC'),
  reasons: [],
  by: 'its-party',
  since,
  lentTo: [],
});

const reasonsOf = ({ publicVersion }: Exhibit): readonly ReadersReason[] =>
  publicVersion ? [...new Set([publicVersion.reason, ...publicVersion.removals.map(({ reason }) => reason)])] : [];
