import { fromParkedBody, type KeyedDelivery, type ParkingLot, type PublicEvent } from '@parley/messaging';
import { isUnreadableBody, readParkedRecord } from './unreadable-record';

/**
 * Hands what is parked to the handler again. A record that cannot be read is only read again: to try it as often as an
 * event would make the cases wait behind a stranger's flood.
 * @param signal ends it behind the message in hand: a stop waits for no more than that
 * @returns how many were handled
 */
export async function replayParked(
  lot: ParkingLot,
  delivery: KeyedDelivery<PublicEvent>,
  signal: AbortSignal,
  key?: string,
): Promise<number> {
  const parked = await lot.list(key);
  const worthTrying = parked.filter(({ body }) => !isUnreadableBody(body) || readParkedRecord(body).kind === 'event');
  let handled = 0;
  for (const each of new Set(worthTrying.map((message) => message.key))) handled += await delivery.replay(each, signal);
  return handled;
}

/**
 * The event in a parked body, also in that of a record which could not be read when it came. @throws when it is none
 * still
 */
export function eventOfParked(body: unknown): PublicEvent {
  if (!isUnreadableBody(body)) return fromParkedBody(body);
  const read = readParkedRecord(body);
  if (read.kind !== 'event') throw new TypeError('a parked record is no public event');
  return read.event;
}
