import { ApiSchema } from '@nestjs/swagger';
import { AuthoredText, Shown } from '@parley/http';

@ApiSchema({ description: 'An interim text.' })
export class InterimTextShown {
  @Shown({
    meaning: 'Code of the side whose co-chair laid it down; `null` where both co-chairs agreed on it.',
    kind: 'party',
    nullable: true,
  })
  readonly laidDownBy: string | null;

  @Shown({ meaning: 'The text.', type: () => AuthoredText, list: true })
  readonly text: readonly AuthoredText[];

  @Shown({
    meaning: 'The language in which it was not written in time (I-57); `null` where it stands in both.',
    values: ['en', 'zh-Hans'],
    nullable: true,
  })
  readonly untranslated: string | null;

  @Shown({ meaning: 'Exhibits on which it rests.', type: () => String, list: true, kind: 'exhibit' })
  readonly exhibits: readonly string[];

  @Shown({ meaning: 'SHA-256 of the canonical JSON of case, exhibits and text.', kind: 'digest' })
  readonly digest: string;
}

@ApiSchema({ description: 'The interim text, or one of each co-chair.' })
export class InterimShown {
  @Shown({
    meaning:
      'The text on which both co-chairs agreed; or, where they did not agree by the end of the review, what each ' +
      'laid down, side by side.',
    type: () => InterimTextShown,
    list: true,
  })
  readonly texts: readonly InterimTextShown[];

  @Shown({ meaning: 'When it was issued (UTC).', format: 'date-time' })
  readonly issuedAt: string;

  @Shown({
    meaning: 'Roles of the sides that have said that they are done with it.',
    values: ['complainant', 'respondent'],
    list: true,
  })
  readonly doneBy: readonly string[];
}

@ApiSchema({ description: 'A comment on the interim text.' })
export class InterimCommentShown {
  @Shown({ meaning: 'Role of the side that comments.', values: ['complainant', 'respondent'] })
  readonly side: string;

  @Shown({ meaning: 'The comment.', type: () => AuthoredText, list: true })
  readonly comment: readonly AuthoredText[];

  @Shown({ meaning: 'When it was received (UTC).', format: 'date-time' })
  readonly receivedAt: string;
}
