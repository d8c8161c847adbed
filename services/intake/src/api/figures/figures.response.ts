import { Shown } from '@parley/http';

export class FigureShown {
  @Shown({ meaning: 'Stage of the procedure.', kind: 'stage' })
  readonly stage: string;

  @Shown({ meaning: 'Clock of the rule set.', example: 'reply', kind: 'word' })
  readonly clock: string;

  @Shown({
    meaning: 'Code of the party, or the office, whose act was awaited; `parties` where it was either’s.',
    example: 'US',
    kind: 'word',
  })
  readonly side: string;

  @Shown({ meaning: 'How often the clock has run and ended.', example: 12 })
  readonly runs: number;

  @Shown({ meaning: 'How often an act ended it before its time was over; of `cure`, the cures.', example: 9 })
  readonly answered: number;

  @Shown({ meaning: 'Share of runs that an act ended in time, from 0 to 1.', example: 0.75 })
  readonly shareAnswered: number;

  @Shown({ meaning: 'Median time from its start to its end, in hours of the clock.', example: 212.5 })
  readonly medianHours: number;

  @Shown({ meaning: 'Longest time, in hours of the clock.', example: 360 })
  readonly longestHours: number;
}

export class FiguresShown {
  @Shown({ meaning: 'By stage, clock and side.', type: () => FigureShown, list: true })
  readonly figures: readonly FigureShown[];
}
