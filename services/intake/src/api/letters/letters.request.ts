import { EnumField, TextField, TextsField, type AuthoredText } from '@parley/http';
import { ADDRESSINGS, type Addressing } from '../../domain/letters/addressing';

export class LetterRequest {
  @EnumField({
    meaning:
      'To whom it is addressed: to everybody in the case; to the other party and the registry, but not ' +
      'the panel; to the registry alone.',
    example: 'other-party',
    values: ADDRESSINGS,
  })
  readonly addressing: Addressing;

  @TextField({ meaning: 'What it is about.', example: 'Change of contact', max: 300 })
  readonly subject: string;

  @TextsField({
    meaning: 'What it says.',
    example: [{ lang: 'en', text: 'Our contact has changed.', kind: 'original' }],
    max: 20_000,
    multiline: true,
  })
  readonly text: readonly AuthoredText[];
}
