import { AuthoredText, Shown } from '@parley/http';
import { CASE_STATUSES, PartiesShown } from './case.response';

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
