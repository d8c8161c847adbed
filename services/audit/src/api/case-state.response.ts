import { Shown } from '@parley/http';
import { DIGEST_SCHEMA } from './shown-words';

/** The event that a part of the case had come to. */
export class LastEventResponse {
  @Shown({ meaning: 'Id of the event.', format: 'uuid', example: '0b8f3a42-6c1d-8a55-a0a4-1f7f0f3d9c10' })
  readonly eventId: string;
  @Shown({ meaning: 'Its type.', example: 'ReplyLapsed', kind: 'word' })
  readonly type: string;
  @Shown({ meaning: 'The rule under which it happened.', kind: 'rule' })
  readonly rule: string;
  @Shown({ meaning: 'Its instant in law (UTC).', format: 'date-time', example: '2025-02-18T16:00:00.000Z' })
  readonly occurredAt: string;
  @Shown({ meaning: 'When it was recorded (UTC).', format: 'date-time', example: '2025-02-18T16:00:00.000Z' })
  readonly recordedAt: string;
  @Shown({ meaning: 'Its commitment.', schema: DIGEST_SCHEMA })
  readonly commitment: string;
}

/** One part of the case. */
export class PartResponse {
  @Shown({ meaning: 'Stream of the part.', example: 'intake.case-5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11', kind: 'word' })
  readonly stream: string;
  @Shown({
    meaning: 'Revision of the last event that is yours to read; null for members of the panel.',
    nullable: true,
    example: 4,
    schema: { type: 'integer' },
  })
  readonly revision: number | null;
  @Shown({ meaning: 'That event.', type: () => LastEventResponse })
  readonly last: LastEventResponse;
}

/** That something had happened. */
export class HappenedResponse {
  @Shown({
    meaning: 'Stream of the events.',
    example: 'intake.case-5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11',
    kind: 'word',
  })
  readonly stream: string;
  @Shown({ meaning: 'Their type.', example: 'CallUnanswered', kind: 'word' })
  readonly type: string;
  @Shown({ meaning: 'The rule under which they happened.', example: 'S5', kind: 'rule' })
  readonly rule: string;
  @Shown({ meaning: 'How often.', example: 2, schema: { type: 'integer', minimum: 1 } })
  readonly times: number;
  @Shown({ meaning: 'The last one’s instant in law (UTC).', format: 'date-time', example: '2025-02-18T16:00:00.000Z' })
  readonly lastAt: string;
}

/** A limit that ran. */
export class RunningResponse {
  @Shown({ meaning: 'Unique in its stream.', example: 'consultations', kind: 'word' })
  readonly id: string;
  @Shown({ meaning: 'Clock of the rule set.', example: 'consultations', kind: 'word' })
  readonly clock: string;
  @Shown({ meaning: 'Stage that it belongs to.', kind: 'stage' })
  readonly stage: string;
  @Shown({ meaning: 'Its rule.', example: 'S5', kind: 'rule' })
  readonly rule: string;
  @Shown({ meaning: 'First instant that is too late (UTC).', format: 'date-time', example: '2025-02-18T16:00:00.000Z' })
  readonly dueAt: string;
  @Shown({ meaning: 'True when it depended on a calendar that was not published.', example: false })
  readonly provisional: boolean;
  @Shown({
    meaning: 'Stream of the event that opened it.',
    example: 'intake.case-5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11',
    kind: 'word',
  })
  readonly stream: string;
  @Shown({
    meaning: 'Id of the event that opened it.',
    format: 'uuid',
    example: '0b8f3a42-6c1d-8a55-a0a4-1f7f0f3d9c10',
  })
  readonly openedBy: string;
}

/** A case as it could have been known at an instant. */
export class CaseStateResponse {
  @Shown({
    meaning: 'The instant: only what had been recorded by then counts (UTC).',
    format: 'date-time',
    example: '2025-03-01T00:00:00.000Z',
  })
  readonly asOf: string;
  @Shown({
    meaning: 'The parts of the case, each as far as it had come; empty before the filing.',
    type: () => PartResponse,
    list: true,
  })
  readonly parts: readonly PartResponse[];
  @Shown({ meaning: 'What had happened, by type.', type: () => HappenedResponse, list: true })
  readonly happened: readonly HappenedResponse[];
  @Shown({ meaning: 'The limits that ran, the next one first.', type: () => RunningResponse, list: true })
  readonly running: readonly RunningResponse[];
}
