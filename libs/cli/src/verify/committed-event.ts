import { canonicalHeader, sha256, type ActSignature, type RecordedEvent } from '@parley/event-store';
import { nodeChecks } from '@parley/transparency';
import { Refused } from '../report/refused';
import { isDigest, objectIn } from './fields';

export { hasOnly, isDigest, objectIn } from './fields';

/** An event as an export or a proof shows it, whose commitment was computed again. */
export interface CommittedEvent {
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly eventId: string;
  readonly recordedAt: string;
  /** Commitment of the event before it in its stream; `null` for the first. */
  readonly previous: string | null;
  readonly payloadDigest: string;
  readonly commitment: string;
  /** Present where a person's act brought it about. */
  readonly act?: CommittedAct;
}

/** What the header of an event says of the act behind it. */
export interface CommittedAct {
  /** Id of the command, which all events of the act have. */
  readonly id: string;
  /** SHA-256 of the request's body. */
  readonly bodyDigest: string;
  readonly signature?: ActSignature;
  /** The side that appointed who acted. */
  readonly party: string | null;
  readonly personId: string;
  /** When it was received. */
  readonly at: string;
}

/** The header as it is read, before anything of it is believed. */
type Header = Omit<RecordedEvent, 'payload' | 'position' | 'commitment' | 'previous'> & {
  readonly previous: string | null;
  readonly payloadDigest: string;
};

/**
 * Computes the commitment of an event again from its header.
 * @param about what to name in a refusal
 * @throws Refused `header-altered`, `header-malformed`
 */
export function committed(header: string, commitment: string, about: string): CommittedEvent {
  if (sha256(header) !== commitment) throw new Refused('header-altered', about);
  const fields = headerIn(header);
  if (!fields) throw new Refused('header-malformed', about);
  const { stream, revision, type, eventId, recordedAt, previous, payloadDigest } = fields;
  const act = actIn(fields);
  return { stream, revision, type, eventId, recordedAt, previous, payloadDigest, commitment, ...(act ? { act } : {}) };
}

function actIn({ eventId, actor, cause, occurredAt, recordedAt }: Header): CommittedAct | undefined {
  if (typeof actor !== 'object' || typeof cause !== 'object') return undefined;
  if (actor.kind !== 'person' || cause.kind !== 'command') return undefined;
  const { id, bodyDigest, signature } = cause;
  if (signature !== undefined && !isSignature(signature)) throw new Refused('header-malformed', eventId);
  const at = Date.parse(recordedAt) - Date.parse(occurredAt) > ACT_TIME_MS ? recordedAt : occurredAt;
  const { party, personId } = actor;
  return { id, bodyDigest, party, personId, at, ...(signature === undefined ? {} : { signature }) };
}

/** Whether something has the fields of a signature, before any of it is believed. */
export function isSignature(value: unknown): value is ActSignature {
  const { act, case: of, key, once, jws, assertion } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (jws !== undefined && assertion !== undefined) return false;
  return [act, key, once, jws ?? assertion, of ?? ''].every((field) => typeof field === 'string') && of !== undefined;
}

/**
 * Milliseconds within which an act that was received is recorded. An act that came by another channel has the instant
 * at which it came, which is earlier, and was received when it was recorded.
 */
const ACT_TIME_MS = 20_000;

function headerIn(text: string): Header | undefined {
  const header = objectIn(text) as Partial<Header> | undefined;
  const { stream, revision, type, eventId, recordedAt, previous, payloadDigest } = header ?? {};
  const isRead =
    [stream, type, eventId, recordedAt].every((field) => typeof field === 'string') &&
    Number.isSafeInteger(revision) &&
    Number(revision) >= 0 &&
    (previous === null || isDigest(previous)) &&
    isDigest(payloadDigest);
  return isRead ? (header as Header) : undefined;
}

/**
 * Checks that an event has the content that its header names, and that the header is written as the record writes it:
 * two spellings of a header could be read as two things.
 * @throws Refused `payload-altered`, `header-malformed`
 */
export function contentHolds(header: string, payload: Uint8Array, { payloadDigest }: CommittedEvent, about: string) {
  if (sha256(payload) !== payloadDigest) throw new Refused('payload-altered', about);
  if (writtenAnew(whole({ ...(objectIn(header) as object), payload })) !== header)
    throw new Refused('header-malformed', about);
}

/** An object of which nothing is read that it has not: a field that is missing would be written as none. */
function whole<Value extends object>(value: Value): Value {
  return new Proxy(value, {
    get: (target, name) => {
      // An act that was not signed has none.
      if (name !== 'signature' && !Reflect.has(target, name)) throw new TypeError(`no ${String(name)}`);
      const field: unknown = Reflect.get(target, name);
      const isObject = typeof field === 'object' && field !== null;
      return isObject && !Array.isArray(field) && !(field instanceof Uint8Array) ? whole(field) : field;
    },
  });
}

/** The header as the record would write it; nothing for fields of another form. */
function writtenAnew(event: object): string | undefined {
  try {
    return canonicalHeader(event as RecordedEvent);
  } catch {
    return undefined;
  }
}

/** The entry of an event in the log: the SHA-256 of the bytes of its salt and its commitment. */
export const logEntryOf = (salt: string, commitment: string): Uint8Array =>
  nodeChecks.digest(Buffer.from(salt + commitment, 'hex')) as Uint8Array;
