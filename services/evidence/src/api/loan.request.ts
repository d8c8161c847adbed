import { AuthoredText, TextField, TextsField } from '@parley/http';

const ASSIGNMENT = /^(expert:[A-Z]{2}|third-party):[1-9]\d{0,3}$/;

export class LoanRequest {
  @TextField({
    meaning: 'Id of the expert or of the third party within the case, as its panel hears them in person.',
    example: 'expert:US:1',
    max: 40,
    pattern: ASSIGNMENT,
  })
  readonly assignment: string;

  @TextsField({
    meaning: 'What it is needed for.',
    example: [{ lang: 'en', text: 'The volumes in table 2 bear on question 1.', kind: 'original' }],
    max: 2_000,
    multiline: true,
  })
  readonly purpose: AuthoredText[];
}
