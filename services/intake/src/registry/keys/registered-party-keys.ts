import type { PartyKey, PartyKeys } from '@parley/auth';
import type { Instant, PartyCode } from '@parley/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import type { Alone, PartyRegisters } from '../../repositories';
import { inForce } from '../delegations/delegations.rules';
import { keysOnRecord } from './keys-on-record';

/** Of the advisory locks under which the keys of a side change. Any number that nothing else in the database takes. */
const LOCK = 1_096_041_839;

/** Does what changes the keys of a side, while no signature of that side is checked. */
export const changingKeys =
  (database: DataSource): Alone =>
  (party, change) =>
    database.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [LOCK, party]);
      return change();
    });

/**
 * The keys of the parties, for the guard of the service that keeps them: it asks the register itself. While a change is
 * being recorded, in whichever process, a signature of that side waits; else it could be accepted by a key whose end is
 * on record with an earlier instant. No side holds up the other's.
 */
export class RegisteredPartyKeys implements PartyKeys {
  constructor(
    private readonly registers: Pick<PartyRegisters, 'recorded'>,
    private readonly database: DataSource,
  ) {}

  async requires(party: PartyCode, at: Instant): Promise<boolean> {
    const keys = keysOnRecord(await this.registers.recorded(party));
    return keys.some((key) => key.required && inForce(key, at));
  }

  async find(party: PartyCode, thumbprint: string): Promise<PartyKey | undefined> {
    // What is begun after this is recorded later than the act that is being checked was received.
    await this.database.transaction((manager: EntityManager) =>
      manager.query('SELECT pg_advisory_xact_lock_shared($1, hashtext($2))', [LOCK, party]),
    );
    const keys = keysOnRecord(await this.registers.recorded(party));
    const key = keys.find((each) => each.thumbprint === thumbprint);
    if (!key) return undefined;
    const { key: jwk, from, endsAt, required, personId, credentialId } = key;
    return { party, thumbprint, jwk, from, endsAt, required, personId, isPasskey: credentialId !== null };
  }
}
