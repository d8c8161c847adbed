import { seedSigner } from '@parley/auth';
import type { LogKeys } from '@parley/http';

/** Keys of a log that are kept nowhere. Another number makes other ones. */
export function someLogKeys(number: number): LogKeys {
  const [saltKey, key, timeKey] = [0, 1, 2].map((each) => new Uint8Array(32).fill(number).fill(each, 31));
  if (!saltKey || !key || !timeKey) throw new Error('a log has three keys');
  return { saltKey, signer: seedSigner(key), timeSigner: seedSigner(timeKey) };
}
