import { instantFromMillis, millisOf, type Instant, type IsoDate } from '@parley/kernel';
import { Temporal } from 'temporal-polyfill';
import type { RuleSet } from '../rule-sets/rule-set';
import { boundedMemo } from '../bounded-memo';

type Seat = RuleSet['seat'];

// Zone arithmetic costs 20 µs a call. Each deadline makes four calls, and asks for the same few days and minutes over
// and over.
const REMEMBERED = 4_096;

const atTheSeat = boundedMemo(REMEMBERED, (key) => {
  const [local = '', zone = ''] = key.split(' ');
  return instantFromMillis(Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds);
});

/** Offset of a zone in a minute of UTC; zones change their offset on the minute. */
const offsetMillis = boundedMemo(REMEMBERED, (key) => {
  const [minute = '', zone = ''] = key.split(' ');
  return Temporal.Instant.from(`${minute}Z`).toZonedDateTimeISO(zone).offsetNanoseconds / 1_000_000;
});

/** The instant at which a day of the seat ends. An act is in time when it is received before it. */
export const dayEnd = (date: IsoDate, seat: Seat): Instant => atTheSeat(`${date}T${seat.dayEnd} ${seat.zone}`);

/** The instant at which a day of the seat begins, at midnight there. */
export const dayStart = (date: IsoDate, seat: Pick<Seat, 'zone'>): Instant =>
  atTheSeat(`${date}T00:00:00.000 ${seat.zone}`);

/** The wall-clock time at the seat, `2025-02-04T10:00:00.000`. */
export const seatTime = (instant: Instant, seat: Pick<Seat, 'zone'>): string =>
  instantFromMillis(millisOf(instant) + offsetMillis(`${instant.slice(0, 16)} ${seat.zone}`)).slice(0, -1);

/** The calendar day at the seat, whatever the hour. */
export const seatDate = (instant: Instant, seat: Pick<Seat, 'zone'>): IsoDate =>
  seatTime(instant, seat).slice(0, 10) as IsoDate;
