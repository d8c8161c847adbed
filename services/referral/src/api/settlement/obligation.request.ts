import { DateField, TextField, TextsField, type AuthoredText } from '@parley/http';

const LANGUAGES = ['en', 'zh-Hans'] as const;

/** A list of obligations as the document shows it. */
export const OBLIGATIONS_EXAMPLE = [
  {
    id: 'O1',
    owner: 'US',
    date: '2026-03-31',
    what: [
      { lang: 'en', text: 'Publish the amended schedule.', kind: 'authentic' },
      { lang: 'zh-Hans', text: '公布修订后的税目表。', kind: 'authentic' },
    ],
    check: [
      { lang: 'en', text: 'The schedule is in the official gazette.', kind: 'authentic' },
      { lang: 'zh-Hans', text: '税目表载于官方公报。', kind: 'authentic' },
    ],
  },
];

/**
 * One obligation as the parties would agree on it (I-47): who, until when, what, and how both will see that it was
 * done.
 */
export class ObligationRequest {
  @TextField({ meaning: 'Id within the agreement.', example: 'O1', max: 20, pattern: /^[A-Za-z0-9]+$/ })
  readonly id: string;

  @TextField({ meaning: 'Code of the party that has to do it.', example: 'US', max: 8 })
  readonly owner: string;

  @DateField({
    meaning: 'Last day on which it is done in time; one that is no joint business day rolls to the next.',
    example: '2026-03-31',
  })
  readonly date: string;

  @TextsField({
    meaning: 'What is to be done, in English and Chinese.',
    example: [
      { lang: 'en', text: 'Publish the amended schedule.', kind: 'authentic' },
      { lang: 'zh-Hans', text: '公布修订后的税目表。', kind: 'authentic' },
    ],
    max: 1_000,
    languages: LANGUAGES,
    multiline: true,
  })
  readonly what: readonly AuthoredText[];

  @TextsField({
    meaning: 'How both sides will see that it was done, in English and Chinese.',
    example: [
      { lang: 'en', text: 'The schedule is in the official gazette.', kind: 'authentic' },
      { lang: 'zh-Hans', text: '税目表载于官方公报。', kind: 'authentic' },
    ],
    max: 500,
    languages: LANGUAGES,
    multiline: true,
  })
  readonly check: readonly AuthoredText[];
}
