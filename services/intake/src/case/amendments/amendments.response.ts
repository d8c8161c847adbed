import { ApiSchema } from '@nestjs/swagger';
import { Shown } from '@parley/http';
import { CounterStatementShown } from '../reply/reply.response';
import { AMENDMENT_KINDS, type Amendment } from './amendments.rules';

export const AMENDMENT_STAGES = ['none', 'awaiting-reply', 'consultations', 'closed'] as const;

@ApiSchema({ description: 'A change of the grievance after its registration.' })
export class AmendmentShown {
  @Shown({
    meaning: 'Id of the amendment within the case; its times are `reply:S1` and `consultations:S1`.',
    example: 'S1',
    kind: 'word',
  })
  readonly id: string;

  @Shown({
    meaning: 'Whether it only adds claims, revises and replaces, or brings in claims of the respondent.',
    values: [...AMENDMENT_KINDS, 'joinder'],
  })
  readonly kind: string;

  @Shown({ meaning: 'When it was made (UTC).', format: 'date-time' })
  readonly amendedAt: string;

  @Shown({ meaning: 'Claims that it added.', type: () => String, list: true, kind: 'claim' })
  readonly added: readonly string[];

  @Shown({ meaning: 'Claims that say something else since.', type: () => String, list: true, kind: 'claim' })
  readonly replaced: readonly string[];

  @Shown({ meaning: 'Claims that it left out.', type: () => String, list: true, kind: 'claim' })
  readonly dropped: readonly string[];

  @Shown({
    meaning: 'Where its own claims stand; `none` where they have no times of their own.',
    values: AMENDMENT_STAGES,
  })
  readonly stage: string;

  @Shown({ meaning: 'True when the time to answer it passed without an answer.', example: false })
  readonly unanswered: boolean;

  @Shown({
    meaning: 'What the respondent said of its claims; empty while nothing is said.',
    type: () => CounterStatementShown,
    list: true,
  })
  readonly counterStatements: readonly CounterStatementShown[];
}

export const showAmendment = ({
  id,
  kind,
  at,
  added,
  replaced,
  dropped,
  stage,
  answer,
}: Amendment): AmendmentShown => ({
  ...{ id, kind, amendedAt: at, added, replaced, dropped, stage },
  unanswered: answer === 'unanswered',
  counterStatements: answer === null || answer === 'unanswered' ? [] : answer.counterStatements,
});
