import { AuthoredText, Sha256Field, TextField, TextsField } from '@parley/platform';

const ASSIGNMENT = /^(expert:[A-Z]{2}|third-party):[1-9]\d{0,3}$/;

export class LoanRequest {
  @TextField({ meaning: 'Id of the expert or of the third party within the case, as its panel hears them in person.', example: 'expert:US:1', max: 40, pattern: ASSIGNMENT })
  readonly assignment: string;

  @TextsField({ meaning: 'What it is needed for.', example: [{ lang: 'en', text: 'The volumes in table 2 bear on question 1.', kind: 'original' }], max: 2_000, multiline: true })
  readonly purpose: AuthoredText[];
}

export class LoanSignatureRequest {
  @Sha256Field({ meaning: 'Digest of the draft that you were shown.', example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' })
  readonly digest: string;

  @TextField({ meaning: 'A compact JWS by the signer’s own key over the digest, where there is one.', example: 'eyJhbGciOiJFZERTQSJ9.e30.c2ln', max: 4_000, optional: true })
  readonly jws?: string;
}
