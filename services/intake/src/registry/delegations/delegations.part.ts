import type { Provider, Type } from '@nestjs/common';
import type { ServicePorts, ServiceWork } from '@parley/http';
import { DelegationsController } from './delegations.controller';
import { PartyDesk } from '../../case/case-desk';
import { delegationsProjection } from './delegations.table';

/** Who speaks for a party: the registers, and the table that the guard asks. */
export class DelegationsPart {
  readonly controllers: readonly Type[] = [DelegationsController];
  readonly providers: readonly Provider[];

  constructor({ store, ruleSetVersion }: ServicePorts, work: ServiceWork) {
    work.table(delegationsProjection);
    this.providers = [{ provide: PartyDesk, useValue: new PartyDesk(store, ruleSetVersion) }];
  }
}
