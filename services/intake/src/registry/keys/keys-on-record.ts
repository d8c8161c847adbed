import { domainEventOf, type RecordedEvent } from '@parley/event-store';
import type { DomainEvent } from '@parley/kernel';
import { isOfKeys, keysAfter, type KeyEvent, type RegisteredKey } from './party-keys.rules';

/**
 * The keys of a side by the history of its register. A key is in force from the instant at which its registration is on
 * record up to the one at which its end is. By the instant of receipt it would end before anybody could know of that,
 * and what it signed in between would be accepted at first and refused for ever after.
 */
export const keysOnRecord = (history: readonly RecordedEvent[]): readonly RegisteredKey[] =>
  history.reduce<readonly RegisteredKey[]>((keys, recorded) => {
    const event: DomainEvent = domainEventOf(recorded);
    return isOfKeys(event) ? keysAfter(keys, asRecorded(event, recorded)) : keys;
  }, []);

/** An event of a key with the instant from which it counts, in place of the one at which its act was received. */
export function asRecorded(event: KeyEvent, { recordedAt }: Pick<RecordedEvent, 'recordedAt'>): KeyEvent {
  if (event.type === 'KeyEnded') {
    // With a delegation that ends later, the key ends then.
    const { endsAt } = event.data;
    return { ...event, data: { ...event.data, endsAt: endsAt > recordedAt ? endsAt : recordedAt } };
  }
  const requiredFrom = (event.data.requiredFrom ?? null) === null ? null : recordedAt;
  return { ...event, data: { ...event.data, from: recordedAt, requiredFrom } };
}
