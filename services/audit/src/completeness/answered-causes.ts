import { categoryOf, eventIdOf, JSON_CONTENT, type Cause, type RecordedEvent } from '@parley/event-store';
import type { Instant } from '@parley/kernel';
import { CLOCK_CATEGORY, type MovesDeadlines } from '@parley/processes';
import { isFacts } from '../docket/docket-deadlines.rules';
import { subjectOf, type FindingCount } from './record-walk';

/** The heartbeat finds out by itself that the system was down. No event sets it. */
const HEARTBEAT = 'heartbeat';

/** The last event of a stream, as far as the next one is compared with it. */
interface Last {
  readonly revision: number;
  readonly cause: string;
  /** 0, 1, 2 … among the events of its cause; absent where the event before it is not there. */
  readonly place: number | undefined;
}

/**
 * Compares the causes that are no events with the record, in the order of the store.
 *
 * A timer names a deadline: an event of the same stream set it, none has ended it since, and it was over when the
 * default was recorded. A command is recorded nowhere but in its events, so they are compared with it: the id of each
 * is made of the command's and of its place among them, and one id in one stream is one body and one signature.
 *
 * The moves of a demonstration's clock are left out: one command makes several of them.
 */
export class AnsweredCauses {
  /** When each deadline that runs is over, by its stream and id. */
  readonly #running = new Map<string, string>();
  readonly #last = new Map<string, Last>();

  look(event: RecordedEvent, found: FindingCount): void {
    const { stream, revision, eventId, cause } = event;
    const last = this.#last.get(stream);
    const named = nameOf(cause);
    const isBehind = revision === 0 || last?.revision === revision - 1;
    const goesOn = isBehind && last?.cause === named;
    const before = goesOn ? last.place : isBehind ? -1 : undefined;
    const place = before === undefined ? undefined : before + 1;
    this.#last.set(stream, { revision, cause: named, place });
    if (cause.kind === 'timer' && cause.id !== HEARTBEAT && !goesOn && !this.#isOver(event, cause.id))
      found.add('undue', subjectOf(event));
    const isNumbered = cause.kind === 'command' && categoryOf(stream) !== CLOCK_CATEGORY;
    if (isNumbered && place !== undefined && eventId !== eventIdOf(cause.id, place))
      found.add('unasked', subjectOf(event));
    this.#move(event);
  }

  /** Whether a deadline of the stream ran, and was over. What one expiry brings about is recorded at one go. */
  #isOver({ stream, recordedAt }: RecordedEvent, id: string): boolean {
    const dueAt = this.#running.get(`${stream} ${id}`);
    return dueAt !== undefined && dueAt <= recordedAt;
  }

  #move(event: RecordedEvent): void {
    const { opens = [], closes = [] } = deadlinesOf(event);
    for (const id of closes) this.#running.delete(`${event.stream} ${id}`);
    for (const { id, dueAt } of opens) this.#running.set(`${event.stream} ${id}`, dueAt);
  }
}

/** What events that were recorded at one go have in common. */
const nameOf = (cause: Cause): string =>
  cause.kind === 'command'
    ? `command ${cause.id} ${cause.bodyDigest} ${cause.signature?.jws ?? ''}`
    : `${cause.kind} ${cause.id}`;

const NAMES = ['"opens":', '"closes":'];

/** A payload that cannot be read sets nothing, since an event that sets deadlines is never sealed. */
function deadlinesOf({ sealing, contentType, payload }: RecordedEvent): MovesDeadlines {
  if (sealing !== null || contentType !== JSON_CONTENT) return {};
  const text = Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength);
  // Most events set none, and to look for the names is much cheaper than to read all of them.
  if (!NAMES.some((name) => text.includes(name))) return {};
  try {
    const data: unknown = JSON.parse(text.toString());
    if (!isFacts(data)) return {};
    return {
      opens: listIn(data['opens']).filter(isDeadline),
      closes: listIn(data['closes']).filter((id) => typeof id === 'string'),
    };
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const isDeadline = (
  value: unknown,
): value is { readonly id: string; readonly clock: string; readonly dueAt: Instant } =>
  isFacts(value) && typeof value['id'] === 'string' && typeof value['dueAt'] === 'string';
