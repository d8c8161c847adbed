import { canonicalHeader, sha256, type RecordedEvent } from '@parley/event-store';
import { nodeChecks } from '@parley/transparency';
import { Refused } from '../report/refused';
import { actIn, type CommittedAct } from './committed-act';
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
