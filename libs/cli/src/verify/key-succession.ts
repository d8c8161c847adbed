import type { Checks } from '@parley/transparency/offline';
import { Refused } from '../report/refused';
import type { Told } from '../report/told';
import { contentSignedBy, type RegistryKey } from './receipt-signature';

/**
 * Verifies that each key was taken into use by the one before it, and says so where that one was lost.
 * @throws Refused `key-not-succeeded` for a signature that is not by the key before, or is over another one
 */
export async function verifySuccession(keys: readonly RegistryKey[], told: Told, checks: Checks): Promise<void> {
  for (const [index, key] of keys.entries()) {
    const before = keys[index - 1];
    if (before === undefined || typeof key.from !== 'string') continue;
    const said = `${before.kid} → ${key.kid}`;
    if (typeof key.signature !== 'string') {
      told.leaves(
        `Whether a key is the registry’s at all: the one before it was lost, and signed nothing for it (${said}).`,
        `某一公钥是否确属登记处：其前一密钥已遗失，未为其签署（${said}）。`,
      );
      continue;
    }
    if (before.until !== key.from || !(await isOver(key, key.signature, before, checks)))
      throw new Refused('key-not-succeeded', said);
    told.holds(
      `The key before signed for the next one of the registry (${said}).`,
      `登记处的前一密钥为后一密钥签署（${said}）。`,
    );
  }
}

async function isOver(
  { kid, x, from }: RegistryKey,
  signature: string,
  before: RegistryKey,
  checks: Checks,
): Promise<boolean> {
  try {
    const { content } = await contentSignedBy(signature, [before], checks);
    return content['succeeds'] === kid && content['x'] === x && content['from'] === from;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}
