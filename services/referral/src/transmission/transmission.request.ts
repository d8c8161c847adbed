import { ApiSchema } from '@nestjs/swagger';
import type { IsoDate } from '@parley/kernel';
import { DateField, EnumField, InstantField, TextField, TextsField, type AuthoredText } from '@parley/http';
import { FORUM_CODES, type ForumCode } from '../forums/forums.rules';
import { FORUM_EVENT_KINDS, type ForumEventKind } from './transmission.rules';

@ApiSchema({ description: 'That an issued dossier was handed to its forum.' })
export class TransmissionRequest {
  @InstantField({ meaning: 'When it was handed over: after it was issued.', example: '2026-03-04T09:00:00Z' })
  readonly handedOverAt: string;

  @TextField({
    meaning: 'Reference on the forum’s receipt, where it gave one.',
    example: '24-1234',
    max: 200,
    optional: true,
  })
  readonly receipt?: string;
}

@ApiSchema({ description: 'Something that happened at a forum, by the document that tells of it.' })
export class ForumEventRequest {
  @EnumField({ meaning: 'The forum.', example: 'WTO', values: FORUM_CODES })
  readonly forum: ForumCode;

  @EnumField({ meaning: 'What happened there.', example: 'consultations-requested', values: FORUM_EVENT_KINDS })
  readonly kind: ForumEventKind;

  @TextField({
    meaning: 'Symbol of the document, in the form in which the forum names its documents (GET /v1/forums).',
    example: 'WT/DS633/1',
    max: 60,
  })
  readonly symbol: string;

  @DateField({ meaning: 'Date on which the document was communicated to the forum.', example: '2026-03-04' })
  readonly communicatedOn: IsoDate;

  @DateField({
    meaning: 'Date on which the forum circulated it; left out until it has, and then recorded again with it.',
    example: '2026-03-06',
    optional: true,
  })
  readonly circulatedOn?: IsoDate;

  @TextsField({
    meaning: 'Title of the document.',
    example: [{ lang: 'en', text: 'Request for consultations by China', kind: 'original' }],
    max: 500,
  })
  readonly title: readonly AuthoredText[];
}
