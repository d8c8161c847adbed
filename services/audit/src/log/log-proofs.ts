import type { NamedFiles } from '@parley/blobs';
import type { EventStore, RecordedEvent } from '@parley/event-store';
import {
  formatProof,
  leafHash,
  nodeChecks,
  readEntries,
  TILE_WIDTH,
  TiledTree,
  verifyInclusion,
} from '@parley/transparency';
import type { LogAttestation } from './log-attestation';
import type { KeptCheckpoints, SignedCheckpoint } from './log-checkpoints';
import type { LogSecrets } from './log-secrets';

const { digest } = nodeChecks;

/** What lets anybody who has the event find it in the log. */
export interface ProvedEvent {
  /** 64 hexadecimal digits. */
  readonly salt: string;
  /** The place of its entry in the log, from 0. */
  readonly index: number;
  /** Whether its checkpoint is jointly attested. */
  readonly attested: boolean;
  /** The text of a `.tlog-proof`. */
  readonly proof: string;
}

export interface LogProofsOptions {
  readonly store: Pick<EventStore, 'compare'>;
  readonly files: NamedFiles;
  readonly checkpoints: KeptCheckpoints;
  readonly secrets: LogSecrets;
  readonly attestation: Pick<LogAttestation, 'newest'>;
}

/** Proves of events that they stand in the log. */
export class LogProofs {
  constructor(private readonly options: LogProofsOptions) {}

  /** The salt of an event, as 64 hexadecimal digits: for who may read it, and nobody else. */
  saltOf({ commitment }: Pick<RecordedEvent, 'commitment'>): string {
    return Buffer.from(this.options.secrets.entryOf(commitment).salt).toString('hex');
  }

  /**
   * Proves of an event that it stands in the newest checkpoint that is jointly attested; where that does not cover it,
   * in the newest one. The proof is verified before it is handed out.
   * @returns nothing while no checkpoint covers the event
   * @throws LogRefused when the files do not prove it
   */
  async of(event: RecordedEvent): Promise<ProvedEvent | undefined> {
    const { attestation, checkpoints } = this.options;
    const attested = await this.#provedIn(await attestation.newest(), event);
    if (attested) return { ...attested, attested: true };
    const proved = await this.#provedIn(await checkpoints.newest(), event);
    return proved && { ...proved, attested: false };
  }

  async #provedIn(
    newest: SignedCheckpoint | undefined,
    event: RecordedEvent,
  ): Promise<Omit<ProvedEvent, 'attested'> | undefined> {
    const { secrets } = this.options;
    const covering = newest && (await this.#covering(event, newest));
    if (!newest || !covering) return undefined;
    const { entry } = secrets.entryOf(event.commitment);
    const index = await this.#indexOf(entry, covering, newest.size);
    const hashes = await new TiledTree(this.#read, newest.size, digest).inclusion(index);
    await verifyInclusion(digest, { leaf: await leafHash(digest, entry), index, hashes }, newest);
    return { salt: this.saltOf(event), index, proof: formatProof({ index, hashes, checkpoint: newest.note }) };
  }

  /** The first checkpoint that covers an event. Positions only grow from one to the next, so halves are looked at. */
  async #covering({ position }: RecordedEvent, newest: SignedCheckpoint): Promise<SignedCheckpoint | undefined> {
    const { store, checkpoints } = this.options;
    const covers = ({ until }: SignedCheckpoint): boolean => store.compare(position, until) <= 0;
    if (!covers(newest)) return undefined;
    let [found, from] = [newest, 1];
    while (from < found.n) {
      const middle = await checkpoints.at(Math.floor((from + found.n) / 2));
      if (middle?.note == null) throw new RangeError('a checkpoint before the newest is not signed');
      if (covers(middle)) found = middle;
      else from = middle.n + 1;
    }
    return found;
  }

  /** The place of an entry among those of its checkpoint. An entry that is not there makes a proof that fails. */
  async #indexOf(entry: Uint8Array, { first, events }: SignedCheckpoint, size: number): Promise<number> {
    for (let index = Math.floor(first / TILE_WIDTH); index * TILE_WIDTH < first + events; index += 1) {
      const entries = await readEntries(this.#read, index, size);
      const at = entries.findIndex((each) => Buffer.from(each).equals(entry));
      if (at >= 0) return index * TILE_WIDTH + at;
    }
    return first;
  }

  readonly #read = (path: string) => this.options.files.read(path);
}
