import type { TakenKey } from '@parley/auth';
import { commandIdOf, domainEventOf, OwnRepository, sha256, type EventStore } from '@parley/event-store';
import type { BroughtKeys, KeptRegisters } from '@parley/http';
import { ruleSetInForce } from '@parley/procedure';
import { signSuccession } from '@parley/processes';
import { REGISTER, SIGNING_KEYS_CATEGORY, signingKeysStream, type Register } from '../../streams';
import {
  signingKeyDecider,
  type SigningKeyRegister,
  type SigningKeyTaken,
  type TakeSigningKey,
} from './signing-keys.rules';

/** The keys by which the registry has signed, in the order in which they were taken into use. */
export const signingKeysTaken = async (store: EventStore): Promise<readonly TakenKey[]> =>
  (await store.read(signingKeysStream)).map((recorded) => {
    const { x, from, signature } = (domainEventOf(recorded) as SigningKeyTaken).data;
    return { x, from, signature };
  });

/**
 * Takes the key of this process into use, where the record has another one or none yet.
 * @returns a sentence where the record goes on with another mode or key; then nothing is recorded
 */
export const takeKey: KeptRegisters['takeKey'] = async ({ store, clock, ruleSets }, brought) => {
  const now = clock.now();
  const ruleSetVersion = ruleSetInForce(now, ruleSets.all()).version;
  const register = new OwnRepository<Register, TakeSigningKey, SigningKeyRegister>(
    { store, ruleSetVersion },
    SIGNING_KEYS_CATEGORY,
    signingKeyDecider,
  );
  const { state } = await register.read(REGISTER);
  const fault = faultOf(brought, state);
  const { publicKey: key } = brought.signer;
  const last = state.taken.at(-1);
  if (fault !== undefined || last?.thumbprint === key.kid) return fault;
  const signature = await signSuccession(brought.formerSigner, last?.thumbprint, key, now);
  const command = { type: 'TakeSigningKey', key, signature, mode: brought.mode, at: now } as const;
  const commandId = commandIdOf('take-signing-key', key.kid, last?.thumbprint ?? '');
  const cause = { kind: 'command', id: commandId, bodyDigest: sha256(key.kid) } as const;
  const outcome = await register.proceed(REGISTER, command, { process: 'installation', commandId, cause });
  if (outcome.kind !== 'done') throw new Error(`the register of the registry's keys is ${outcome.kind}`);
  return undefined;
};

function faultOf({ mode, signer, keysAre }: BroughtKeys, { mode: begun, taken }: SigningKeyRegister) {
  if (begun !== null && begun !== mode)
    return (
      `The record was begun in the mode ${begun} and stays so; set PARLEY_MODE to ${begun}, or name another ` +
      'database.'
    );
  const last = taken.at(-1);
  if (last === undefined || last.thumbprint === signer.publicKey.kid || keysAre === 'replaced') return undefined;
  return (
    'The key of receipts is not the one that the record says is in use: put the folder of keys back from its copy, ' +
    'or start once with PARLEY_KEYS=replaced.'
  );
}
