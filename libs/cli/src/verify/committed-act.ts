import type { ActSignature, RecordedEvent } from '@parley/event-store';
import { Refused } from '../report/refused';

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

/** The fields of a header that say of an act, before any of them is believed. */
export type OfAct = Pick<RecordedEvent, 'eventId'> & {
  readonly [Field in 'actor' | 'cause' | 'occurredAt' | 'recordedAt']?: RecordedEvent[Field] | null;
};

/** @returns nothing where no act of a person stands behind the event. @throws Refused `header-malformed` */
export function actIn({ eventId, actor, cause, occurredAt, recordedAt }: OfAct): CommittedAct | undefined {
  if (actor?.kind !== 'person' || cause?.kind !== 'command') return undefined;
  const { id, bodyDigest, signature } = cause;
  const isWhole = typeof occurredAt === 'string' && typeof recordedAt === 'string';
  if (!isWhole || (signature !== undefined && !isSignature(signature))) throw new Refused('header-malformed', eventId);
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
