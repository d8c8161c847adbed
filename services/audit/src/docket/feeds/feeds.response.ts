import { ApiSchema } from '@nestjs/swagger';
import { Shown } from '@parley/http';

@ApiSchema({ description: 'Who writes a feed.' })
class FeedAuthorShown {
  @Shown({ meaning: 'Name.', example: 'Dispute Screening Secretariat', max: 200 })
  readonly name: string;
}

@ApiSchema({ description: 'Where an entry of a feed stands in the public log.' })
export class FeedPlaceShown {
  @Shown({
    meaning: 'Serial: by it a reader sees that nothing is missing (I-63).',
    example: 12,
    schema: { type: 'integer', minimum: 1 },
  })
  readonly serial: number;

  @Shown({ meaning: 'Docket number of the case; `null` for none.', kind: 'docketNumber', nullable: true })
  readonly docketNumber: string | null;

  @Shown({ meaning: 'Its instant in law (UTC).', format: 'date-time' })
  readonly at: string;
}

@ApiSchema({ description: 'An entry of a feed.' })
class FeedItemShown {
  @Shown({
    meaning: 'Id in its language; it never changes.',
    example: 'urn:uuid:0b8f3a42-6c1d-8a55-a0a4-1f7f0f3d9c10',
    max: 45,
  })
  readonly id: string;

  @Shown({ meaning: 'Page of the entry.', format: 'uri', example: 'https://parley.example/docket/log/1', max: 2_000 })
  readonly url: string;

  @Shown({ meaning: 'What happened.', example: 'CN-2025-0001 · The time for a reply has passed.', max: 10_000 })
  readonly title: string;

  @Shown({ meaning: 'What it says.', kind: 'sentence' })
  readonly content_text: string;

  @Shown({ meaning: 'When it was entered (UTC).', format: 'date-time' })
  readonly date_published: string;

  @Shown({ meaning: 'Language.', values: ['en', 'zh-Hans'] })
  readonly language: string;

  @Shown({
    meaning: 'What kind of entry it is.',
    type: () => String,
    list: true,
    kind: 'word',
    example: ['reply-lapsed'],
  })
  readonly tags: readonly string[];

  @Shown({ meaning: 'Its place in the log.', type: () => FeedPlaceShown })
  readonly _parley: FeedPlaceShown;
}

@ApiSchema({ description: 'The docket as a JSON Feed, version 1.1.' })
export class JsonFeedShown {
  @Shown({ meaning: 'Version of the format.', values: ['https://jsonfeed.org/version/1.1'] })
  readonly version: string;

  @Shown({ meaning: 'Title.', example: 'Public docket: every entry', max: 200 })
  readonly title: string;

  @Shown({
    meaning: 'What the feed tells.',
    example: 'Serials run 1, 2, 3 … without a gap and never change.',
    max: 1_000,
  })
  readonly description: string;

  @Shown({
    meaning: 'Page of the docket.',
    format: 'uri',
    example: 'https://parley.example/docket?lang=en',
    max: 2_000,
  })
  readonly home_page_url: string;

  @Shown({
    meaning: 'Address of the feed.',
    format: 'uri',
    example: 'https://parley.example/docket/feed.json?lang=en',
    max: 2_000,
  })
  readonly feed_url: string;

  @Shown({
    meaning: 'Where the entries before these are; absent where there are none.',
    format: 'uri',
    example: 'https://parley.example/docket/feed.json?lang=en&before=51',
    max: 2_000,
    optional: true,
  })
  readonly next_url?: string;

  @Shown({ meaning: 'Language of the feed.', values: ['en', 'zh-Hans'] })
  readonly language: string;

  @Shown({ meaning: 'Who writes it.', type: () => FeedAuthorShown, list: true })
  readonly authors: readonly FeedAuthorShown[];

  @Shown({ meaning: 'The entries, the newest first.', type: () => FeedItemShown, list: true })
  readonly items: readonly FeedItemShown[];
}
