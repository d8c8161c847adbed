import { Shown } from '@parley/http';
import { DOCUMENT_KINDS } from '../../domain/service/notice';

export class VerificationShown {
  @Shown({ meaning: 'The code.', example: 'K7QF-0D3M-A1ZC-9TRW', max: 19 })
  readonly code: string;

  @Shown({ meaning: 'Docket number; `null` before registration.', kind: 'docketNumber', nullable: true })
  readonly docketNumber: string | null;

  @Shown({
    meaning: 'Kind of the document that was served; `null` for a notice without one.',
    values: DOCUMENT_KINDS,
    nullable: true,
  })
  readonly document: string | null;

  @Shown({
    meaning: 'Its number, or the word for what there is one of.',
    example: 'USA-1',
    kind: 'word',
    nullable: true,
  })
  readonly reference: string | null;

  @Shown({
    meaning: 'SHA-256 of the document, or of the notice where there is none: what you hold must have it.',
    kind: 'digest',
  })
  readonly digest: string;

  @Shown({ meaning: 'Party on whom it was served.', kind: 'party' })
  readonly servedOn: string;

  @Shown({ meaning: 'Instant of service (UTC).', format: 'date-time' })
  readonly servedAt: string;
}
