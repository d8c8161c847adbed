import { parseInstant, type Instant } from '@parley/kernel';
import { ListRequest } from '../paging/page.request';
import { PastInstantField } from '../fields/past-instant.field';

const AsOfField = (): PropertyDecorator =>
  PastInstantField({
    meaning:
      'Show it as it was recorded at this instant; as it is now when left out. Who may read it is ' +
      'decided by what holds now.',
    example: '2025-03-01T00:00:00Z',
    optional: true,
  });

/** The query of a thing that can be read as it was. */
export class AsOfRequest {
  @AsOfField()
  readonly asOf?: string;
}

/** The query of a list that can be read as it was. */
export class AsOfListRequest extends ListRequest {
  @AsOfField()
  readonly asOf?: string;
}

/** The instant that a reader asks for; `undefined` for now. */
export const asOfOf = ({ asOf }: AsOfRequest): Instant | undefined =>
  asOf === undefined ? undefined : parseInstant(asOf);
