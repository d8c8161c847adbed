import { InstantField } from '@parley/http';

const EXAMPLE = '2025-02-21T16:00:00.000Z';

export class ControlRequest {
  @InstantField({ meaning: 'The time of the gateway’s clock.', example: EXAMPLE })
  readonly now: string;
}

export class NextDueRequest {
  @InstantField({ meaning: 'Behind which the next expiry is asked for.', example: EXAMPLE })
  readonly after: string;
}
