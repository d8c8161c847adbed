import type { Provider, Type } from '@nestjs/common';
import type { ServicePorts } from '@parley/http';
import { tracedProjection } from '@parley/telemetry';
import { ProjectionRunner } from '@parley/projections';
import { DelegationsController } from './api/delegations/delegations.controller';
import { PartyDesk } from './application/party-desk';
import { delegationsProjection } from './projections/delegations.projection';

/** Who speaks for a party: the registers, and the table that the guard asks. */
export class DelegationsPart {
  readonly table: ProjectionRunner;
  readonly controllers: readonly Type[] = [DelegationsController];
  readonly providers: readonly Provider[];

  constructor({ store, database: dataSource, ruleSetVersion, onFailure }: ServicePorts) {
    this.table = new ProjectionRunner({
      store,
      dataSource,
      projection: tracedProjection(delegationsProjection),
      onFailure,
    });
    this.providers = [{ provide: PartyDesk, useValue: new PartyDesk(store, ruleSetVersion) }];
  }
}
