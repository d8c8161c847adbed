import {
  linkEvents,
  streamName,
  type Link,
  type NewEvent,
  type RecordedEvent,
  type StreamHead,
  type StreamName,
} from '@parley/event-store';

/** A fact that a service was told of the case, as its table of facts keeps it. */
export interface ToldFact {
  readonly messageId: string;
  readonly subject: string;
  readonly source: string;
  readonly type: string;
  readonly tier: string;
  readonly happenedAt: Date;
  readonly recordedAt: Date;
  readonly sequence: number;
  readonly data: Uint8Array;
}

/**
 * A case that was really played: its events in the order of the record, and the facts that the audit was told of it.
 */
export interface PlayedCase {
  readonly id: string;
  readonly docketNumber: string;
  readonly events: readonly RecordedEvent[];
  readonly facts: readonly ToldFact[];
}

/** So many cases are open at once, so that the events of one lie apart, as they do when others act meanwhile. */
const OPEN_CASES = 1_000;
/** Docket numbers of a party in a year; they have four digits. */
const CASES_A_YEAR = 5_000;
const FIRST_YEAR = 2026;
/** The one stream that holds events of every case. */
export const DOCKET_LOG = streamName('audit.docket', 'public');

/**
 * Copies of a played case under ids and numbers of their own, linked event by event as the store links them, so that
 * each stream's chain is whole. Dates, persons and words stay those of the played case.
 */
export class CaseCopies {
  readonly #ids: ReadonlySet<string>;
  readonly #heads = new Map<string, StreamHead>();
  readonly #events: readonly Pattern[];

  /** @param logged the last entry of the public log */
  constructor(
    private readonly played: PlayedCase,
    logged: StreamHead | null,
  ) {
    this.#ids = new Set([
      played.id,
      ...played.events.map(({ eventId }) => eventId),
      ...played.facts.map(({ messageId }) => messageId),
    ]);
    if (logged) this.#heads.set(DOCKET_LOG, logged);
    this.#events = played.events.map((event) => ({ event, text: Buffer.from(event.payload).toString('latin1') }));
  }

  /** The id of a copy; they count from 0. */
  idOf(copy: number): string {
    return copyOfId(this.played.id, copy);
  }

  numberOf(copy: number): string {
    const [party = ''] = this.played.docketNumber.split('-');
    const serial = String((copy % CASES_A_YEAR) + 1).padStart(4, '0');
    return `${party}-${String(FIRST_YEAR + Math.floor(copy / CASES_A_YEAR))}-${serial}`;
  }

  /** All events of so many copies, in the order of the record. */
  *links(copies: number): Generator<Link> {
    for (let first = 0; first < copies; first += OPEN_CASES) {
      const end = Math.min(first + OPEN_CASES, copies);
      for (const pattern of this.#events) for (let copy = first; copy < end; copy++) yield this.#link(pattern, copy);
      this.#forget(first, end);
    }
  }

  *facts(copies: number): Generator<ToldFact> {
    const texts = this.played.facts.map(({ data }) => Buffer.from(data).toString('latin1'));
    for (let copy = 0; copy < copies; copy++)
      for (const [index, fact] of this.played.facts.entries())
        yield {
          ...fact,
          messageId: copyOfId(fact.messageId, copy),
          subject: this.idOf(copy),
          data: Buffer.from(this.#copied(texts[index] ?? '', copy), 'latin1'),
        };
  }

  #link({ event, text }: Pattern, copy: number): Link {
    const stream = this.#streamOf(event.stream, copy);
    const head = this.#heads.get(stream) ?? null;
    const serial = stream === DOCKET_LOG ? (head?.revision ?? -1) + 2 : undefined;
    const written: NewEvent = {
      eventId: copyOfId(event.eventId, copy),
      type: event.type,
      schemaVersion: event.schemaVersion,
      occurredAt: event.occurredAt,
      actor: event.actor,
      delegation: event.delegation,
      cause: event.cause.kind === 'event' ? { kind: 'event', id: copyOfId(event.cause.id, copy) } : event.cause,
      facts: event.facts.map((id) => copyOfId(id, copy)),
      rule: event.rule,
      ruleSetVersion: event.ruleSetVersion,
      tier: event.tier,
      contentType: event.contentType,
      sealing: event.sealing,
      payload: Buffer.from(withSerial(this.#copied(text, copy), serial), 'latin1'),
    };
    const [link] = linkEvents(stream, head, [written], event.recordedAt);
    if (link === undefined) throw new TypeError('one event gives one link');
    this.#heads.set(stream, link.event);
    return link;
  }

  #streamOf(stream: string, copy: number): StreamName {
    const [category, id] = split(stream);
    if (id === this.played.id) return `${category}-${this.idOf(copy)}` as StreamName;
    const [docket] = split(this.played.docketNumber, true);
    return (id === docket ? `${category}-${split(this.numberOf(copy), true)[0]}` : stream) as StreamName;
  }

  /** Ids keep their length, so the rest of a binary message may stay as it is. */
  #copied(text: string, copy: number): string {
    return text
      .replace(UUID, (id) => (this.#ids.has(id) ? copyOfId(id, copy) : id))
      .replaceAll(this.played.docketNumber, this.numberOf(copy));
  }

  /** Forgets the heads of copies that get no further events. */
  #forget(first: number, end: number): void {
    for (const { event } of this.#events)
      for (let copy = first; copy < end; copy++)
        if (event.stream.endsWith(this.played.id)) this.#heads.delete(this.#streamOf(event.stream, copy));
  }
}

interface Pattern {
  readonly event: RecordedEvent;
  /** The payload's bytes, one character each. */
  readonly text: string;
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** The same id for the same copy, and another for each other copy. They differ in the first eight digits. */
const copyOfId = (id: string, copy: number): string =>
  ((Number.parseInt(id.slice(0, 8), 16) ^ (copy + 1)) >>> 0).toString(16).padStart(8, '0') + id.slice(8);

/** The parts before and after the first dash, or the last one. */
function split(text: string, last = false): readonly [string, string] {
  const at = last ? text.lastIndexOf('-') : text.indexOf('-');
  return [text.slice(0, at), text.slice(at + 1)];
}

/** An entry of the public log names its own place in it. */
function withSerial(text: string, serial: number | undefined): string {
  if (serial === undefined) return text;
  const changed = text.replace(/,"serial":\d+,"sourceEventId"/, `,"serial":${String(serial)},"sourceEventId"`);
  if (!changed.includes(`,"serial":${String(serial)},`)) throw new Error('an entry of the public log has no serial');
  return changed;
}
