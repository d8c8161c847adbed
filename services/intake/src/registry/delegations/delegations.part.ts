import type { Provider, Type } from '@nestjs/common';
import type { ServiceWork } from '@parley/http';
import { DelegationsController } from './delegations.controller';
import { PartyRegisters } from '../../repositories';
import { delegationsProjection } from './delegations.table';

/** Who speaks for a party: the registers, and the table that the guard asks. */
export class DelegationsPart {
  readonly controllers: readonly Type[] = [DelegationsController];
  readonly providers: readonly Provider[];

  constructor(parties: PartyRegisters, work: ServiceWork) {
    work.table(delegationsProjection);
    this.providers = [{ provide: PartyRegisters, useValue: parties }];
  }
}
