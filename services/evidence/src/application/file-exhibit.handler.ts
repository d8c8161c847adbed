import { rulesAt, type CommandContext, type CommandOutcome } from '@parley/event-store';
import type { CaseId, PartyCode } from '@parley/kernel';
import type { EvidenceState } from '../domain/evidence-state';
import type { FileExhibit, FilePublicVersion, OfferedPublicVersion, ReferredBytes } from '../domain/exhibit-commands';
import type { RedactionReason } from '../domain/exhibit';
import type { EnterTranslation } from '../domain/fallback/fallback-commands';
import type { FileTranslation } from '../domain/translation/translation-commands';
import type { EvidenceDesk } from './evidence-desk';
import { withKeyedDigest } from './redaction/keyed-digest';
import type { Redactions } from './redaction/redactions';
import type { Uploads } from './uploads/uploads';

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
 * Files what refers to uploads. Each is claimed before the act is decided, so that no sweep takes it from under the
 * act.
 */
export class FileExhibitHandler {
  constructor(
    private readonly desk: EvidenceDesk,
    private readonly uploads: Uploads,
    private readonly redactions: Redactions,
    /** Under which the digests of requests that name removed passages are kept. */
    private readonly secret: Uint8Array,
  ) {}

  async file(caseId: CaseId, exhibit: ExhibitToFile, context: CommandContext): Promise<CommandOutcome<EvidenceState>> {
    const { party, publicVersion } = exhibit;
    const command: FileExhibit = {
      ...exhibit,
      type: 'FileExhibit',
      ruleSetVersion: rulesAt(this.desk.ruleSetVersion, exhibit.receivedAt),
      bytes: await this.claimed(exhibit.bytes, party),
      publicVersion: publicVersion && (await this.offered(publicVersion, party)),
    };
    return this.desk.act(caseId, command, publicVersion ? withKeyedDigest(context, this.secret) : context);
  }

  async publish(
    caseId: CaseId,
    version: PublicVersionToFile,
    context: CommandContext,
  ): Promise<CommandOutcome<EvidenceState>> {
    const { bytes, reason, removed, ...act } = version;
    return this.desk.act(
      caseId,
      { ...act, type: 'FilePublicVersion', ...(await this.offered({ bytes, reason, removed }, act.party)) },
      withKeyedDigest(context, this.secret),
    );
  }

  async translate(
    caseId: CaseId,
    translation: TranslationToFile,
    context: CommandContext,
  ): Promise<CommandOutcome<EvidenceState>> {
    const bytes = await this.claimed(translation.bytes, translation.party);
    return this.desk.act(caseId, { ...translation, type: 'FileTranslation', bytes }, context);
  }

  /** A translation that its party had handed in by another channel; its desk uploads it, too. */
  async enterTranslation(
    caseId: CaseId,
    translation: TranslationToFile,
    entry: Omit<EnterTranslation, 'type' | 'act'>,
    context: CommandContext,
  ): Promise<CommandOutcome<EvidenceState>> {
    const bytes = await this.claimed(translation.bytes, translation.party);
    return this.desk.act(
      caseId,
      { type: 'EnterTranslation', ...entry, act: { ...translation, type: 'FileTranslation', bytes } },
      context,
    );
  }

  /** A public version as it was searched. The passages go no further than this. */
  private async offered(
    { bytes, reason, removed }: NamedPublicVersion,
    party: PartyCode | null,
  ): Promise<OfferedPublicVersion> {
    const claimed = await this.claimed(bytes, party);
    const passages = removed.map(({ passage }) => passage);
    const check = await this.redactions.check(claimed, passages);
    const removals = countBy(removed.map((each) => each.reason)).map(([why, count]) => ({
      reason: why,
      passages: count,
    }));
    return { bytes: claimed, reason, removals, check };
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
