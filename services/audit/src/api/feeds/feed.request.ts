import type { Language } from '@parley/kernel';
import { EnumField, QueryIntField } from '@parley/http';

/** The query of a feed of the docket. */
export class FeedQuery {
  @EnumField({
    meaning: 'Language; English when left out.',
    example: 'zh-Hans',
    values: ['en', 'zh-Hans'],
    optional: true,
  })
  readonly lang?: Language;

  @QueryIntField({
    meaning: 'Only entries before this serial; from the newest when left out.',
    example: 51,
    min: 1,
    max: 2_147_483_647,
    optional: true,
  })
  readonly before?: number;
}
