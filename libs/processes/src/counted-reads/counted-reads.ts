import {
  categoryOf,
  commandIdOf,
  domainEventOf,
  OwnRepository,
  sha256,
  streamIdOf,
  streamName,
  type Recording,
} from '@parley/event-store';
import { canonicalJson } from '@parley/kernel';
import { countedReadsDecider, type CountReads, type ReadsCounted } from './counted-reads.rules';

/** A chain of reads as it was counted. */
export type CountedChain = ReadsCounted['data'];

const PAGE = 500;

/** The chains of a service's log of reads that are at their end, each an event in a stream of its own. */
export class CountedReads extends OwnRepository<string, CountReads, CountedChain | null> {
  readonly #category: string;

  /** @param context the service's */
  constructor(recording: Recording, context: string) {
    super(recording, `${context}.reads`, countedReadsDecider);
    this.#category = categoryOf(streamName(`${context}.reads`, 'any'));
  }

  /** Records what a chain came to, once. */
  async count(chain: string, counted: CountReads): Promise<void> {
    const { at: _when, ...said } = counted;
    const id = commandIdOf('reads', chain, canonicalJson(said));
    const outcome = await this.act(chain, counted, {
      commandId: id,
      cause: { kind: 'command', id, bodyDigest: sha256(canonicalJson(said)) },
      actor: { kind: 'system', process: 'log-of-reads' },
      ruleSetVersion: this.ruleSetVersion,
    });
    if (outcome.kind !== 'done') throw new Error(`the reads of chain ${chain} were not counted: ${outcome.kind}`);
  }

  /** What each chain came to, by its name: one entry for each process and ten minutes in which there were reads. */
  async all(): Promise<ReadonlyMap<string, CountedChain>> {
    const counted = new Map<string, CountedChain>();
    for (let after = this.store.start; ;) {
      const page = await this.store.readAll({ after, categories: [this.#category], limit: PAGE });
      for (const event of page.events)
        counted.set(streamIdOf(event.stream), (domainEventOf(event) as ReadsCounted).data);
      if (page.caughtUp) return counted;
      after = page.position;
    }
  }
}
