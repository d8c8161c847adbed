import { signingKeys, type RegistrySigner, type SigningKey, type ToldKey } from '@parley/auth';
import { SIGNING_KEYS, signingKeyTold } from '@parley/contracts';
import type { EventStore } from '@parley/event-store';
import type { ServiceDefinition } from '@parley/http';
import { KeptFacts } from '@parley/messaging';
import type { DataSource } from 'typeorm';

/** The keys by which the registry has signed: by the record where the service keeps it, elsewhere as it was told. */
export const registryKeys =
  (
    { registers }: Pick<ServiceDefinition, 'registers'>,
    { store, database }: { readonly store: EventStore; readonly database: DataSource },
  ) =>
  async (): Promise<readonly SigningKey[]> => {
    if (registers) return signingKeys(await registers.signingKeys(store));
    const facts = await new KeptFacts(database).of(SIGNING_KEYS);
    return signingKeys(facts.flatMap((fact) => signingKeyTold(fact) ?? []));
  };

/**
 * A signer that signs nothing once the record goes on with another key. While an installation is started anew with that
 * one, an instance with the old key may still run, and nobody would believe what it signs.
 * @param keys those on record
 */
export function signsWhileInUse(signer: RegistrySigner, keys: () => Promise<readonly SigningKey[]>): RegistrySigner {
  const { kid } = signer.publicKey;
  const insist = async (): Promise<void> => {
    const last = (await keys()).at(-1);
    if (last && last.key.kid !== kid)
      throw new Error(`the key in use is ${last.key.kid} by now, and this process has ${kid}: stop it`);
  };
  return {
    publicKey: signer.publicKey,
    sign: async (content) => {
      await insist();
      return signer.sign(content);
    },
    signMessage: async (message) => {
      await insist();
      return signer.signMessage(message);
    },
  };
}

type Keys = () => Promise<readonly SigningKey[]>;

/** All keys as they are told to everybody: those of the registry, and those that sign webhooks alone. */
export const toldKeys = (registry: Keys, webhooks: Keys) => async (): Promise<readonly ToldKey[]> => [
  ...(await registry()).map((each) => ({ ...each, signs: 'receipts' as const })),
  ...(await webhooks()).map((each) => ({ ...each, signs: 'webhooks' as const })),
];
