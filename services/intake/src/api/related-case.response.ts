import { Shown } from '@parley/http';
import { COUNTER_RELATIONS } from '../domain/related/relations';

/** Another case, by its id and number. */
export class CaseBesideShown {
  @Shown({ meaning: 'Id of the case.', format: 'uuid' })
  readonly id: string;

  @Shown({ meaning: 'Its docket number.', kind: 'docketNumber' })
  readonly docketNumber: string;
}

export class CounterToShown extends CaseBesideShown {
  @Shown({ meaning: 'Whether it is on the same matter or distinct.', values: COUNTER_RELATIONS })
  readonly relation: string;
}
