import { Shown } from '@parley/http';
import { ReferralWordsShown } from './words.response';

/** A deadline that explains itself (I-16). */
export class ReferralDeadlineShown {
  @Shown({ meaning: 'Id of the deadline within the case.', example: 'dossier:1', kind: 'word' })
  readonly id: string;

  @Shown({ meaning: 'Clock of the rule set.', example: 'dossier', kind: 'word' })
  readonly clock: string;

  @Shown({ meaning: 'Stage to which it belongs.', example: 'S12', kind: 'stage' })
  readonly stage: string;

  @Shown({ meaning: 'Rule that is quoted for it.', example: 'S12', kind: 'rule' })
  readonly rule: string;

  @Shown({ meaning: 'First instant that is too late (UTC).', format: 'date-time', example: '2025-07-15T15:00:00.000Z' })
  readonly dueAt: string;

  @Shown({
    meaning: 'True when it depends on a calendar that is not published yet; then it may only become later.',
    example: false,
  })
  readonly provisional: boolean;

  @Shown({ meaning: 'How it was counted, in words.', type: () => ReferralWordsShown })
  readonly arithmetic: ReferralWordsShown;

  @Shown({
    meaning: 'The whole record: rule, trigger, calendar version, zone, steps.',
    schema: { type: 'object', additionalProperties: true },
  })
  readonly record: object;
}
