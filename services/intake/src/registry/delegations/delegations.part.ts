import type { ServiceWork } from '@parley/http';
import type { IntakePart } from '../../intake.module';
import { PartyRegisters } from '../../repositories';
import { DelegationsController } from './delegations.controller';
import { PartyKeysController, PublicPartyKeysController } from '../keys/party-keys.controller';
import { delegationsProjection } from './delegations.table';

/** Who speaks for a party, and signs by which key: the registers, and the table of delegations that the guard asks. */
export function delegationsPart(parties: PartyRegisters, work: ServiceWork): IntakePart {
  work.table(delegationsProjection);
  return {
    controllers: [DelegationsController, PublicPartyKeysController, PartyKeysController],
    providers: [{ provide: PartyRegisters, useValue: parties }],
  };
}
