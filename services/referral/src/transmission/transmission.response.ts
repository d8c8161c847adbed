import { ApiSchema } from '@nestjs/swagger';
import { AuthoredText, Shown } from '@parley/http';
import { FORUM_CODES } from '../forums/forums.rules';
import { FORUM_EVENT_KINDS } from './transmission.rules';

@ApiSchema({ description: 'That a dossier was handed to its forum.' })
export class TransmissionShown {
  @Shown({ meaning: 'Number of the dossier in its case.', example: 1, schema: { type: 'integer' } })
  readonly n: number;

  @Shown({
    meaning: 'When it was handed to the forum, as the party that asked for it says (UTC).',
    format: 'date-time',
  })
  readonly handedOverAt: string;

  @Shown({
    meaning: 'Reference on the forum’s receipt; `null` where it gave none.',
    nullable: true,
    example: '24-1234',
    max: 200,
  })
  readonly receipt: string | null;

  @Shown({ meaning: 'When that was put on record (UTC).', format: 'date-time' })
  readonly recordedAt: string;
}

@ApiSchema({ description: 'What happened at a forum.' })
export class ForumEventShown {
  @Shown({ meaning: 'The forum.', values: FORUM_CODES, example: 'WTO' })
  readonly forum: string;

  @Shown({ meaning: 'What happened there.', values: FORUM_EVENT_KINDS, example: 'consultations-requested' })
  readonly kind: string;

  @Shown({ meaning: 'Symbol of the document that tells of it.', example: 'WT/DS633/1', max: 60 })
  readonly symbol: string;

  @Shown({ meaning: 'Date on which it was communicated to the forum.', format: 'date' })
  readonly communicatedOn: string;

  @Shown({ meaning: 'Date on which the forum circulated it; `null` until it has.', format: 'date', nullable: true })
  readonly circulatedOn: string | null;

  @Shown({ meaning: 'Title of the document.', type: () => AuthoredText, list: true })
  readonly title: readonly AuthoredText[];

  @Shown({ meaning: 'Party that put it on record.', kind: 'party' })
  readonly notedBy: string;

  @Shown({ meaning: 'When it did (UTC).', format: 'date-time' })
  readonly notedAt: string;
}
