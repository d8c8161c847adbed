import type { Actor, Brand, CommandId, Instant, Sha256, Tier } from '@parley/kernel';
import type { ActSignature } from './act-signature';

/** A place in the one order of the store: opaque text, compared only by the store that gave it. */
export type Position = Brand<string, 'Position'>;

/**
 * What an event answers to. A command carries the digest of its body, so that a key reused with other content is seen.
 */
export type Cause =
  | {
      readonly kind: 'command';
      readonly id: CommandId;
      readonly bodyDigest: Sha256;
      /** The signature with which the command came; absent where it came with none. */
      readonly signature?: ActSignature;
    }
  | { readonly kind: 'event'; readonly id: string }
  | { readonly kind: 'timer'; readonly id: string };

/** The part of an envelope that the writer decides. Nothing may be added to it later: the past would lack it. */
export interface NewEvent {
  /** UUID derived from the command and the event's index in it, so that a retry writes the same id in any store. */
  readonly eventId: string;
  readonly type: string;
  readonly schemaVersion: number;
  /** Its instant in law: the receipt of an act, or the expiry for a default. */
  readonly occurredAt: Instant;
  readonly actor: Actor;
  /** The delegation under which the actor acted, if one is on record. */
  readonly delegation: string | null;
  readonly cause: Cause;
  /**
   * Ids of the facts of other contexts on which this was decided. Deciding anew with exactly these gives the same
   * event.
   */
  readonly facts: readonly string[];
  readonly rule: string;
  readonly ruleSetVersion: string;
  readonly tier: Tier;
  /** Media type of the payload, such as `application/json`. */
  readonly contentType: string;
  /** `null` when the payload is in the clear, else the id of the key that seals it. */
  readonly sealing: string | null;
  readonly payload: Uint8Array;
  /** W3C `traceparent` of the request. Not part of what is hashed. */
  readonly traceparent?: string;
}

/** An event as the store keeps it, forever and unchanged. */
export interface RecordedEvent extends NewEvent {
  readonly stream: string;
  /** 0, 1, 2 … without a gap in its stream. */
  readonly revision: number;
  readonly position: Position;
  /** When it was written, never before the event that precedes it in its stream. */
  readonly recordedAt: Instant;
  /** Commitment of the event before it in its stream; `null` for the first. */
  readonly previous: Sha256 | null;
  /** SHA-256 of the canonical envelope with the payload replaced by its digest. */
  readonly commitment: Sha256;
}

/** What a store reads of an event beside its place, its payload and its commitment. */
export type ReadEnvelope = Omit<RecordedEvent, 'position' | 'payload' | 'commitment' | 'traceparent'>;

const TEXTS = [
  ...(['stream', 'eventId', 'type', 'occurredAt', 'recordedAt', 'rule', 'ruleSetVersion', 'tier'] as const),
  'contentType',
] as const satisfies readonly (keyof ReadEnvelope)[];

/**
 * Whether what was read has the fields without which nobody can work with an event, each of its type. Whether they are
 * those that were written, its commitment says.
 */
export function isEnvelope(read: unknown): read is ReadEnvelope {
  if (typeof read !== 'object' || read === null) return false;
  const fields = read as Partial<Record<keyof ReadEnvelope, unknown>>;
  return (
    TEXTS.every((field) => typeof fields[field] === 'string') &&
    Number.isSafeInteger(fields.revision) &&
    isRecord(fields.actor) &&
    isRecord(fields.cause) &&
    Array.isArray(fields.facts)
  );
}

const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null;
