import { finished, type Readable } from 'node:stream';
import { readableTiers, seesCase, type Caller, type CaseAccess } from '@parley/access';
import { BlobCorruptedError, type BlobStore } from '@parley/blobs';
import { commandIdOf, sha256 } from '@parley/event-store';
import { canonicalJson, type CaseId, type Clock, type Tier } from '@parley/kernel';
import { countProofFailure } from '@parley/metrics';
import type { EvidenceState, KnownCase } from '../casefile/casefile.rules';
import type { Casefiles } from '../casefile/casefiles';
import type { Original } from '../translations/translations.rules';
import type { Copy, Damage, FiledBytes } from './exhibit-commands.rules';

/**
 * What access to a case depends on, as this service knows it. No exhibit has the tier DELIBERATION, so seats on the
 * panel make no difference here.
 */
export const accessOf = ({ parties, panel }: KnownCase): CaseAccess => ({
  stage: 'filed',
  parties,
  filer: parties.complainant,
  nominated: panel,
  seated: [],
});

/**
 * The tiers that a caller reads in a case; `undefined` when the case does not exist for the caller (I-43). A case is
 * public from its registration on, and so is its evidence of the tier PUBLIC.
 */
export function tiersFor(caller: Caller, state: EvidenceState): ReadonlySet<Tier> | undefined {
  if (state.status === 'unknown') return undefined;
  const access = accessOf(state);
  return state.registration !== null || seesCase(caller, access) ? readableTiers(caller, access) : undefined;
}

/** Writes a damage to the log of the process. */
export type DamageReport = (
  damage: { readonly caseId: CaseId; readonly exhibit: string; readonly copy: Copy; readonly found: string },
  error?: unknown,
) => void;

/**
 * Hands out the bytes of exhibits and of translations. When they are not those that were accepted, it puts that on
 * record (I-33).
 */
export class ExhibitBytes {
  constructor(
    private readonly blobs: BlobStore,
    private readonly casefiles: Casefiles,
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
      // The answer has begun, so nothing waits for this. If the record fails now, the next read makes it.
      if (found !== undefined)
        note(found).catch((failure: unknown) => this.report({ caseId, exhibit: number, copy, found }, failure));
    });
    return opened.bytes;
  }

  private async note(caseId: CaseId, number: string, copy: Copy, found: Damage['found']): Promise<void> {
    // No digest is checked when bytes are missing or of another size, so the failure is counted here.
    countProofFailure('exhibit');
    this.report({ caseId, exhibit: number, copy, found });
    const command = { type: 'NoteDamage', number, copy, found, at: this.clock.now() } as const;
    const commandId = commandIdOf('damage', caseId, number, copy, found, command.at);
    const cause = { kind: 'command', id: commandId, bodyDigest: sha256(canonicalJson(command)) } as const;
    await this.casefiles.proceed(caseId, command, { process: 'integrity', cause, commandId });
  }
}

export type Opened =
  { readonly kind: 'sound'; readonly bytes: Readable } | { readonly kind: 'damaged'; readonly found: Damage['found'] };

/**
 * Opens the bytes of an exhibit for a reader. It finds bytes that are missing, of another size, or damaged and small
 * before anything is handed out. Damage inside larger ones ends their stream early, with a `BlobCorruptedError` (I-33).
 * @param suspect true for bytes that were found damaged before: then all of them are checked first, so that a repaired
 *   copy is read again and one that is still damaged hands out nothing
 */
export async function openSound(
  blobs: BlobStore,
  file: Pick<FiledBytes, 'digest' | 'sizeBytes'>,
  suspect: boolean,
): Promise<Opened> {
  const opened = await blobs.open(file.digest);
  if (!opened) return { kind: 'damaged', found: 'missing' };
  if (opened.sizeBytes !== file.sizeBytes) {
    opened.bytes.destroy();
    return { kind: 'damaged', found: 'size-differs' };
  }
  // The reader listens for errors later, at the stream's end. Until then an error must have a listener.
  opened.bytes.on('error', () => undefined);
  const found = await damageIn(suspect ? drained(opened.bytes) : begun(opened.bytes));
  if (found) return { kind: 'damaged', found };
  return suspect ? openSound(blobs, file, false) : { kind: 'sound', bytes: opened.bytes };
}

/** The digest in an error of a stream of bytes; `undefined` for any other error. */
export const foundBy = (error: unknown): Damage['found'] | undefined =>
  error instanceof BlobCorruptedError ? error.actual : undefined;

async function damageIn(check: Promise<void>): Promise<Damage['found'] | undefined> {
  try {
    await check;
    return undefined;
  } catch (error) {
    const found = foundBy(error);
    if (found === undefined) throw error;
    return found;
  }
}

/** Waits until the first bytes are there to be handed out. */
const begun = (bytes: Readable): Promise<void> =>
  new Promise((resolve, reject) => {
    const settle = (done: () => void) => (): void => {
      bytes.off('readable', ready).off('error', failed);
      done();
    };
    const ready = settle(resolve);
    const failed = (error: Error): void => settle(() => reject(error))();
    bytes.on('readable', ready).on('error', failed);
  });

/** Reads to the end and keeps nothing. */
const drained = (bytes: Readable): Promise<void> =>
  new Promise((resolve, reject) => {
    finished(bytes, { writable: false }, (error) => (error ? reject(error) : resolve()));
    bytes.resume();
  });
