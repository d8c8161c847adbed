import type { Tier } from '@parley/kernel';
import { isFacts, numberIn, textIn } from '../docket/read-facts';
import type { Facts } from '../docket/public-fact';
import type { RecordedFact } from '../history/recorded-fact';

/** Bytes of an exhibit: the original, its public version, or a translation. */
export interface CopyEver {
  readonly copy: string;
  readonly digest: string;
  readonly sizeBytes: number;
}

/** An exhibit that was ever accepted, as the record has it now. */
export interface ExhibitEver {
  readonly number: string;
  /** Who reads it now, or did until it was taken back. */
  readonly tier: Tier;
  /** Everybody who could know of it at some time. */
  readonly known: ReadonlySet<Tier>;
  /** True when a tombstone stands in its place. */
  readonly gone: boolean;
  readonly copies: readonly CopyEver[];
}

/**
 * Every exhibit ever accepted, from what the record says in its own words: made here, apart from the service that shows
 * exhibits, so that a fault of that service shows.
 * @param facts of the evidence of one case, in their order
 */
export const exhibitsEver = (facts: Iterable<RecordedFact>): ReadonlyMap<string, ExhibitEver> =>
  everBegunBy('ExhibitAccepted', facts);

/** What the parties wrote in the case itself and translated: of it the translations are bytes that are kept here. */
export const documentsEver = (facts: Iterable<RecordedFact>): ReadonlyMap<string, ExhibitEver> =>
  everBegunBy('DocumentNoted', facts);

function everBegunBy(
  begin: 'ExhibitAccepted' | 'DocumentNoted',
  facts: Iterable<RecordedFact>,
): ReadonlyMap<string, ExhibitEver> {
  const exhibits = new Map<string, ExhibitEver>();
  for (const { type, tier, data } of facts) {
    if (!isFacts(data)) continue;
    const number = textIn(data, 'number');
    const before = exhibits.get(number);
    const after = type === begin ? accepted(number, tier, data) : before && changed(before, type, data);
    if (after) exhibits.set(number, after);
  }
  return exhibits;
}

const accepted = (number: string, tier: Tier, data: Facts): ExhibitEver => ({
  number,
  tier,
  known: new Set([tier]),
  gone: false,
  copies: copyIn(data, 'original'),
});

function changed(exhibit: ExhibitEver, type: string, data: Facts): ExhibitEver {
  switch (type) {
    case 'PublicVersionFiled':
      return {
        ...exhibit,
        known: new Set([...exhibit.known, 'PUBLIC']),
        copies: [...exhibit.copies, ...copyIn(data, 'public-version')],
      };
    case 'TranslationFiled':
      return { ...exhibit, copies: [...exhibit.copies, ...copyIn(data, `translation-${String(numberIn(data, 'n'))}`)] };
    case 'ExhibitWithdrawn':
      return { ...exhibit, gone: true };
    case 'ReadersAdded':
      return {
        ...exhibit,
        tier: textIn(data, 'to') as Tier,
        known: new Set([...exhibit.known, textIn(data, 'to') as Tier]),
      };
    case 'ReadersTakenAway':
      return textIn(data, 'to') === 'NOBODY'
        ? { ...exhibit, gone: true }
        : { ...exhibit, tier: textIn(data, 'to') as Tier };
    default:
      return exhibit;
  }
}

function copyIn(data: Facts, copy: string): readonly CopyEver[] {
  const { file } = data;
  return isFacts(file) ? [{ copy, digest: textIn(file, 'digest'), sizeBytes: numberIn(file, 'sizeBytes') }] : [];
}
