import type { CommandContext, CommandOutcome } from '@parley/event-store';
import type { CaseId, PartyCode } from '@parley/kernel';
import type { EvidenceState } from '../domain/evidence-state';
import type { FileExhibit, FilePublicVersion, ReferredBytes } from '../domain/exhibit-commands';
import type { RedactionReason } from '../domain/exhibit';
import type { FileTranslation } from '../domain/translation/translation-commands';
import type { EvidenceDesk } from './evidence-desk';
import type { Uploads } from './uploads/uploads';

/** Bytes as a request refers to them. */
export type NamedBytes = Omit<ReferredBytes, 'upload'>;

export interface NamedPublicVersion {
  readonly bytes: NamedBytes;
  readonly reason: RedactionReason;
}

export type ExhibitToFile = Omit<FileExhibit, 'type' | 'bytes' | 'publicVersion' | 'ruleSetVersion'> & {
  readonly bytes: NamedBytes;
  readonly publicVersion: NamedPublicVersion | null;
};
export type TranslationToFile = Omit<FileTranslation, 'type' | 'bytes'> & { readonly bytes: NamedBytes };
export type PublicVersionToFile = Omit<FilePublicVersion, 'type' | 'bytes'> & { readonly bytes: NamedBytes };

/** Files what refers to uploads. Each is claimed before the act is decided, so that no sweep takes it from under the act. */
export class FileExhibitHandler {
  constructor(
    private readonly desk: EvidenceDesk,
    private readonly uploads: Uploads,
  ) {}

  async file(caseId: CaseId, exhibit: ExhibitToFile, context: CommandContext): Promise<CommandOutcome<EvidenceState>> {
    const { party, publicVersion } = exhibit;
    const command: FileExhibit = {
      ...exhibit,
      type: 'FileExhibit',
      ruleSetVersion: this.desk.ruleSetVersion,
      bytes: await this.claimed(exhibit.bytes, party),
      publicVersion: publicVersion && { ...publicVersion, bytes: await this.claimed(publicVersion.bytes, party) },
    };
    return this.desk.act(caseId, command, context);
  }

  async publish(caseId: CaseId, version: PublicVersionToFile, context: CommandContext): Promise<CommandOutcome<EvidenceState>> {
    return this.desk.act(caseId, { ...version, type: 'FilePublicVersion', bytes: await this.claimed(version.bytes, version.party) }, context);
  }

  async translate(caseId: CaseId, translation: TranslationToFile, context: CommandContext): Promise<CommandOutcome<EvidenceState>> {
    const bytes = await this.claimed(translation.bytes, translation.party);
    return this.desk.act(caseId, { ...translation, type: 'FileTranslation', bytes }, context);
  }

  private async claimed(bytes: NamedBytes, party: PartyCode | null): Promise<ReferredBytes> {
    return { ...bytes, upload: await this.uploads.claim(bytes.uploadId, party) };
  }
}
