import type { Sha256 } from '@parley/kernel';
import { InstantField, Sha256Field, TextsField, type AuthoredText } from '@parley/http';

export class ProposeOutageRequest {
  @InstantField({ meaning: 'When the system was last there.', example: '2025-02-21T15:30:00+01:00' })
  readonly from: string;

  @InstantField({ meaning: 'When it was there again; in the past.', example: '2025-02-21T18:00:00+01:00' })
  readonly to: string;

  @TextsField({
    meaning: 'What happened.',
    example: [{ lang: 'en', text: 'No party could reach the system.', kind: 'original' }],
    max: 2_000,
    multiline: true,
  })
  readonly reason: readonly AuthoredText[];
}

export class SignOutageRequest {
  @Sha256Field({
    meaning: 'Digest of the outage as it was proposed.',
    example: '5e1d6bd7'.repeat(8),
  })
  readonly digest: Sha256;
}

export class AnnulOutageRequest {
  @Sha256Field({
    meaning: 'What is signed: the `annulmentDigest` of the outage.',
    example: '5e1d6bd7'.repeat(8),
  })
  readonly digest: Sha256;
}
