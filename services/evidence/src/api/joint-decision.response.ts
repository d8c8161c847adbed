import { Shown, DeadlineShown } from '@parley/http';

export class CoHeadSignatureShown {
  @Shown({ meaning: 'Co-head who signed, by pseudonym.', example: 'cn-cohead-1', kind: 'person' })
  readonly coHead: string;

  @Shown({ meaning: 'Party that appointed the co-head.', kind: 'party' })
  readonly party: string;

  @Shown({
    meaning: 'When the signature was received (UTC).',
    format: 'date-time',
    example: '2025-02-05T08:00:00.000Z',
  })
  readonly receivedAt: string;
}

/** What one co-head has signed and the other may. */
export class JointDecisionShown {
  @Shown({ meaning: 'Digest to be signed.', kind: 'digest' })
  readonly digest: string;

  @Shown({ meaning: 'When its time is up; then it changes nothing.', type: () => DeadlineShown })
  readonly deadline: DeadlineShown;

  @Shown({ meaning: 'Signatures so far.', type: () => CoHeadSignatureShown, list: true })
  readonly signatures: readonly CoHeadSignatureShown[];
}
