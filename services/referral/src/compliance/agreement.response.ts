import { ApiSchema } from '@nestjs/swagger';
import { AuthoredText, BilingualShown, Shown, DeadlineShown } from '@parley/http';
import { REPUDIABLE_ACTS } from '@parley/procedure';
import { REPORTED_STATES } from './agreement-events.rules';
import { ObligationShown } from './obligation.response';
import { PUBLICATIONS } from './verification.rules';

export const AGREEMENT_STATES = ['on-course', 'overdue', 'fulfilled'] as const;
const REPORT_STATES = ['due', 'given', 'missing', 'given-late', 'not-owed'] as const;

@ApiSchema({ description: 'What a report says of an obligation.' })
export class ReportEntryShown {
  @Shown({ meaning: 'Id of the obligation.', kind: 'word', example: 'O1' })
  readonly obligation: string;

  @Shown({ meaning: 'What its owner says of it.', values: REPORTED_STATES, example: 'on-course' })
  readonly says: string;

  @Shown({
    meaning: 'Its words; empty where the parties keep words to themselves.',
    type: () => AuthoredText,
    list: true,
  })
  readonly note: readonly AuthoredText[];
}

@ApiSchema({ description: 'A status report, given or owed.' })
export class StatusReportShown {
  @Shown({ meaning: 'Number of the review that it comes before.', example: 1, schema: { type: 'integer' } })
  readonly review: number;

  @Shown({ meaning: 'Party that owes it.', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: '`missing` from the very end of its time on.', values: REPORT_STATES, example: 'given' })
  readonly state: string;

  @Shown({ meaning: 'The state in both languages.', type: () => BilingualShown })
  readonly stateName: BilingualShown;

  @Shown({ meaning: 'When it is due, with how it was counted (I-16).', type: () => DeadlineShown })
  readonly deadline: DeadlineShown;

  @Shown({ meaning: 'When it was given (UTC); `null` if it was not.', format: 'date-time', nullable: true })
  readonly givenAt: string | null;

  @Shown({ meaning: 'What it says of each obligation.', type: () => ReportEntryShown, list: true })
  readonly entries: readonly ReportEntryShown[];
}

@ApiSchema({ description: 'Where an agreement is found.' })
export class AgreementSourceShown {
  @Shown({ meaning: 'Citation of the text.', example: '2020 OJ 1', max: 300 })
  readonly citation: string;

  @Shown({ meaning: 'When it was signed.', format: 'date' })
  readonly date: string;

  @Shown({
    meaning: 'Address of the text; absent where none is known.',
    example: 'https://example.org/agreement',
    optional: true,
    max: 500,
  })
  readonly url?: string;
}

@ApiSchema({ description: 'A review of an agreement.' })
export class ReviewShown {
  @Shown({ meaning: 'Number of the review: 1, 2, 3 …', example: 1, schema: { type: 'integer' } })
  readonly n: number;

  @Shown({ meaning: 'Its day.', format: 'date' })
  readonly date: string;

  @Shown({ meaning: 'The same as a deadline that explains itself (I-16).', type: () => DeadlineShown })
  readonly deadline: DeadlineShown;
}

@ApiSchema({ description: 'An act that its side has repudiated.' })
export class RepudiatedShown {
  @Shown({ meaning: 'What it was.', values: REPUDIABLE_ACTS, example: 'verification' })
  readonly kind: string;

  @Shown({ meaning: 'The same in both languages.', type: () => BilingualShown })
  readonly kindName: BilingualShown;

  @Shown({ meaning: 'Party in whose name it had been done.', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: 'When it was recorded (UTC).', format: 'date-time' })
  readonly doneAt: string;

  @Shown({ meaning: 'From when on it counts as not done (UTC).', format: 'date-time' })
  readonly at: string;
}

@ApiSchema({ description: 'An agreement with what became of it.' })
export class AgreementShown {
  @Shown({ meaning: 'Id of the agreement; that of its case for a settlement.', format: 'uuid' })
  readonly agreementId: string;

  @Shown({
    meaning: 'Docket number of the case that it settles; `null` for an agreement of the register.',
    kind: 'docketNumber',
    nullable: true,
  })
  readonly docketNumber: string | null;

  @Shown({
    meaning:
      'Where the text of an agreement of the register is found; `null` for a settlement, or where the ' +
      'parties keep it to themselves.',
    type: () => AgreementSourceShown,
    nullable: true,
  })
  readonly source: AgreementSourceShown | null;

  @Shown({
    meaning: 'Where it stands (S13), by what has passed by now.',
    values: AGREEMENT_STATES,
    example: 'on-course',
  })
  readonly state: string;

  @Shown({
    meaning: 'The state in both languages, as the rule set of the agreement names it.',
    type: () => BilingualShown,
  })
  readonly stateName: BilingualShown;

  @Shown({ meaning: 'When the second signature was received (UTC).', format: 'date-time' })
  readonly agreedAt: string;

  @Shown({ meaning: 'SHA-256 of what both parties signed.', kind: 'digest' })
  readonly digest: string;

  @Shown({
    meaning: 'What of it is public. Owner, date and state of each obligation are in any case (I-54).',
    values: PUBLICATIONS,
    example: 'text',
  })
  readonly publication: string;

  @Shown({ meaning: 'Title; empty where the text is not public.', type: () => AuthoredText, list: true })
  readonly title: readonly AuthoredText[];

  @Shown({ meaning: 'Every obligation.', type: () => ObligationShown, list: true })
  readonly obligations: readonly ObligationShown[];

  @Shown({
    meaning: 'Every status report that was or is owed, oldest first.',
    type: () => StatusReportShown,
    list: true,
  })
  readonly reports: readonly StatusReportShown[];

  @Shown({ meaning: 'The next review, or the last one once everything is fulfilled.', type: () => ReviewShown })
  readonly review: ReviewShown;

  @Shown({
    meaning: 'When the last obligation was fulfilled (UTC); `null` until then.',
    format: 'date-time',
    nullable: true,
  })
  readonly fulfilledAt: string | null;

  @Shown({
    meaning: 'Acts that their side has repudiated (I-67): they count as not done, and the delegations have ended.',
    type: () => RepudiatedShown,
    list: true,
  })
  readonly repudiated: readonly RepudiatedShown[];
}
