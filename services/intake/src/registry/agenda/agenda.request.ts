import { PageRequest, TextField } from '@parley/http';

export class AgendaRequest extends PageRequest {}

/** The query of a calendar feed, which a calendar program asks for without a bearer token. */
export class CalendarRequest {
  @TextField({
    meaning: 'Token of the feed, as `GET /v1/agenda/feed` gave it; left out with a bearer token.',
    example: 'q1Yp…',
    max: 2_000,
    optional: true,
  })
  readonly token?: string;
}
