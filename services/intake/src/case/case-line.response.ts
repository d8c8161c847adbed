import { ApiSchema } from '@nestjs/swagger';
import { AgreementAskedField, AuthoredText, EnumField, InstantField, MeasureAskedField, Shown } from '@parley/http';
import { StagedRequest } from '../registry/agenda/agenda.request';
import { INBOX_STATES } from '../registry/notices/notices.request';
import { CASE_STATUSES, OUTCOMES, PartiesShown } from './case.response';

export const COMPLETENESS_FINDINGS = ['complete', 'deficient'] as const;

export class CompletenessRequest {
  @EnumField({
    meaning:
      'What the registry finds. It checks form only, so the automatic check must agree: `deficient` ' +
      'lists what that check lists.',
    example: 'complete',
    values: COMPLETENESS_FINDINGS,
  })
  readonly finding: (typeof COMPLETENESS_FINDINGS)[number];
}

export class OfferCallRequest {
  @InstantField({
    meaning:
      'When the call is to take place. An offer that is not answered by then is unanswered, which is a public fact.',
    example: '2026-03-18T09:00:00+01:00',
  })
  readonly proposedFor: string;
}

/** A page of cases, of all of them or of those that are asked for. */
export class CasesRequest extends StagedRequest {
  @EnumField({ meaning: 'Only cases of this status.', example: 'registered', values: CASE_STATUSES, optional: true })
  readonly status?: (typeof CASE_STATUSES)[number];

  @AgreementAskedField()
  readonly agreement?: string;

  @MeasureAskedField()
  readonly measure?: string;

  @EnumField({
    meaning: 'Only cases whose screening ended so.',
    example: 'withdrawn',
    values: OUTCOMES,
    optional: true,
  })
  readonly outcome?: (typeof OUTCOMES)[number];

  @EnumField({
    meaning: 'Only cases of which your side has not retrieved every notice.',
    example: 'unretrieved',
    values: INBOX_STATES,
    optional: true,
  })
  readonly inbox?: (typeof INBOX_STATES)[number];
}

@ApiSchema({ description: 'A case in a list.' })
export class CaseLineShown {
  @Shown({ meaning: 'Id of the case.', format: 'uuid' })
  readonly id: string;

  @Shown({ meaning: 'Docket number; `null` before registration.', nullable: true, kind: 'docketNumber' })
  readonly docketNumber: string | null;

  @Shown({ meaning: 'Status of the screening.', values: CASE_STATUSES })
  readonly status: string;

  @Shown({ meaning: 'The parties by role.', type: () => PartiesShown })
  readonly parties: PartiesShown;

  @Shown({ meaning: 'Subject in the languages that the filer gave.', type: () => AuthoredText, list: true })
  readonly subject: readonly AuthoredText[];

  @Shown({ meaning: 'When it was received (UTC).', format: 'date-time' })
  readonly filedAt: string;

  @Shown({
    meaning: 'Next deadline of the exchange (UTC); `null` when none runs.',
    format: 'date-time',
    nullable: true,
  })
  readonly nextDeadline: string | null;
}
