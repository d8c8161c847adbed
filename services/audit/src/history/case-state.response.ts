import { Inject, Injectable } from '@nestjs/common';
import { ApiSchema } from '@nestjs/swagger';
import type { Caller } from '@parley/access';
import { EVENT_TYPE } from '@parley/contracts';
import type { EventStore, Position } from '@parley/event-store';
import { problemCatalogue, ProblemError, Shown, type ReadsLog } from '@parley/http';
import type { Clock, Instant, Party } from '@parley/kernel';
import type { Facts } from '@parley/messaging';
import type { RecordWalks } from '../completeness/record-walks';
import type { CompletenessTable } from '../completeness/completeness-table';
import type { CheckedRecord } from '../completeness/nightly-check';
import type { DocketReader } from '../docket/docket.table';
import { CaseHistory } from './case-history';
import { HistoryEntryShown } from './history.response';

@ApiSchema({ description: 'The last event of a part of a case.' })
class LastEventShown {
  @Shown({ meaning: 'Id of the event.', format: 'uuid', example: '0b8f3a42-6c1d-8a55-a0a4-1f7f0f3d9c10' })
  readonly eventId: string;
  @Shown({ meaning: 'Its type.', example: 'ReplyLapsed', ...EVENT_TYPE })
  readonly type: string;
  @Shown({ meaning: 'The rule under which it happened.', kind: 'rule' })
  readonly rule: string;
  @Shown({ meaning: 'Its instant in law (UTC).', format: 'date-time' })
  readonly occurredAt: string;
  @Shown({ meaning: 'When it was recorded (UTC).', format: 'date-time' })
  readonly recordedAt: string;
  @Shown({ meaning: 'Its commitment.', kind: 'digest' })
  readonly commitment: string;
}

@ApiSchema({ description: 'A part of a case, as far as it had come.' })
export class PartShown {
  @Shown({ meaning: 'Stream of the part.', example: 'intake.case-5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11', kind: 'word' })
  readonly stream: string;
  @Shown({
    meaning: 'Revision of the last event that is yours to read; null for members of the panel.',
    nullable: true,
    example: 4,
    schema: { type: 'integer' },
  })
  readonly revision: number | null;
  @Shown({ meaning: 'That event.', type: () => LastEventShown })
  readonly last: LastEventShown;
}

@ApiSchema({ description: 'Events of a type that had happened.' })
class HappenedShown {
  @Shown({
    meaning: 'Stream of the events.',
    example: 'intake.case-5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11',
    kind: 'word',
  })
  readonly stream: string;
  @Shown({ meaning: 'Their type.', example: 'CallUnanswered', ...EVENT_TYPE })
  readonly type: string;
  @Shown({ meaning: 'The rule under which they happened.', example: 'S5', kind: 'rule' })
  readonly rule: string;
  @Shown({ meaning: 'How often.', example: 2, schema: { type: 'integer', minimum: 1 } })
  readonly times: number;
  @Shown({ meaning: 'The last one’s instant in law (UTC).', format: 'date-time' })
  readonly lastAt: string;
}

@ApiSchema({ description: 'A limit that ran at an instant.' })
class RunningShown {
  @Shown({ meaning: 'Unique in its stream.', example: 'consultations', kind: 'word' })
  readonly id: string;
  @Shown({ meaning: 'Clock of the rule set.', example: 'consultations', kind: 'word' })
  readonly clock: string;
  @Shown({ meaning: 'Stage that it belongs to.', kind: 'stage' })
  readonly stage: string;
  @Shown({ meaning: 'Its rule.', example: 'S5', kind: 'rule' })
  readonly rule: string;
  @Shown({
    meaning: 'Whose act it awaits, where its clock does not say so, such as `party:US`; empty otherwise.',
    example: 'party:US',
    max: 100,
  })
  readonly awaits: string;
  @Shown({ meaning: 'First instant that is too late (UTC).', format: 'date-time' })
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

@ApiSchema({ description: 'A case as it could have been known at an instant.' })
export class CaseStateShown {
  @Shown({
    meaning: 'The instant: only what had been recorded by then counts (UTC).',
    format: 'date-time',
  })
  readonly asOf: string;
  @Shown({
    meaning: 'The parts of the case, each as far as it had come; empty before the filing.',
    type: () => PartShown,
    list: true,
  })
  readonly parts: readonly PartShown[];
  @Shown({ meaning: 'What had happened, by type.', type: () => HappenedShown, list: true })
  readonly happened: readonly HappenedShown[];
  @Shown({ meaning: 'The limits that ran, the next one first.', type: () => RunningShown, list: true })
  readonly running: readonly RunningShown[];
}

@ApiSchema({ description: 'A part of a case that went on.' })
export class PartMovedShown {
  @Shown({ meaning: 'Stream of the part.', example: 'intake.case-5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11', kind: 'word' })
  readonly stream: string;
  @Shown({
    meaning: 'Its last event at the first instant; `null` where it had none.',
    type: () => LastEventShown,
    nullable: true,
  })
  readonly before: LastEventShown | null;
  @Shown({ meaning: 'Its last event at the second instant.', type: () => LastEventShown })
  readonly after: LastEventShown;
}

@ApiSchema({ description: 'A limit that ends at another time than before.' })
export class LimitMovedShown {
  @Shown({ meaning: 'The limit as it ran at the first instant.', type: () => RunningShown })
  readonly before: RunningShown;
  @Shown({ meaning: 'The same limit as it ran at the second.', type: () => RunningShown })
  readonly after: RunningShown;
}

@ApiSchema({ description: 'What changed in a case between two instants.' })
export class CaseDifferenceShown {
  @Shown({
    meaning: 'The first instant: what was recorded by then is the case before (UTC).',
    format: 'date-time',
  })
  readonly from: string;
  @Shown({ meaning: 'The second instant (UTC).', format: 'date-time' })
  readonly to: string;
  @Shown({ meaning: 'Parts of the case that went on.', type: () => PartMovedShown, list: true })
  readonly parts: readonly PartMovedShown[];
  @Shown({ meaning: 'What happened in between, by type, and how often.', type: () => HappenedShown, list: true })
  readonly happened: readonly HappenedShown[];
  @Shown({ meaning: 'Limits that began and still ran.', type: () => RunningShown, list: true })
  readonly opened: readonly RunningShown[];
  @Shown({
    meaning: 'Limits that ran at the first instant and no more at the second.',
    type: () => RunningShown,
    list: true,
  })
  readonly closed: readonly RunningShown[];
  @Shown({ meaning: 'Limits that ran at both and ended at another time.', type: () => LimitMovedShown, list: true })
  readonly moved: readonly LimitMovedShown[];
  @Shown({
    meaning: 'The events in between, in the one order of the store, at most 200.',
    type: () => HistoryEntryShown,
    list: true,
  })
  readonly events: readonly HistoryEntryShown[];
  @Shown({
    meaning: 'True when there were more events than are listed; all of them are in the history.',
    example: false,
  })
  readonly more: boolean;
}

/** The ports of the audit's routes. The service's module provides them as a value under this token. */
export abstract class AuditApi {
  abstract readonly clock: Clock;
  abstract readonly store: EventStore;
  /** What the other services have told of cases. */
  abstract readonly facts: Facts;
  abstract readonly docket: DocketReader;
  /** What the check of completeness looks at; `completeness` holds its nightly results. */
  abstract readonly record: CheckedRecord;
  abstract readonly completeness: CompletenessTable;
  /** What the nightly walks over the whole record came to. */
  abstract readonly walks: Pick<RecordWalks, 'last'>;
  /** Who read a case's history (I-40). */
  abstract readonly reads: ReadsLog;
  abstract readonly parties: readonly Party[];
  /** IANA name of the seat's time zone, in which pages show instants. */
  abstract readonly zone: string;
  /** True where production is only tried. */
  abstract readonly trial: boolean;
  /** The position up to which the docket's tables show the public log. */
  abstract seen(): Position;
  /** Waits, briefly, until what was recorded before the call has been heard and is on the docket. */
  abstract caughtUp(): Promise<void>;
  /**
   * Waits until everything that was recorded before an instant has been heard.
   * @returns false when patience ended first
   * @throws when the service stops
   */
  abstract heard(before: Instant): Promise<boolean>;
}

/**
 * Lets callers to histories. The history of a case that a caller may not see answers as one that does not exist (I-43).
 */
@Injectable()
export class HistoryGate {
  constructor(@Inject(AuditApi) private readonly audit: AuditApi) {}

  /**
   * Looks a second time after all that is recorded has been heard, so that a caller who has just filed finds the case.
   * A case that the caller may not know of is looked for just as long as one that does not exist, so the time that a
   * 404 takes tells nothing.
   * @throws ProblemError 404
   */
  async open(caseId: string, caller: Caller): Promise<CaseHistory> {
    const history = await CaseHistory.of(this.audit, caseId, caller);
    if (history) return history;
    await this.audit.caughtUp();
    const late = await CaseHistory.of(this.audit, caseId, caller);
    if (!late) throw new ProblemError(problemCatalogue.notFound);
    return late;
  }
}
