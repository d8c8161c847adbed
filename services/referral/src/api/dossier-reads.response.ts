import { Shown } from '@parley/platform';

export class DossierReadShown {
  @Shown({ meaning: 'Who read, by the stable pseudonym of the person.', example: 'us-desk-1' })
  readonly personId: string;

  @Shown({ meaning: 'Side that appointed the reader; `null` for none.', nullable: true, example: 'US' })
  readonly party: string | null;

  @Shown({ meaning: 'Roles that the reader held.', schema: { type: 'array', items: { type: 'string' } }, example: ['desk'] })
  readonly roles: readonly string[];

  @Shown({ meaning: 'What was read: the name of a document, or `content` for the whole.', example: 'content' })
  readonly what: string;

  @Shown({ meaning: 'Purpose, as the reader gave it in `Parley-Purpose`; `null` when none was given.', nullable: true, example: 'Preparing the submission' })
  readonly purpose: string | null;

  @Shown({ meaning: 'When (UTC).', format: 'date-time', example: '2025-07-15T16:00:00.000Z' })
  readonly at: string;
}

export class DossierReadsShown {
  @Shown({ meaning: 'Reads, newest first.', type: () => DossierReadShown, list: true })
  readonly items: readonly DossierReadShown[];

  @Shown({ meaning: 'Cursor of the next page; `null` at the end.', nullable: true, example: 'q1Yp…' })
  readonly next: string | null;
}
