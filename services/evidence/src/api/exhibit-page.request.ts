import { AsOfRequest, QueryIntField, TextField } from '@parley/http';

/** The query of a list that is read from the record itself, so there is no write to wait for. */
export class ExhibitPageRequest extends AsOfRequest {
  @QueryIntField({
    meaning: 'Most entries in the answer; 50 when left out.',
    example: 50,
    min: 1,
    max: 200,
    optional: true,
  })
  readonly limit?: number;

  @TextField({ meaning: 'Where to go on: `next` of the page before.', example: 'q1Yp…', max: 2_000, optional: true })
  readonly cursor?: string;
}
