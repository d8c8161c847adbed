import { ApiSchema } from '@nestjs/swagger';
import { BilingualShown } from '../fields/bilingual.response';
import { Shown } from '../fields/shown.decorator';
import { CountShown, OutageTimeShown, StandStillShown } from './count.response';
import { CLOCK_ROLLS, CLOCK_UNITS, TRACKS } from './track.response';

@ApiSchema({ description: 'What started a clock.' })
class TriggerShown {
  @Shown({
    meaning: 'An act, whose day is that of its arrival; the end of a limit; or a day by itself.',
    values: ['act', 'expiry', 'day'],
  })
  readonly kind: string;

  @Shown({ meaning: 'Type of the event that started the clock.', example: 'GrievanceServed', kind: 'word' })
  readonly event: string;

  @Shown({
    meaning: 'When it happened (UTC); `null` where only the day is known.',
    format: 'date-time',
    nullable: true,
  })
  readonly instant: string | null;

  @Shown({ meaning: 'The trigger day, at the seat: not counted itself.', format: 'date', optional: true })
  readonly date?: string;
}

@ApiSchema({ description: 'A track, and what started the clock on it.' })
class OnTrackShown {
  @Shown({ meaning: 'The track.', values: TRACKS })
  readonly track: string;

  @Shown({ meaning: 'What started the clock on it.', type: () => TriggerShown })
  readonly trigger: TriggerShown;
}

@ApiSchema({ description: 'The instant before which a deadline does not end.' })
class LeastEndShown {
  @Shown({ meaning: 'Day, at the seat.', format: 'date' })
  readonly dueDate: string;

  @Shown({ meaning: 'Instant (UTC).', format: 'date-time' })
  readonly dueAt: string;
}

@ApiSchema({ description: 'Days of a seat that a side owes.' })
class SeatAccountShown {
  @Shown({ meaning: 'Side that owes the days.', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: 'Days that it owes.', example: 3, schema: { type: 'integer' } })
  readonly days: number;
}

@ApiSchema({ description: 'A change of a running deadline.' })
export class DeadlineChangeShown {
  @Shown({
    meaning: 'Why it moved.',
    values: ['calendar', 'extension', 'standstill', 'outage', 'track', 'repudiation', 'seats'],
  })
  readonly kind: string;

  @Shown({ meaning: 'When the change was made (UTC).', format: 'date-time' })
  readonly at: string;

  @Shown({ meaning: 'The reason given.', type: () => BilingualShown })
  readonly reason: BilingualShown;

  @Shown({ meaning: 'When it was due from then on (UTC).', format: 'date-time' })
  readonly dueAt: string;
}

@ApiSchema({ description: 'A change of a deadline, with all of which it was counted.' })
class RecordedChangeShown extends DeadlineChangeShown {
  @Shown({ meaning: 'Its last day from then on, at the seat.', format: 'date' })
  readonly dueDate: string;

  @Shown({ meaning: 'Versions of the calendars on which it was counted anew.', kind: 'version' })
  readonly calendarVersion: string;

  @Shown({
    meaning: 'For an extension: by how much of `unit`; for a repudiation: how much of it is undone.',
    example: 5,
    optional: true,
    schema: { type: 'integer' },
  })
  readonly by?: number;

  @Shown({ meaning: 'For a repudiation: it ends no sooner.', type: () => LeastEndShown, optional: true })
  readonly least?: LeastEndShown;

  @Shown({ meaning: 'For a standstill: the time.', type: () => StandStillShown, optional: true })
  readonly standStill?: StandStillShown;

  @Shown({ meaning: 'For an outage: the time.', type: () => OutageTimeShown, optional: true })
  readonly outage?: OutageTimeShown;

  @Shown({ meaning: 'For a change of track: the one before.', type: () => OnTrackShown, optional: true })
  readonly from?: OnTrackShown;

  @Shown({ meaning: 'For a change of track: the one from then on.', type: () => OnTrackShown, optional: true })
  readonly to?: OnTrackShown;

  @Shown({
    meaning: 'For time of seats: days in which the panel was not whole.',
    example: 3,
    optional: true,
    schema: { type: 'integer' },
  })
  readonly days?: number;

  @Shown({ meaning: 'For time of seats: on whose account.', type: () => SeatAccountShown, list: true, optional: true })
  readonly accounts?: readonly SeatAccountShown[];
}

/** What is known of every limit, also of one whose instant an act named. */
export class LimitShown {
  @Shown({ meaning: 'Clock of the rule set.', kind: 'word' })
  readonly clock: string;

  @Shown({ meaning: 'Stage to which it belongs.', example: 'S4', kind: 'stage' })
  readonly stage: string;

  @Shown({ meaning: 'Rule that is quoted for it.', kind: 'rule' })
  readonly rule: string;

  @Shown({ meaning: 'First instant that is too late (UTC).', format: 'date-time' })
  readonly dueAt: string;

  @Shown({
    meaning: 'True when it depends on a calendar that is not published yet; then it may only become later.',
    example: false,
  })
  readonly provisional: boolean;
}

@ApiSchema({
  description:
    'A deadline as it stands on record, with all of which it was counted (I-16). ' +
    'Where an act named its instant nobody counted it, and what is said to be of a count is absent.',
})
export class DeadlineRecordShown extends LimitShown {
  @Shown({ meaning: 'Its id; absent where nothing runs yet.', example: 'reply', kind: 'word', optional: true })
  readonly id?: string;

  @Shown({ meaning: 'Whose act it awaits.', example: 'party:US', kind: 'word', optional: true })
  readonly awaits?: string;

  @Shown({ meaning: 'For a call: the level of its offer.', example: 'officials', kind: 'word', optional: true })
  readonly level?: string;

  @Shown({ meaning: 'How it was counted.', type: () => CountShown })
  readonly arithmetic: CountShown;

  @Shown({ meaning: 'Version of the rules.', kind: 'version', optional: true })
  readonly ruleSet?: string;

  @Shown({ meaning: 'Track on which it is counted.', values: TRACKS, optional: true })
  readonly track?: string;

  @Shown({ meaning: 'What started it.', type: () => TriggerShown, optional: true })
  readonly trigger?: TriggerShown;

  @Shown({ meaning: 'What its length counts.', values: CLOCK_UNITS, optional: true })
  readonly unit?: string;

  @Shown({ meaning: 'In `unit`, without extensions.', example: 10, optional: true, schema: { type: 'integer' } })
  readonly length?: number;

  @Shown({ meaning: 'Where it ends before its trigger day.', values: ['back'], optional: true })
  readonly counted?: string;

  @Shown({ meaning: 'Where it goes from a day that is no joint business day.', values: CLOCK_ROLLS, optional: true })
  readonly roll?: string;

  @Shown({ meaning: 'Default at its end.', example: 'recorded-as-unanswered', kind: 'word', optional: true })
  readonly onSilence?: string;

  @Shown({ meaning: 'Time zone of the seat (IANA).', example: 'Europe/Zurich', max: 64, optional: true })
  readonly zone?: string;

  @Shown({ meaning: 'Its last day as first set, at the seat.', format: 'date', optional: true })
  readonly firstDate?: string;

  @Shown({ meaning: 'When it was due as first set (UTC).', format: 'date-time', optional: true })
  readonly firstDueAt?: string;

  @Shown({ meaning: 'Versions of the calendars then.', kind: 'version', optional: true })
  readonly firstCalendarVersion?: string;

  @Shown({ meaning: 'Its last day now, at the seat.', format: 'date', optional: true })
  readonly dueDate?: string;

  @Shown({ meaning: 'Versions of the calendars on which it is counted now.', kind: 'version', optional: true })
  readonly calendarVersion?: string;

  @Shown({ meaning: 'Each change since.', type: () => RecordedChangeShown, list: true, optional: true })
  readonly changes?: readonly RecordedChangeShown[];
}
