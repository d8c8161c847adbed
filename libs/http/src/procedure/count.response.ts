import { ApiSchema } from '@nestjs/swagger';
import { BilingualShown } from '../fields/bilingual.response';
import { Shown } from '../fields/shown.decorator';

@ApiSchema({ description: 'The time of an outage.' })
export class OutageTimeShown {
  @Shown({ meaning: 'Since when (UTC).', format: 'date-time' })
  readonly from: string;

  @Shown({ meaning: 'Until when (UTC).', format: 'date-time' })
  readonly to: string;
}

/** Clocks that count hours go by its instants. */
@ApiSchema({ description: 'A time in which clocks of hours stood still.' })
export class StandStillShown extends OutageTimeShown {
  @Shown({ meaning: 'First day that no clock counts.', format: 'date' })
  readonly fromDay: string;

  @Shown({ meaning: 'Last day that no clock counts.', format: 'date' })
  readonly toDay: string;
}

@ApiSchema({ description: 'Weekdays that a count left out.' })
class ClosedDaysShown {
  @Shown({ meaning: 'First of these days.', format: 'date' })
  readonly from: string;

  @Shown({ meaning: 'Last of these days.', format: 'date' })
  readonly to: string;

  @Shown({ meaning: 'Calendars on which they are off.', type: () => String, list: true, kind: 'word', example: ['CN'] })
  readonly calendars: readonly string[];
}

@ApiSchema({ description: 'The steps of a count.' })
class CountStepsShown {
  @Shown({ meaning: 'First day that was looked at; `null` when hours are counted.', format: 'date', nullable: true })
  readonly countedFrom: string | null;

  @Shown({ meaning: 'How much of `unit` was counted.', example: 10, schema: { type: 'integer' } })
  readonly counted: number;

  @Shown({ meaning: 'Saturdays and Sundays that were left out.', example: 4, schema: { type: 'integer' } })
  readonly weekendDays: number;

  @Shown({ meaning: 'Weekdays that were left out.', type: () => ClosedDaysShown, list: true })
  readonly closed: readonly ClosedDaysShown[];

  @Shown({
    meaning: 'Where it ended before it was rolled to the next joint business day; `null` where it was not.',
    format: 'date',
    nullable: true,
  })
  readonly rolledFrom: string | null;

  @Shown({ meaning: 'Times in which it stood still.', type: () => StandStillShown, list: true, optional: true })
  readonly stoodStill?: readonly StandStillShown[];
}

@ApiSchema({ description: 'How a deadline was counted.' })
export class CountShown extends BilingualShown {
  @Shown({ meaning: 'Step by step.', type: () => CountStepsShown, optional: true })
  readonly steps?: CountStepsShown;
}
