import type { Actor, Instant, Tier } from '@parley/kernel';

/** A recorded event as far as the history speaks of it, whatever service it belongs to. */
export interface RecordedFact {
  readonly stream: string;
  readonly revision: number;
  readonly eventId: string;
  readonly type: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly actor: Actor;
  readonly rule: string;
  readonly ruleSetVersion: string;
  readonly tier: Tier;
  readonly commitment: string;
  /** The payload as JSON; nothing where it is sealed. */
  readonly data: unknown;
}
