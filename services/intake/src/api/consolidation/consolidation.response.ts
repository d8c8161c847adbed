import { Shown } from '@parley/http';

export class OwnDateShown {
  @Shown({ meaning: 'Id of the case.', format: 'uuid' })
  readonly case: string;

  @Shown({ meaning: 'When it is due in this case (UTC).', format: 'date-time' })
  readonly dueAt: string;
}

export class JointDateShown {
  @Shown({ meaning: 'Id of the deadline, the same in each case.', example: 'reply', kind: 'word' })
  readonly id: string;

  @Shown({
    meaning: 'By when the same may be done in all of them: the latest of the cases’ own dates (UTC).',
    format: 'date-time',
  })
  readonly dueAt: string;

  @Shown({ meaning: 'When it is due in each case; these are what binds.', type: () => OwnDateShown, list: true })
  readonly own: readonly OwnDateShown[];
}

/** The dates of cases that go on side by side. */
export class TimetableShown {
  @Shown({
    meaning: 'The cases.',
    type: () => String,
    list: true,
    format: 'uuid',
    example: ['5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11'],
  })
  readonly cases: readonly string[];

  @Shown({ meaning: 'What is due, the next first.', type: () => JointDateShown, list: true })
  readonly dates: readonly JointDateShown[];
}
