import { AuthoredText, Shown } from '@parley/http';
import { ADDRESSINGS } from '../../domain/letters/addressing';

export class LetterShown {
  @Shown({ meaning: 'Id of the letter within the case.', example: 'letter:US:1', kind: 'word' })
  readonly id: string;

  @Shown({ meaning: 'Party that wrote it.', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: 'When (UTC).', format: 'date-time' })
  readonly sentAt: string;

  @Shown({ meaning: 'To whom it is addressed.', values: ADDRESSINGS })
  readonly addressing: string;

  @Shown({ meaning: 'What it is about.', example: 'Change of contact', max: 300 })
  readonly subject: string;

  @Shown({ meaning: 'What it says.', type: () => AuthoredText, list: true })
  readonly text: readonly AuthoredText[];

  @Shown({ meaning: 'SHA-256 over the canonical JSON of `{caseId, letterId, subject, text}`.', kind: 'digest' })
  readonly digest: string;
}

/** The letters of a case that the reader is among the addressees of, the first one first. */
export class LettersShown {
  @Shown({ meaning: 'The letters.', type: () => LetterShown, list: true })
  readonly letters: readonly LetterShown[];
}
