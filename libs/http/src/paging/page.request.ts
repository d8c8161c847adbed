import { InstantField, QueryIntField, TextField } from '../fields/field-decorators';

const DEFAULT_LIMIT = 50;

/** The query of a list that is read from the record itself, so that there is no write to wait for. */
export class ListRequest {
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

/** The query of a list that follows the record. */
export class PageRequest extends ListRequest {
  @TextField({
    meaning: 'Wait until the list shows what follows from this position, the `Parley-Position` of a write.',
    example: 'x8Kd…',
    max: 500,
    optional: true,
  })
  readonly after?: string;
}

/** The query of a list that follows the record, of which what is due in a span of time can be asked for. */
export class DueRequest extends PageRequest {
  @InstantField({
    meaning: 'Only with something due from this instant on.',
    example: '2025-03-01T00:00:00Z',
    optional: true,
  })
  readonly dueFrom?: string;

  @InstantField({
    meaning: 'Only with something due before this instant; with `dueFrom`, between both.',
    example: '2025-04-01T00:00:00Z',
    optional: true,
  })
  readonly dueTo?: string;
}

/** How many entries a page has. */
export const limitOf = ({ limit }: ListRequest): number => limit ?? DEFAULT_LIMIT;
