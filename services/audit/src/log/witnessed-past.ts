import type { NamedFiles } from '@parley/blobs';
import type { SideWitness } from '@parley/http';
import {
  LogRefused,
  nodeChecks,
  openCheckpoint,
  TiledTree,
  verifyConsistency,
  type Checkpoint,
} from '@parley/transparency';
import type { KeptCheckpoints, SignedCheckpoint } from './log-checkpoints';
import { LogHalted } from './log-halted';
import type { LogSecrets } from './log-secrets';
import { witnessOverHttp } from './witness-over-http';

export interface WitnessedPastOptions {
  readonly files: NamedFiles;
  readonly checkpoints: KeptCheckpoints;
  readonly secrets: LogSecrets;
  readonly witnesses: readonly SideWitness[];
}

/**
 * What the witnesses remember of the log. Where database, files and event store were all restored to one earlier
 * moment they agree with each other, and only somebody else can tell.
 */
export class WitnessedPast {
  constructor(private readonly options: WitnessedPastOptions) {}

  /**
   * Asks each witness that can be reached for the checkpoint that it cosigned last. Its word is not believed: what
   * counts is a signature by the key of the log itself.
   * @param stopped ends what is under way
   * @returns false where that cannot be said before what is planned is signed
   * @throws LogHalted where the log has signed more than it has, or another past
   */
  async agrees(stopped: AbortSignal): Promise<boolean> {
    const { witnesses, checkpoints } = this.options;
    const seen = await Promise.all(witnesses.map(async (each) => ({ each, seen: await this.#seenBy(each, stopped) })));
    // It is read after them: what they saw was signed, and kept, before.
    const last = await checkpoints.last();
    const own = last?.note == null ? await checkpoints.newest() : last;
    const size = own?.size ?? 0;
    let isSettled = true;
    for (const { each, seen: checkpoint } of seen) {
      if (!checkpoint) continue;
      const about = `${each.party} has cosigned ${String(checkpoint.size)} entries, the log has ${String(size)}`;
      if (own && checkpoint.size <= size) await this.#isExtended(checkpoint, own, about);
      else if (checkpoint.size > (last?.size ?? 0)) throw new LogHalted('witnessed', about);
      else isSettled = false;
    }
    return isSettled;
  }

  async #seenBy({ url }: SideWitness, stopped: AbortSignal): Promise<Checkpoint | undefined> {
    const { secrets } = this.options;
    try {
      const note = await witnessOverHttp(url, secrets.origin, stopped).last();
      return note === undefined ? undefined : await openCheckpoint(nodeChecks, note, (await secrets.log()).key);
    } catch {
      // Nothing waits for a witness (I-38). One that cannot be reached is asked again with the next checkpoint.
      return undefined;
    }
  }

  /** By the files of the newest checkpoint alone: those of earlier ones may be gone. */
  async #isExtended(seen: Checkpoint, { size, root }: SignedCheckpoint, about: string): Promise<void> {
    try {
      const tree = new TiledTree((path) => this.options.files.read(path), size, nodeChecks.digest);
      await verifyConsistency(nodeChecks.digest, seen, { size, root }, await tree.consistency(seen.size));
    } catch (error) {
      if (error instanceof LogRefused) throw new LogHalted('forked', about);
      throw error;
    }
  }
}
