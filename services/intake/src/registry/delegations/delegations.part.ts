import type { ServiceWork } from '@parley/http';
import type { IntakePart } from '../../intake.module';
import { PartyRegisters } from '../../repositories';
import { DelegationsController } from './delegations.controller';
import { delegationsProjection } from './delegations.table';

/** Who speaks for a party: the registers, and the table that the guard asks. */
export function delegationsPart(parties: PartyRegisters, work: ServiceWork): IntakePart {
  work.table(delegationsProjection);
  return { controllers: [DelegationsController], providers: [{ provide: PartyRegisters, useValue: parties }] };
}
