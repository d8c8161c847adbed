import {
  commandIdOf,
  encodePayload,
  eventIdOf,
  JSON_CONTENT,
  streamName,
  type EventStore,
  rulesAt,
  type NewEvent,
  type RulesInForce,
} from '@parley/event-store';
import { docketEntry, serialAt } from '../domain/docket/docket-entry';
import type { PublicFact } from '../domain/docket/public-fact';

/** The one stream that all entries of the public docket stand in. */
export const DOCKET_LOG = streamName('audit.docket', 'public');

/** So many lost races in a row are no bad luck; the feed brings the fact again. */
const ATTEMPTS = 32;

/**
 * Writes the public log. Its serials are the revisions of the stream, so the store itself leaves no gap (I-63), and an
 * entry's id is a function of its source, so the store itself keeps a fact from being entered twice.
 *
 * It does not fold the log as other handlers fold their streams: the log holds the entries of every case for ever, and
 * nothing in them but their number bears on the next one. The head is remembered; a conflict tells where it went.
 */
export class DocketLog {
  readonly #store: EventStore;
  readonly #ruleSetVersion: RulesInForce;
  #head: number | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(store: EventStore, ruleSetVersion: RulesInForce) {
    this.#store = store;
    this.#ruleSetVersion = ruleSetVersion;
  }

  /**
   * Enters a fact, or finds it entered. Writers of one process wait for each other instead of losing to each other.
   * @throws when others kept winning; nothing was written then
   */
  async enter(fact: PublicFact, docketNumber: string): Promise<void> {
    const turn = this.#turn.then(() => this.#append(fact, docketNumber));
    this.#turn = turn.catch(() => undefined);
    await turn;
  }

  async #append(fact: PublicFact, docketNumber: string): Promise<void> {
    const commandId = commandIdOf(DOCKET_LOG, fact.sourceEventId);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const serial = serialAt((this.#head ?? -1) + 1);
      const event = this.#newEvent(fact, docketNumber, serial, eventIdOf(commandId, 0));
      const result = await this.#store.append(DOCKET_LOG, this.#head ?? 'no-stream', [event], { commandId });
      if (result.kind === 'conflict') {
        this.#head = result.actual;
        continue;
      }
      if (!result.duplicate) this.#head = result.revision;
      return;
    }
    throw new Error('the public log is contended');
  }

  #newEvent(fact: PublicFact, docketNumber: string, serial: number, eventId: string): NewEvent {
    const { data, ...entry } = docketEntry(fact, docketNumber, serial);
    return {
      ...entry,
      eventId,
      schemaVersion: 1,
      actor: { kind: 'system', process: 'docket' },
      delegation: null,
      cause: { kind: 'event', id: fact.sourceEventId },
      ruleSetVersion: rulesAt(this.#ruleSetVersion, entry.occurredAt),
      contentType: JSON_CONTENT,
      facts: [],
      sealing: null,
      payload: encodePayload(data),
    };
  }
}
