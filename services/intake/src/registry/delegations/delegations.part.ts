import { KnownPartyKeys } from '@parley/auth';
import type { ServicePorts, ServiceWork } from '@parley/http';
import type { IntakePart } from '../../intake.module';
import { PartyRegisters } from '../../repositories';
import { DelegationsController } from './delegations.controller';
import { PartyKeysController, PublicPartyKeysController } from '../keys/party-keys.controller';
import { partyKeysProjection } from '../keys/party-keys.table';
import { delegationsProjection } from './delegations.table';

/** Who speaks for a party, and signs by which key: the registers, and the tables that the guard asks. */
export function delegationsPart({ database }: ServicePorts, parties: PartyRegisters, work: ServiceWork): IntakePart {
  work.table(delegationsProjection);
  work.table(partyKeysProjection);
  return {
    controllers: [DelegationsController, PublicPartyKeysController, PartyKeysController],
    providers: [
      { provide: PartyRegisters, useValue: parties },
      { provide: KnownPartyKeys, useValue: new KnownPartyKeys(database) },
    ],
  };
}
