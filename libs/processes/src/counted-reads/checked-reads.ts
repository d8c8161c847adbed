import {
  commandIdOf,
  domainEventOf,
  OwnRepository,
  sha256,
  streamName,
  UnreadableEventError,
  type EventStore,
  type RecordedEvent,
  type Recording,
  type StreamName,
} from '@parley/event-store';
import { canonicalJson, type Instant } from '@parley/kernel';
import { checkedReadsDecider, isFoundOfReads, type NoteCheck, type ReadFaults } from './checked-reads.rules';

const LOG = 'log';
const categoryIn = (context: string): string => `${context}.readchecks`;

/** What checks of a service's log of reads found, each change of it an event that anybody may read. */
export class CheckedReadsRegister extends OwnRepository<typeof LOG, NoteCheck, string | null> {
  readonly #context: string;

  /** @param context the service's */
  constructor(recording: Recording, context: string) {
    super(recording, categoryIn(context), checkedReadsDecider);
    this.#context = context;
  }

  /** Records what a check came to, where the one before it came to something else. */
  async note(checked: NoteCheck): Promise<void> {
    const said = canonicalJson(checked);
    // The same finding may come again at one instant of a clock that stands, after the log held in between.
    const { revision } = await this.read(LOG);
    const id = commandIdOf('reads-checked', this.#context, String(revision), said);
    const outcome = await this.act(LOG, checked, {
      commandId: id,
      cause: { kind: 'command', id, bodyDigest: sha256(said) },
      actor: { kind: 'system', process: 'log-of-reads' },
      ruleSetVersion: this.ruleSetVersion,
    });
    if (outcome.kind !== 'done') throw new Error(`what the log of reads came to was not recorded: ${outcome.kind}`);
  }
}

/** What a check found of a log of reads, or that it holds again. */
export interface FoundOfReads {
  /** Whose log of reads it is. */
  readonly context: string;
  readonly at: Instant;
  /** `null` where it holds again. */
  readonly faults: ReadFaults | null;
}

/** What the checks of the logs of reads of some services found, in the order of their instants. */
export async function foundOfReads(store: EventStore, contexts: readonly string[]): Promise<readonly FoundOfReads[]> {
  const found = await Promise.all(contexts.map((context) => foundIn(store, context)));
  return found.flat().toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

/** Read by the name of the stream, which costs the same however long the record is. */
async function foundIn(store: EventStore, context: string): Promise<readonly FoundOfReads[]> {
  const recorded = await readable(store, streamName(categoryIn(context), LOG));
  return recorded
    .map(domainEventOf)
    .filter(isFoundOfReads)
    .map(({ type, data, occurredAt: at }) => ({ context, at, faults: type === 'ReadsFoundDamaged' ? data : null }));
}

/** Nothing where an event was spoiled: a page that anybody reads goes on, and the walk over the record finds it. */
async function readable(store: EventStore, stream: StreamName): Promise<readonly RecordedEvent[]> {
  try {
    return await store.read(stream);
  } catch (error) {
    if (error instanceof UnreadableEventError) return [];
    throw error;
  }
}
