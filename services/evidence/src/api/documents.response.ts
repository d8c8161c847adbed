import { Shown } from '@parley/http';
import { DOCUMENT_KINDS } from '../domain/documents/document';
import { DamageShown } from './exhibit.response';
import { TranslationDueShown, TranslationShown } from './translation.response';

/** What a party wrote in one language, with its translations. Its text is read where it was served. */
export class DocumentShown {
  @Shown({
    meaning: 'Id of the document within the case, such as `grievance`, `reply` or `letter:US:1`.',
    example: 'reply',
    max: 100,
  })
  readonly id: string;

  @Shown({ meaning: 'What it is.', values: DOCUMENT_KINDS, example: 'reply' })
  readonly kind: string;

  @Shown({ meaning: 'Party that wrote it, and that translates it.', example: 'US', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: 'Who may read it, and its translations.', values: ['PARTIES', 'PANEL'], example: 'PANEL' })
  readonly tier: string;

  @Shown({
    meaning: 'When it was served (UTC): translations are due from then on, and clocks run from the original.',
    format: 'date-time',
    example: '2025-02-05T08:00:00.000Z',
  })
  readonly servedAt: string;

  @Shown({
    meaning: 'Languages into which a translation is due, or was: those in which some part of it is not written.',
    type: () => TranslationDueShown,
    list: true,
  })
  readonly translationsDue: readonly TranslationDueShown[];

  @Shown({ meaning: 'Translations in the order of filing.', type: () => TranslationShown, list: true })
  readonly translations: readonly TranslationShown[];

  @Shown({
    meaning: 'Translations whose stored bytes were found not to be what they were; they are not handed out (I-33).',
    type: () => DamageShown,
    list: true,
  })
  readonly damage: readonly DamageShown[];
}

export class DocumentsShown {
  @Shown({
    meaning: 'Documents that you may read and of which a translation is or was due, in the order of their service.',
    type: () => DocumentShown,
    list: true,
  })
  readonly items: readonly DocumentShown[];

  @Shown({ meaning: 'Cursor of the next page; `null` at the end.', nullable: true, example: 'q1Yp…', max: 2_000 })
  readonly next: string | null;
}
