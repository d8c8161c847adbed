import { randomUUID } from 'node:crypto';
import { encodePayload, type Position, type RecordedEvent } from '@parley/event-store';
import type { Sha256 } from '@parley/kernel';

/**
 * An event as the record hands it out, for a spec to tell of what was recorded elsewhere.
 * @param of its stream and instants, and all that matters to the spec; the rest has the right shape and means nothing
 * @returns the event, with an id of its own
 */
export const recordedEvent = ({
  at,
  ...of
}: Pick<RecordedEvent, 'stream'> & {
  readonly at: RecordedEvent['occurredAt'];
} & Partial<RecordedEvent>): RecordedEvent => ({
  eventId: randomUUID(),
  revision: 0,
  position: '1' as Position,
  type: 'Told',
  schemaVersion: 1,
  occurredAt: at,
  recordedAt: at,
  actor: { kind: 'system', process: 'spec' },
  delegation: null,
  cause: { kind: 'event', id: 'spec' },
  rule: 'S1',
  ruleSetVersion: '2026-1',
  tier: 'PARTIES',
  contentType: 'application/json',
  facts: [],
  sealing: null,
  payload: encodePayload({}),
  previous: null,
  commitment: 'a'.repeat(64) as Sha256,
  ...of,
});
