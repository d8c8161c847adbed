import { instantFromMillis, type Instant, type IsoDate } from '@parley/kernel';
import { Temporal } from 'temporal-polyfill';
import type { RuleSet } from '../rule-sets/rule-set';

type Seat = RuleSet['seat'];

/** The instant at which a day of the seat ends. An act is in time when it is received before it. */
export const dayEnd = (date: IsoDate, seat: Seat): Instant =>
  instantFromMillis(Temporal.PlainDateTime.from(`${date}T${seat.dayEnd}`).toZonedDateTime(seat.zone).epochMilliseconds);

/** The wall-clock time at the seat, `2025-02-04T10:00:00.000`. */
export const seatTime = (instant: Instant, seat: Seat): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(seat.zone).toPlainDateTime().toString({ smallestUnit: 'millisecond' });

/** The calendar day at the seat, whatever the hour. */
export const seatDate = (instant: Instant, seat: Seat): IsoDate => seatTime(instant, seat).slice(0, 10) as IsoDate;
