import { ApiSchema } from '@nestjs/swagger';
import {
  AuthoredText,
  BilingualShown,
  DeadlineChangeShown,
  DeadlineRecordShown,
  LimitShown,
  Shown,
} from '@parley/http';
import type { PersonId } from '@parley/kernel';
import type { RuleSet } from '@parley/procedure';
import type { AgendaItem } from './agenda.table';
import { explainDeadline } from './explained-deadline';

@ApiSchema({ description: 'A deadline, and who owes what by it.' })
export class AgendaItemShown extends LimitShown {
  @Shown({
    meaning:
      'Case in which it runs; of what belongs to no case, the agreement of the register or the request on the hotline.',
    format: 'uuid',
  })
  readonly case: string;

  @Shown({
    meaning: 'Where it is read: the case, the agreement, the request.',
    example: '/v1/cases/5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11',
    max: 100,
  })
  readonly link: string;

  @Shown({ meaning: 'Docket number; `null` before registration.', kind: 'docketNumber', nullable: true })
  readonly docketNumber: string | null;

  @Shown({ meaning: 'What the case is called.', type: () => AuthoredText, list: true })
  readonly subject: readonly AuthoredText[];

  @Shown({ meaning: 'Part of the procedure in which it runs.', example: 'intake', kind: 'word' })
  readonly context: string;

  @Shown({ meaning: 'Id of the deadline within that part of the case.', example: 'reply', kind: 'word' })
  readonly deadline: string;

  @Shown({ meaning: 'What is due.', type: () => BilingualShown })
  readonly what: BilingualShown;

  @Shown({
    meaning:
      'Whose act is awaited: `complainant`, `respondent`, `parties`, `parties-and-coheads`, `registry`, ' +
      '`panel`, `coheads`, `panel-and-coheads`, `nobody`, `party:` or `registry:` and a code, ' +
      'or `person:` and a person.',
    example: 'respondent',
    kind: 'word',
  })
  readonly awaited: string;

  @Shown({
    meaning: 'Whom that side has designated by name to do it, as for a call; empty when anybody of the office may.',
    type: () => String,
    list: true,
    kind: 'person',
  })
  readonly designated: readonly string[];

  @Shown({ meaning: 'When it first ended (UTC).', format: 'date-time' })
  readonly firstDueAt: string;

  @Shown({ meaning: 'Each change since, with its reason (I-64).', type: () => DeadlineChangeShown, list: true })
  readonly changes: readonly DeadlineChangeShown[];

  @Shown({ meaning: 'How it was counted, in words.', type: () => BilingualShown })
  readonly arithmetic: BilingualShown;

  @Shown({ meaning: 'What happens by itself if nobody acts.', type: () => BilingualShown })
  readonly onSilence: BilingualShown;

  @Shown({ meaning: 'As it stands on record.', type: () => DeadlineRecordShown })
  readonly record: DeadlineRecordShown;
}

@ApiSchema({ description: 'A calendar feed with its address.' })
export class CalendarFeedShown {
  @Shown({ meaning: 'Id of the feed, by which it is ended.', format: 'uuid' })
  readonly id: string;

  @Shown({
    meaning: 'Path with the token, for a calendar program. It reads your agenda and does nothing else.',
    example: '/v1/agenda.ics?token=q1Yp…',
    max: 3_000,
  })
  readonly url: string;

  @Shown({ meaning: 'From when on it is not read any more (UTC).', format: 'date-time' })
  readonly validUntil: string;
}

@ApiSchema({ description: 'A calendar feed of the caller, without its token.' })
export class OwnFeedShown {
  @Shown({ meaning: 'Id of the feed.', format: 'uuid' })
  readonly id: string;

  @Shown({ meaning: 'Id of the case that it reads; `null` for the agenda.', format: 'uuid', nullable: true })
  readonly case: string | null;

  @Shown({ meaning: 'When its token was given (UTC).', format: 'date-time' })
  readonly givenAt: string;

  @Shown({ meaning: 'From when on it is not read any more (UTC).', format: 'date-time' })
  readonly validUntil: string;
}

/** What is shown of a deadline, as plain data. */
export type ShownItem = Pick<AgendaItemShown, keyof AgendaItemShown>;

/**
 * A deadline as its readers see it, with all that they may ask about it.
 * @param designated by name to do what is due
 */
export function showAgendaItem(
  item: AgendaItem,
  ruleSetOf: (version: string) => RuleSet,
  designated: readonly PersonId[] = [],
): ShownItem {
  const { caseId, link, docketNumber, subject, context, awaited, deadline } = item;
  const { what, firstDueAt, changes, dueAt, provisional, arithmetic, onSilence } = explainDeadline(deadline, ruleSetOf);
  return {
    case: caseId,
    link,
    docketNumber,
    subject: [...subject],
    context,
    deadline: deadline.id,
    clock: deadline.clock,
    stage: deadline.stage,
    rule: deadline.rule,
    what,
    awaited,
    designated,
    firstDueAt,
    changes,
    dueAt,
    provisional,
    arithmetic,
    onSilence,
    record: deadline,
  };
}
