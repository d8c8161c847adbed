import { parseInstant, type Instant } from '@parley/kernel';
import { QueryIntField, TextField } from '../fields/field-decorators';
import { PastInstantField } from '../fields/past-instant.field';

/** The query of a log of reads. The log is no list of the record, so there is no write to wait for. */
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

/** The query of a thing that can be read as it was. */
export class AsOfRequest {
  @PastInstantField({
    meaning:
      'Show it as it was recorded at this instant; as it is now when left out. Who may read it is ' +
      'decided by what holds now.',
    example: '2025-03-01T00:00:00Z',
    optional: true,
  })
  readonly asOf?: string;
}

/** The instant that a reader asks for; `undefined` for now. */
export const asOfOf = ({ asOf }: AsOfRequest): Instant | undefined =>
  asOf === undefined ? undefined : parseInstant(asOf);
