import { memorySigner, type SigningKey } from '@parley/auth';
import { signsWhileInUse, toldKeys } from './registry-keys';

describe('a process whose key is in use', () => {
  const [signer, next] = [memorySigner(), memorySigner()];
  const keys: SigningKey[] = [];
  const signs = signsWhileInUse(signer, () => Promise.resolve(keys));

  it('signs, until the record goes on with another key', async () => {
    const receipt = { receipt: 'r-1' };
    expect(await signs.sign(receipt)).toBe(await signer.sign(receipt));
    keys.push({ key: signer.publicKey, from: null, until: null, signature: null });
    expect(await signs.signMessage('m')).toEqual(await signer.signMessage('m'));
    keys.push({ key: next.publicKey, from: '2025-03-03T08:00:00.000Z' as never, until: null, signature: null });
    await expect(signs.sign(receipt)).rejects.toThrow(`the key in use is ${next.publicKey.kid} by now`);
    await expect(signs.signMessage('m')).rejects.toThrow(/stop it$/);
  });
});

describe('the keys that are told to everybody', () => {
  const keyOf = (signer = memorySigner()): SigningKey => ({
    ...{ key: signer.publicKey, from: null, until: null, signature: null },
  });

  it('say of each what it signs, so that none of webhooks passes for one of receipts', async () => {
    const [former, present, ofWebhooks] = [keyOf(), keyOf(), keyOf()];
    const tell = toldKeys(
      () => Promise.resolve([former, present]),
      () => Promise.resolve([ofWebhooks]),
    );
    expect(await tell()).toEqual([
      { ...former, signs: 'receipts' },
      { ...present, signs: 'receipts' },
      { ...ofWebhooks, signs: 'webhooks' },
    ]);
  });
});
