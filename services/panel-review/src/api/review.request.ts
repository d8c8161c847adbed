import { Sha256Field, TextField, TextListField, TextsField, type AuthoredText } from '@parley/http';
import { JWS_TAKEN } from './signature-jws';

const words = (text: string) => [{ lang: 'en', text, kind: 'original' }];
/** Number of an exhibit: prefix of its party, dash, number. */
export const EXHIBIT_NUMBER = /^[A-Z]{2,5}-[1-9]\d{0,5}$/;

export class InterimDraftRequest {
  @TextsField({
    meaning: 'The draft of the interim text. It takes the place of the draft before, and of its signatures.',
    example: words('The panel sees it so far as follows.'),
    max: 60_000,
    multiline: true,
  })
  readonly text: readonly AuthoredText[];

  @TextListField({
    meaning:
      'Numbers of the exhibits on which it rests; each stands on the record in a version that both sides have (I-65).',
    example: ['USA-1'],
    max: 500,
    unique: true,
    of: { max: 12, pattern: EXHIBIT_NUMBER },
  })
  readonly exhibits: readonly string[];
}

export class InterimSignatureRequest {
  @Sha256Field({
    meaning: 'Digest of the draft, as `GET …/panel/votes` shows it to the members.',
    example: '5e1d6bd7'.repeat(8),
  })
  readonly digest: string;

  @TextField(JWS_TAKEN)
  readonly jws?: string;
}

export class InterimCommentRequest {
  @TextsField({
    meaning: 'What the party says of the interim text.',
    example: words('The facts in paragraph 3 are incomplete.'),
    max: 50_000,
    multiline: true,
  })
  readonly comment: readonly AuthoredText[];
}
