import { ApiSchema } from '@nestjs/swagger';
import { AuthoredText, Shown } from '@parley/http';

@ApiSchema({ description: 'A signature about an outage.' })
export class OutageSignatureShown {
  @Shown({ meaning: 'Side whose co-head signed.', kind: 'party' })
  readonly party: string;

  @Shown({
    meaning: 'Who signed; `null` to whoever is of neither side and not of the secretariat.',
    kind: 'person',
    nullable: true,
  })
  readonly by: string | null;
}

@ApiSchema({ description: 'An outage of the system.' })
export class OutageShown {
  @Shown({ meaning: 'Id of the outage.', format: 'uuid' })
  readonly id: string;

  @Shown({ meaning: 'When the system was last there (UTC).', format: 'date-time' })
  readonly from: string;

  @Shown({
    meaning:
      'When it was there again (UTC). A deadline ends in the outage when it ends after `from` and not after this.',
    format: 'date-time',
  })
  readonly to: string;

  @Shown({
    meaning: 'What happened, in the words of the co-head who proposed it.',
    type: () => AuthoredText,
    list: true,
  })
  readonly reason: readonly AuthoredText[];

  @Shown({
    meaning: 'What co-heads sign: SHA-256 of the canonical times and reason; `null` for what the heartbeat declared.',
    kind: 'digest',
    nullable: true,
  })
  readonly digest: string | null;

  @Shown({ meaning: 'Signatures so far, one of each side at most.', type: () => OutageSignatureShown, list: true })
  readonly signedBy: readonly OutageSignatureShown[];

  @Shown({
    meaning: 'Who declared it; `null` as long as it is only proposed, which moves nothing.',
    values: ['heartbeat', 'coheads'],
    nullable: true,
  })
  readonly declaredBy: string | null;

  @Shown({ meaning: 'When it was declared (UTC).', format: 'date-time', nullable: true })
  readonly declaredAt: string | null;

  @Shown({ meaning: 'What co-heads sign to annul it, once it is declared and was none.', kind: 'digest' })
  readonly annulmentDigest: string;

  @Shown({
    meaning: 'Who has signed that it was none, one of each side.',
    type: () => OutageSignatureShown,
    list: true,
  })
  readonly annulledBy: readonly OutageSignatureShown[];

  @Shown({
    meaning: 'When both co-heads annulled it (UTC). It covers nothing from then on; what it moved stays where it is.',
    format: 'date-time',
    nullable: true,
  })
  readonly annulledAt: string | null;
}
