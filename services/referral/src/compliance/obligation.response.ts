import { ApiSchema } from '@nestjs/swagger';
import { BilingualShown, AuthoredText, DeadlineShown, Shown } from '@parley/http';
import { REPORTED_STATES } from './agreement-events.rules';
import { STANDINGS } from './reported.rules';

const REPUDIATED = { format: 'date-time', nullable: true } as const;
const OBLIGATION_STATES = ['open', 'overdue', 'fulfilled'] as const;

@ApiSchema({ description: 'What the owner of an obligation reported, and what became of it.' })
export class ReportedShown {
  @Shown({ meaning: 'What its owner says of it.', values: REPORTED_STATES, example: 'done' })
  readonly says: string;

  @Shown({ meaning: 'When it said so (UTC).', format: 'date-time' })
  readonly at: string;

  @Shown({
    meaning:
      'Whether the other side verified it, or it counts as verified by silence, or is disputed (S13): `awaited` ' +
      'while the other side has time to answer, `not-as-reported` where both co-heads found so.',
    values: STANDINGS,
    example: 'awaited',
  })
  readonly standing: string;

  @Shown({ meaning: 'The same in both languages.', type: () => BilingualShown })
  readonly standingName: BilingualShown;

  @Shown({
    meaning: 'When it was answered, or its time was over (UTC); `null` until then.',
    format: 'date-time',
    nullable: true,
  })
  readonly answeredAt: string | null;

  @Shown({
    meaning: 'Until when the other side answers, or the co-heads check it; `null` when neither time runs.',
    type: () => DeadlineShown,
    nullable: true,
  })
  readonly deadline: DeadlineShown | null;

  @Shown({
    meaning: 'Words of the other side; empty where the parties keep words to themselves.',
    type: () => AuthoredText,
    list: true,
  })
  readonly note: readonly AuthoredText[];
}

@ApiSchema({ description: 'A change of the date of an obligation.' })
export class DateMoveShown {
  @Shown({ meaning: 'Date that it had.', format: 'date' })
  readonly from: string;

  @Shown({ meaning: 'Date that both agreed on.', format: 'date' })
  readonly to: string;

  @Shown({ meaning: 'When they did (UTC).', format: 'date-time' })
  readonly at: string;

  @Shown({ meaning: 'Why; empty where the parties keep words to themselves.', type: () => AuthoredText, list: true })
  readonly reason: readonly AuthoredText[];

  @Shown({ meaning: 'When a side repudiated its consent (UTC), so that the date before stands.', ...REPUDIATED })
  readonly repudiatedAt: string | null;
}

@ApiSchema({ description: 'A notice of non-performance.' })
export class NonPerformanceShown {
  @Shown({ meaning: 'Number of the notice: 1, 2, 3 …', example: 1, schema: { type: 'integer' } })
  readonly n: number;

  @Shown({ meaning: 'Party that gave notice. It is its own word: the record states no breach (I-52).', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: 'When (UTC).', format: 'date-time' })
  readonly at: string;

  @Shown({
    meaning: 'Its words; empty where the parties keep words to themselves.',
    type: () => AuthoredText,
    list: true,
  })
  readonly text: readonly AuthoredText[];

  @Shown({ meaning: 'When that party repudiated it (UTC).', ...REPUDIATED })
  readonly repudiatedAt: string | null;
}

@ApiSchema({ description: 'An obligation of an agreement.' })
export class ObligationShown {
  @Shown({ meaning: 'Id within the agreement.', kind: 'word', example: 'O1' })
  readonly id: string;

  @Shown({ meaning: 'Party that has to do it.', kind: 'party' })
  readonly owner: string;

  @Shown({
    meaning: '`overdue` from the very end of its date on, whether or not anybody reports it (I-54).',
    values: OBLIGATION_STATES,
    example: 'open',
  })
  readonly state: string;

  @Shown({ meaning: 'The state in both languages.', type: () => BilingualShown })
  readonly stateName: BilingualShown;

  @Shown({ meaning: 'Date that was first agreed on.', format: 'date' })
  readonly firstDate: string;

  @Shown({ meaning: 'Its present date.', format: 'date' })
  readonly date: string;

  @Shown({ meaning: 'The same as a deadline that explains itself (I-16).', type: () => DeadlineShown })
  readonly deadline: DeadlineShown;

  @Shown({ meaning: 'When what was done was verified (UTC); `null` until then.', format: 'date-time', nullable: true })
  readonly fulfilledAt: string | null;

  @Shown({ meaning: 'What is to be done; empty where the text is not public.', type: () => AuthoredText, list: true })
  readonly what: readonly AuthoredText[];

  @Shown({
    meaning: 'How both sides will see that it was done; empty where the text is not public.',
    type: () => AuthoredText,
    list: true,
  })
  readonly check: readonly AuthoredText[];

  @Shown({
    meaning: 'The newest that its owner reported, and what became of it; `null` until it has.',
    type: () => ReportedShown,
    nullable: true,
  })
  readonly reported: ReportedShown | null;

  @Shown({ meaning: 'Every change of its date (I-64).', type: () => DateMoveShown, list: true })
  readonly moves: readonly DateMoveShown[];

  @Shown({ meaning: 'Notices of non-performance by the other party.', type: () => NonPerformanceShown, list: true })
  readonly notices: readonly NonPerformanceShown[];
}
