import { DateField, EnumField, PageRequest, TextField, TextsField, type AuthoredText } from '@parley/http';

export const ASSIGNMENTS = ['mine', 'nobody'] as const;
const WORD = /^[a-z]+$/;

/** The query of the queue. */
export class QueueRequest extends PageRequest {
  @EnumField({
    meaning: 'Only steps that are assigned to you, or to nobody yet.',
    example: 'mine',
    values: ASSIGNMENTS,
    optional: true,
  })
  readonly assigned?: (typeof ASSIGNMENTS)[number];
}

class StepRequest {
  @TextField({
    meaning: 'Part of the procedure in which the deadline runs, as the queue names it.',
    example: 'intake',
    max: 40,
    pattern: WORD,
  })
  readonly context: string;

  @TextField({
    meaning: 'Id of the deadline within that part of the case, as the queue names it.',
    example: 'completeness',
    max: 200,
  })
  readonly deadline: string;
}

export class AssignmentRequest extends StepRequest {
  @TextField({ meaning: 'Who is to do it.', example: 'us-registry-1', max: 200, pattern: /^[\x21-\x7e]+$/ })
  readonly assignee: string;
}

export class DelayRequest extends StepRequest {
  @DateField({ meaning: 'The day on which the step is expected.', example: '2025-02-20' })
  readonly expectedOn: string;

  @TextsField({
    meaning: 'Why it is late.',
    example: [{ lang: 'en', text: 'The annexes are being read.', kind: 'original' }],
    max: 5_000,
    multiline: true,
  })
  readonly reason: readonly AuthoredText[];
}
