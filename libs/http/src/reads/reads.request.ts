import { QueryIntField, TextField } from '../fields/field-decorators';

/** The query of a log of reads, which is no list of the record, so there is no write to wait for. */
export class ReadsRequest {
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
