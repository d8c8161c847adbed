import { rulesAt, type CommandContext, type CommandOutcome } from '@parley/event-store';
import type { CaseId, PartyCode, Tier } from '@parley/kernel';
import type { EvidenceState, KnownCase } from '../casefile/casefile.rules';
import type { Casefiles } from '../casefile/casefiles';
import type { ClaimLateEntry } from '@parley/procedure';
import { withKeyedDigest, type Redactions } from '../public-version/check-redaction';
import { publicVersionRefusals, type RedactionCheck } from '../public-version/redaction.rules';
import type { Tombstone } from '../readers/readers.rules';
import type { FileTranslation } from '../translations/translations.rules';
import type { Uploads } from '../uploads/uploads';
import type {
  Act,
  Exhibit,
  FileExhibit,
  FilePublicVersion,
  OfferedPublicVersion,
  PublicVersion,
  RedactionReason,
  ReferredBytes,
} from './exhibit-commands.rules';
import type { FileExhibits } from './file-exhibits.rules';

/** Bytes as a request refers to them. */
export type NamedBytes = Omit<ReferredBytes, 'upload'>;

/** A passage that was left out, and why. It is searched for and then forgotten. */
export interface RemovedPassage {
  readonly passage: string;
  readonly reason: RedactionReason;
}

export interface NamedPublicVersion {
  readonly bytes: NamedBytes;
  readonly reason: RedactionReason;
  readonly removed: readonly RemovedPassage[];
}

export type ExhibitToFile = Omit<FileExhibit, 'type' | 'bytes' | 'publicVersion' | 'ruleSetVersion'> & {
  readonly bytes: NamedBytes;
  readonly publicVersion: NamedPublicVersion | null;
};
export type TranslationToFile = Omit<FileTranslation, 'type' | 'bytes'> & { readonly bytes: NamedBytes };
export type PublicVersionToFile = Omit<FilePublicVersion, 'type' | keyof OfferedPublicVersion> & NamedPublicVersion;

/**
 * Files exhibits, public versions and translations, which refer to uploads. Each upload is claimed before the act is
 * decided, so that no sweep removes it meanwhile.
 */
export class FileExhibitHandler {
  constructor(
    private readonly casefiles: Casefiles,
    private readonly uploads: Uploads,
    private readonly redactions: Redactions,
    /** Keys the digests of requests that name removed passages. */
    private readonly secret: Uint8Array,
  ) {}

  async file(caseId: CaseId, exhibit: ExhibitToFile, context: CommandContext): Promise<CommandOutcome<EvidenceState>> {
    const command = await this.ready(caseId, exhibit, context);
    return this.casefiles.act(caseId, command, this.contextOf(context, [exhibit]));
  }

  /** Files several exhibits of one party: all, or none. */
  async fileSeveral(
    caseId: CaseId,
    act: Act,
    exhibits: readonly ExhibitToFile[],
    context: CommandContext,
  ): Promise<CommandOutcome<EvidenceState>> {
    const ready: FileExhibit[] = [];
    for (const exhibit of exhibits) ready.push(await this.ready(caseId, exhibit, context));
    const command: FileExhibits = { ...act, type: 'FileExhibits', exhibits: ready };
    return this.casefiles.act(caseId, command, this.contextOf(context, exhibits));
  }

  /** An exhibit with its bytes claimed, and its public version searched. */
  private async ready(caseId: CaseId, exhibit: ExhibitToFile, context: CommandContext): Promise<FileExhibit> {
    const { party, publicVersion } = exhibit;
    const command: FileExhibit = {
      ...exhibit,
      type: 'FileExhibit',
      ruleSetVersion: rulesAt(this.casefiles.ruleSetVersion, exhibit.receivedAt),
      bytes: await this.claimed(exhibit.bytes, party),
      publicVersion: publicVersion && (await this.offered(publicVersion, party)),
    };
    if (!publicVersion || !command.publicVersion) return command;
    const check = await this.searched(caseId, command, command.publicVersion, publicVersion, context);
    return { ...command, publicVersion: { ...command.publicVersion, check } };
  }

  /** A request that names removed passages leaves a keyed digest of itself alone. */
  private contextOf(context: CommandContext, exhibits: readonly ExhibitToFile[]): CommandContext {
    return exhibits.some(({ publicVersion }) => publicVersion) ? withKeyedDigest(context, this.secret) : context;
  }

  async publish(
    caseId: CaseId,
    version: PublicVersionToFile,
    context: CommandContext,
  ): Promise<CommandOutcome<EvidenceState>> {
    const { bytes, reason, removed, ...act } = version;
    const offered = await this.offered({ bytes, reason, removed }, act.party);
    const command: FilePublicVersion = { ...act, type: 'FilePublicVersion', ...offered };
    const check = await this.searched(caseId, command, offered, version, context);
    return this.casefiles.act(caseId, { ...command, check }, withKeyedDigest(context, this.secret));
  }

  /** @param entering makes of a translation that came by another channel the claim that it did */
  async translate(
    caseId: CaseId,
    translation: TranslationToFile,
    context: CommandContext,
    entering: (act: FileTranslation) => FileTranslation | ClaimLateEntry<FileTranslation>,
  ): Promise<CommandOutcome<EvidenceState>> {
    const bytes = await this.claimed(translation.bytes, translation.party);
    return this.casefiles.act(caseId, entering({ ...translation, type: 'FileTranslation', bytes }), context);
  }

  /** A public version that is not searched yet. */
  private async offered(
    { bytes, reason, removed }: NamedPublicVersion,
    party: PartyCode | null,
  ): Promise<OfferedPublicVersion> {
    const removals = countBy(removed.map((each) => each.reason)).map(([why, count]) => ({
      reason: why,
      passages: count,
    }));
    return { bytes: await this.claimed(bytes, party), reason, removals, check: { kind: 'not-searched' } };
  }

  /**
   * The result of searching a public version. A search is costly, so it runs only when nothing else bars the act. The
   * passages are not passed on from here.
   */
  private async searched(
    caseId: CaseId,
    command: FileExhibit | FilePublicVersion,
    { bytes, check }: OfferedPublicVersion,
    { removed }: Pick<NamedPublicVersion, 'removed'>,
    { actor, writeBefore }: CommandContext,
  ): Promise<RedactionCheck> {
    const bar = await this.casefiles.barTo(caseId, command, actor);
    if (bar?.reason.code !== publicVersionRefusals.publicVersionNotSearched.code) return check;
    return this.redactions.check(
      bytes,
      removed.map(({ passage }) => passage),
      writeBefore,
    );
  }

  private async claimed(bytes: NamedBytes, party: PartyCode | null): Promise<ReferredBytes> {
    return { ...bytes, upload: await this.uploads.claim(bytes.uploadId, party) };
  }
}

const countBy = <Key>(keys: readonly Key[]): readonly (readonly [Key, number])[] => {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts];
};

/**
 * An exhibit as far as a reader may see it. That is the whole, or only that there is a public version and that
 * something was left out of it, or the tombstone that stays where readers were taken away (I-42).
 */
export type VisibleExhibit =
  | { readonly extent: 'whole'; readonly exhibit: Exhibit }
  | { readonly extent: 'public-version'; readonly exhibit: Exhibit; readonly publicVersion: PublicVersion }
  | { readonly extent: 'tombstone'; readonly exhibit: Exhibit; readonly tombstone: Tombstone };

/** What a reader of some tiers may see of an exhibit; `undefined` when the reader may not even know that it exists. */
export function visible(exhibit: Exhibit | undefined, tiers: ReadonlySet<Tier>): VisibleExhibit | undefined {
  if (!exhibit) return undefined;
  const { tier, publicVersion, withdrawn, tombstones } = exhibit;
  if (!withdrawn && tiers.has(tier)) return { extent: 'whole', exhibit };
  if (!withdrawn && publicVersion && tiers.has('PUBLIC')) return { extent: 'public-version', exhibit, publicVersion };
  const tombstone =
    tombstones.findLast(({ from }) => tiers.has(from)) ?? (publicVersion && tiers.has('PUBLIC') ? withdrawn : null);
  return tombstone ? { extent: 'tombstone', exhibit, tombstone } : undefined;
}

/**
 * What a reader may see of an exhibit as it was then. It is no more than the reader sees now, so that looking back
 * restores nothing that was taken away.
 */
export function visibleThen(
  then: Exhibit | undefined,
  now: Exhibit | undefined,
  tiers: ReadonlySet<Tier>,
): VisibleExhibit | undefined {
  const [was, is] = [visible(then, tiers), visible(now, tiers)];
  if (!was || !is || is.extent === 'whole' || was.extent === 'tombstone') return was && is ? was : undefined;
  return is.extent === 'public-version' && was.exhibit.publicVersion
    ? visible({ ...was.exhibit, tier: is.exhibit.tier }, tiers)
    : is;
}

/** Everything that a reader may see, in the order of acceptance. What is sealed is neither shown nor counted (I-43). */
export const visibleExhibits = (
  { exhibits }: KnownCase,
  tiers: ReadonlySet<Tier>,
  present: KnownCase,
): readonly VisibleExhibit[] =>
  [...exhibits.values()].flatMap((exhibit) => visibleThen(exhibit, present.exhibits.get(exhibit.number), tiers) ?? []);
