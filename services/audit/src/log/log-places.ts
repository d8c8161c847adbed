import type { NamedFiles } from '@parley/blobs';
import type { EventStore, RecordedEvent } from '@parley/event-store';
import { readEntries, TILE_WIDTH } from '@parley/transparency';
import type { KeptCheckpoints, SignedCheckpoint } from './log-checkpoints';
import type { LogSecrets } from './log-secrets';

interface LogPlacesOptions {
  readonly store: Pick<EventStore, 'compare'>;
  readonly files: NamedFiles;
  readonly checkpoints: Pick<KeptCheckpoints, 'at'>;
  readonly secrets: LogSecrets;
}

/** Finds events in the log. What was read for one of them is kept for the next, which often lies near to it. */
export class LogPlaces {
  readonly #signed = new Map<number, SignedCheckpoint>();
  #bundle: { readonly index: number; readonly entries: readonly Uint8Array[] } | undefined;

  constructor(
    private readonly options: LogPlacesOptions,
    /** The checkpoint up to which the log is looked at. */
    private readonly newest: SignedCheckpoint,
  ) {}

  /**
   * The index of the entry of an event.
   * @returns nothing when the checkpoint does not cover the event; -1 when it does, and the log has no such entry
   */
  async indexOf({ commitment, position }: Pick<RecordedEvent, 'commitment' | 'position'>): Promise<number | undefined> {
    const covering = await this.#covering(position);
    if (!covering) return undefined;
    const { entry } = this.options.secrets.entryOf(commitment);
    const { first, events } = covering;
    for (let index = Math.floor(first / TILE_WIDTH); index * TILE_WIDTH < first + events; index += 1) {
      const at = (await this.#entries(index)).findIndex((each) => Buffer.from(each).equals(entry));
      if (at >= 0) return index * TILE_WIDTH + at;
    }
    return -1;
  }

  /** The first checkpoint that covers an event. Positions only grow from one to the next, so halves are looked at. */
  async #covering(position: RecordedEvent['position']): Promise<SignedCheckpoint | undefined> {
    const covers = ({ until }: SignedCheckpoint): boolean => this.options.store.compare(position, until) <= 0;
    if (!covers(this.newest)) return undefined;
    let [found, from] = [this.newest, 1];
    while (from < found.n) {
      const middle = await this.#at(Math.floor((from + found.n) / 2));
      if (covers(middle)) found = middle;
      else from = middle.n + 1;
    }
    return found;
  }

  async #at(n: number): Promise<SignedCheckpoint> {
    const known = this.#signed.get(n);
    if (known) return known;
    const kept = await this.options.checkpoints.at(n);
    if (kept?.note == null) throw new RangeError('a checkpoint before the newest is not signed');
    this.#signed.set(n, kept);
    return kept;
  }

  async #entries(index: number): Promise<readonly Uint8Array[]> {
    if (this.#bundle?.index !== index) {
      const entries = await readEntries((path) => this.options.files.read(path), index, this.newest.size);
      this.#bundle = { index, entries };
    }
    return this.#bundle.entries;
  }
}
