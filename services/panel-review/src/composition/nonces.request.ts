import { IntField, Sha256Field, TextField } from '@parley/http';
import type { Sha256 } from '@parley/kernel';

/** More draws than any seat can have: nobody is drawn twice, and no roster has so many names. */
const MOST_DRAWS = 1_000;

class OfDraw {
  @TextField({ meaning: 'Id of the seat, as `GET …/panel/draws` shows it.', example: 'respondent-2', max: 40 })
  readonly seat: string;

  @IntField({ meaning: 'Number of the draw of this seat: its next one.', example: 1, min: 1, max: MOST_DRAWS })
  readonly draw: number;
}

export class NonceCommitmentRequest extends OfDraw {
  @Sha256Field({
    meaning: 'SHA-256 of the nonce: of its 64 lower-case hexadecimal characters, as text.',
    example: 'a8ae6e6ee929abea3afcfc5258c8ccd6f85273e0d4626d26c7279f3250f77c8e',
  })
  readonly commitment: Sha256;
}

export class NonceRequest extends OfDraw {
  @TextField({
    meaning: 'The nonce: 64 lower-case hexadecimal characters.',
    example: '0123456789abcdef'.repeat(4),
    max: 64,
    pattern: /^[0-9a-f]{64}$/,
  })
  readonly nonce: string;
}
