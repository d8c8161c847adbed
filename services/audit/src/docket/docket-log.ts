import { setTimeout as delay } from 'node:timers/promises';
import {
  commandIdOf,
  domainEventOf,
  encodePayload,
  eventIdOf,
  JSON_CONTENT,
  rulesAt,
  streamName,
  type EventStore,
  type NewEvent,
  type RecordedEvent,
  type RulesInForce,
  type StreamName,
} from '@parley/event-store';
import type { CaseFile } from '../history/history.rules';
import { docketEntry, revisionOf, serialAt, type DocketEntry, type PublicFact } from './docket-deadlines.rules';

/** The one stream that holds all entries of the public docket. */
export const DOCKET_LOG = streamName('audit.docket', 'public');

/** After so many lost races in a row a writer gives up, and the feed brings the fact again. */
const ATTEMPTS = 256;
/** Milliseconds for which a writer waits after its second loss; three times as many after the fourth, up to a limit. */
const LOST_MS = 2;
const LONGEST_MS = 20;

/**
 * Writes the public log. Its serials follow the revisions of the stream, so the store itself leaves no gap (I-63). An
 * entry's id is a function of its source, so the store itself keeps a fact from being entered twice.
 *
 * It does not fold the log as other handlers fold their streams. The log holds the entries of every case for ever, and
 * only their number matters for the next one. The head is remembered, and a conflict tells the new head.
 */
export class DocketLog {
  readonly #store: EventStore;
  readonly #ruleSetVersion: RulesInForce;
  #head: number | null = null;
  /** Registrations that are on the log for certain, by the id of their message. Each is asked for often. */
  readonly #registrations = new Set<string>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(store: EventStore, ruleSetVersion: RulesInForce) {
    this.#store = store;
    this.#ruleSetVersion = ruleSetVersion;
  }

  /** Whether the registration that a message told is on the log for certain. */
  hasRegistration(sourceEventId: string): boolean {
    return this.#registrations.has(sourceEventId);
  }

  /**
   * Enters a fact, unless it is entered already. Writers of one process wait for each other instead of racing.
   * @param reliedOn ids of the facts that give its case the number
   * @throws Error when others kept winning; then nothing was written
   */
  async enter(fact: PublicFact, docketNumber: string, reliedOn: readonly string[] = []): Promise<void> {
    if (this.hasRegistration(fact.sourceEventId)) return;
    const turn = this.#turn.then(() => this.#append(fact, docketNumber, reliedOn));
    this.#turn = turn.catch(() => undefined);
    await turn;
    if (fact.kind === 'case-registered') this.#registrations.add(fact.sourceEventId);
  }

  async #append(fact: PublicFact, docketNumber: string, reliedOn: readonly string[]): Promise<void> {
    const commandId = commandIdOf(DOCKET_LOG, fact.sourceEventId);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const serial = serialAt((this.#head ?? -1) + 1);
      const event = this.#newEvent(fact, docketNumber, serial, eventIdOf(commandId, 0), reliedOn);
      const result = await this.#store.append(DOCKET_LOG, this.#head ?? 'no-stream', [event], { commandId });
      if (result.kind === 'conflict') {
        this.#head = result.actual;
        // The winner comes straight back and would win again, so the loser lets it pass, for longer after each loss.
        // What it knows of the log is stale after that, so it tries once to learn, and at once again.
        if (attempt % 2 === 1) await delay(Math.min(attempt * LOST_MS, LONGEST_MS));
        continue;
      }
      if (!result.duplicate) this.#head = result.revision;
      return;
    }
    throw new Error('the public log is contended');
  }

  #newEvent(
    fact: PublicFact,
    docketNumber: string,
    serial: number,
    eventId: string,
    facts: readonly string[],
  ): NewEvent {
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
      facts,
      sealing: null,
      payload: encodePayload(data),
    };
  }
}

/** The category of the streams in which docket numbers are given. */
export const DOCKET = 'intake.docket';
const DOCKET_NUMBER = /^(?<docket>[A-Z]+-\d{4})-(?<serial>\d+)$/;
const CHUNK = 500;

export interface DocketPlace {
  readonly stream: StreamName;
  readonly only: number;
}

/**
 * The place at which a case got its number. The numbers of a party's year stand in one stream, `US-2026-0001` at
 * revision 0. Until the registration has been heard of, the number is looked for in the record itself. Otherwise the
 * history of the case would gain an event later, and its state at a past instant would differ from what was shown.
 */
export async function docketPlace(
  store: EventStore,
  caseId: string,
  { docketNumber, parties }: Pick<CaseFile, 'docketNumber' | 'parties'>,
): Promise<DocketPlace | undefined> {
  const { docket, serial } = DOCKET_NUMBER.exec(docketNumber ?? '')?.groups ?? {};
  if (docket !== undefined) return { stream: streamName(DOCKET, docket), only: Number(serial) - 1 };
  const [filing] = await store.read(streamName('intake.case', caseId), { limit: 1 });
  if (filing === undefined || parties === null) return undefined;
  const year = Number(filing.occurredAt.slice(0, 4));
  // Completeness, with every cure, ends within 35 joint business days of the filing, so in its year or in the next one.
  for (const candidate of [year, year + 1]) {
    const stream = streamName(DOCKET, `${parties.complainant}-${String(candidate)}`);
    const only = await revisionOfCase(store, stream, caseId);
    if (only !== undefined) return { stream, only };
  }
  return undefined;
}

async function revisionOfCase(store: EventStore, stream: StreamName, caseId: string): Promise<number | undefined> {
  for (let from = 0; ; from += CHUNK) {
    const events = await store.read(stream, { from, limit: CHUNK });
    const found = events.find((event) => isOf(event, caseId));
    if (found !== undefined) return found.revision;
    if (events.length < CHUNK) return undefined;
  }
}

const isOf = (event: RecordedEvent, caseId: string): boolean => {
  const { data } = domainEventOf(event);
  return typeof data === 'object' && data !== null && Reflect.get(data, 'caseId') === caseId;
};

/** An entry of the public log with its place in the chain. */
export interface LoggedEntry {
  readonly entry: DocketEntry;
  readonly event: RecordedEvent;
}

/**
 * Entries behind a serial, read from the record itself and not from a table that is made from it.
 * @param after 0 for the beginning
 */
export async function readPublicLog(store: EventStore, after: number, limit: number): Promise<readonly LoggedEntry[]> {
  const events = await store.read(DOCKET_LOG, { from: revisionOf(after + 1), limit });
  return events.map((event) => ({
    entry: { ...(domainEventOf(event).data as DocketEntry), serial: serialAt(event.revision) },
    event,
  }));
}
