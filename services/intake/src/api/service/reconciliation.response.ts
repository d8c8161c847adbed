import { Shown } from '@parley/http';
import { DOCUMENT_KINDS } from '../../domain/service/notice';

export class ReconciledDocumentShown {
  @Shown({ meaning: 'What it is.', values: DOCUMENT_KINDS })
  readonly kind: string;

  @Shown({
    meaning: 'Number of the exhibit or the receipt, or the word for what there is one of.',
    example: 'USA-1',
    kind: 'word',
  })
  readonly reference: string;

  @Shown({ meaning: 'SHA-256 of what was served.', kind: 'digest' })
  readonly digest: string;
}

export class ReconciledServiceShown {
  @Shown({ meaning: 'Id of the notice.', format: 'uuid' })
  readonly notice: string;

  @Shown({ meaning: 'Case to which it belongs.', format: 'uuid' })
  readonly case: string;

  @Shown({ meaning: 'Type of what it tells of.', example: 'CaseRegistered', kind: 'word' })
  readonly event: string;

  @Shown({ meaning: 'Instant in law of what it tells of (UTC).', format: 'date-time' })
  readonly eventAt: string;

  @Shown({ meaning: 'Rule under which it happened.', kind: 'rule' })
  readonly rule: string;

  @Shown({ meaning: 'The document that was served with it.', type: () => ReconciledDocumentShown, nullable: true })
  readonly document: ReconciledDocumentShown | null;

  @Shown({ meaning: 'SHA-256 of the canonical notice.', kind: 'digest' })
  readonly digest: string;

  @Shown({ meaning: 'When it was sent (UTC).', format: 'date-time' })
  readonly sentAt: string;

  @Shown({ meaning: 'When it was delivered (UTC).', format: 'date-time' })
  readonly deliveredAt: string;

  @Shown({
    meaning: 'When the 24 hours ended in which it had not been delivered (UTC).',
    format: 'date-time',
    nullable: true,
  })
  readonly notDeliveredAt: string | null;

  @Shown({ meaning: 'When your side retrieved it (UTC).', format: 'date-time', nullable: true })
  readonly retrievedAt: string | null;

  @Shown({
    meaning: 'When it became a fact that it had not been retrieved in time (UTC).',
    format: 'date-time',
    nullable: true,
  })
  readonly notRetrievedAt: string | null;

  @Shown({
    meaning: 'When it was served again (UTC).',
    list: true,
    schema: { items: { type: 'string', format: 'date-time' } },
    example: [],
  })
  readonly againAt: readonly string[];
}

export class ReconciliationStatementShown {
  @Shown({ meaning: 'Side on which all of this was served.', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: 'First instant of the range (UTC).', format: 'date-time' })
  readonly from: string;

  @Shown({ meaning: 'First instant behind the range (UTC).', format: 'date-time' })
  readonly to: string;

  @Shown({ meaning: 'How many notices were sent in the range.', example: 12 })
  readonly count: number;

  @Shown({ meaning: 'SHA-256 of the canonical JSON (RFC 8785) of `services`.', kind: 'digest' })
  readonly digest: string;
}

export class ReconciliationShown {
  @Shown({ meaning: 'What the registry signs.', type: () => ReconciliationStatementShown })
  readonly statement: ReconciliationStatementShown;

  @Shown({
    meaning: 'Compact JWS (EdDSA) by the registry over the canonical statement; the keys stand at /v1/keys.',
    kind: 'jws',
  })
  readonly jws: string;

  @Shown({
    meaning: 'Every notice that was sent to your side in the range, the first one first.',
    type: () => ReconciledServiceShown,
    list: true,
  })
  readonly services: readonly ReconciledServiceShown[];
}
