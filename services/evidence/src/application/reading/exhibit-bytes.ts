import { finished, type Readable } from 'node:stream';
import type { BlobStore } from '@parley/blobs';
import type { CaseId, Clock } from '@parley/kernel';
import { countProofFailure } from '@parley/metrics';
import type { Copy, Damage, FiledBytes } from '../../domain/exhibit';
import type { Original } from '../../domain/translation/original';
import type { EvidenceDesk } from '../evidence-desk';
import { foundBy, openSound } from './sound-bytes';

/** Told of what goes to the log of the process. */
export type DamageReport = (
  damage: { readonly caseId: CaseId; readonly exhibit: string; readonly copy: Copy; readonly found: string },
  error?: unknown,
) => void;

/** Hands out the bytes of exhibits and of translations, and puts on record when they are not what they were (I-33). */
export class ExhibitBytes {
  constructor(
    private readonly blobs: BlobStore,
    private readonly desk: EvidenceDesk,
    private readonly clock: Clock,
    private readonly report: DamageReport,
  ) {}

  /** @returns `undefined` when the bytes are damaged; the finding is then on record */
  async open(
    caseId: CaseId,
    { number, damage }: Pick<Original, 'number' | 'damage'>,
    copy: Copy,
    file: FiledBytes,
  ): Promise<Readable | undefined> {
    const note = (found: Damage['found']): Promise<void> => this.note(caseId, number, copy, found);
    const opened = await openSound(this.blobs, file, damage[copy] !== undefined);
    if (opened.kind === 'damaged') {
      await note(opened.found);
      return undefined;
    }
    finished(opened.bytes, { writable: false }, (error) => {
      const found = foundBy(error);
      // The answer has begun, so nobody waits for this; a record that fails now is made by the next read.
      if (found !== undefined)
        note(found).catch((failure: unknown) => this.report({ caseId, exhibit: number, copy, found }, failure));
    });
    return opened.bytes;
  }

  private async note(caseId: CaseId, number: string, copy: Copy, found: Damage['found']): Promise<void> {
    // Bytes that are missing, or of another size, are found by no digest.
    countProofFailure('exhibit');
    this.report({ caseId, exhibit: number, copy, found });
    await this.desk.noteDamage(caseId, { type: 'NoteDamage', number, copy, found, at: this.clock.now() });
  }
}
