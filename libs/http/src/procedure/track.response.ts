import { ApiSchema } from '@nestjs/swagger';
import type { ClockRule, ClockUnit, Track } from '@parley/procedure';
import { BilingualShown } from '../fields/bilingual.response';
import { Shown } from '../fields/shown.decorator';

export const TRACKS = ['standard', 'complex', 'urgent'] as const satisfies readonly Track[];
export const CLOCK_UNITS = [
  'joint-business-day',
  'calendar-day',
  'calendar-month',
  'hour',
] as const satisfies readonly ClockUnit[];
export const CLOCK_ROLLS = ['next-joint-business-day', 'none'] as const satisfies readonly ClockRule['roll'][];

@ApiSchema({ description: 'By how much a clock may be extended.' })
export class ExtensionRuleShown {
  @Shown({
    meaning: 'Most by which it may be extended, in the clock’s own unit.',
    example: 10,
    schema: { type: 'integer' },
  })
  readonly atMost: number;

  @Shown({ meaning: 'How often.', example: 1, schema: { type: 'integer' } })
  readonly times: number;

  @Shown({ meaning: 'Whose word it needs.', values: ['consent-or-joint-decision', 'both-parties-signatures'] })
  readonly by: string;
}

/** A clock without its name, and without what starts it. */
export class ClockTermsShown {
  @Shown({ meaning: 'Stage to which it belongs.', kind: 'stage' })
  readonly stage: string;

  @Shown({ meaning: 'Rule that is quoted for it.', kind: 'rule' })
  readonly rule: string;

  @Shown({ meaning: 'What it is.', type: () => BilingualShown })
  readonly description: BilingualShown;

  @Shown({ meaning: 'How long it runs, in `unit`.', example: 10, schema: { type: 'integer' } })
  readonly length: number;

  @Shown({
    meaning: 'What its length counts.',
    values: CLOCK_UNITS,
  })
  readonly unit: string;

  @Shown({
    meaning: 'Where it goes when it ends on a day that is no joint business day.',
    values: CLOCK_ROLLS,
  })
  readonly roll: string;

  @Shown({
    meaning: 'Name of the default that happens by itself at its end.',
    example: 'recorded-as-unanswered',
    kind: 'word',
  })
  readonly onSilence: string;

  @Shown({
    meaning: 'By how much it may be extended before it ends; `null` where it may not.',
    type: () => ExtensionRuleShown,
    nullable: true,
  })
  readonly extension: ExtensionRuleShown | null;

  @Shown({ meaning: 'How often it may start anew in one case.', example: 1, schema: { type: 'integer' } })
  readonly rounds: number;

  @Shown({
    meaning: '`back` for a limit that ends before the day from which it is counted; left out for every other.',
    values: ['back'],
    optional: true,
  })
  readonly counted?: 'back';
}

@ApiSchema({ description: 'A clock of a track.' })
export class ClockShown extends ClockTermsShown {
  @Shown({ meaning: 'Name of the clock.', example: 'reply', kind: 'word' })
  readonly clock: string;

  @Shown({ meaning: 'What starts it.', type: () => BilingualShown })
  readonly from: BilingualShown;
}

export class TrackNumbersShown {
  @Shown({ meaning: 'Members of the panel nominated by each side.', example: 2, schema: { type: 'integer' } })
  readonly seatsPerSide: number;

  @Shown({
    meaning: 'The most calendar days that seats of one side add to the long-stop (I-69).',
    example: 60,
    schema: { type: 'integer' },
  })
  readonly addedDaysPerSide: number;
}

@ApiSchema({ description: 'A track with its clocks.' })
export class TrackShown extends TrackNumbersShown {
  @Shown({ meaning: 'Name of the track.', values: TRACKS })
  readonly track: string;

  @Shown({ meaning: 'Its clocks.', type: () => ClockShown, list: true })
  readonly clocks: readonly ClockShown[];
}
