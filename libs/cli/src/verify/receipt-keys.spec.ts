import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { asked, registryOf } from '../small-record.fixture';

describe('a receipt by one of several keys of the registry', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-receipt-keys-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const put = (name: string, text: string): string => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  const [first, next, later] = [registryOf('first'), registryOf('next'), registryOf('later')];
  const [at, end] = ['2025-03-01T09:00:00.000Z', '2025-04-01T09:00:00.000Z'];
  const EARLY = '2025-02-05T08:00:00.000Z';
  const JUST_BEFORE = '2025-03-01T08:59:59.999Z';
  const succession = { succeeds: 'next', x: next.jwk['x'], from: at };
  const one = { ...first.jwk, from: null, until: at, signature: null };
  const two = { ...next.jwk, from: at, until: end, signature: first.sign(succession) };
  const three = { ...later.jwk, from: end, until: null, signature: null };

  const verified = (by: typeof first, receivedAt: string, ...keys: readonly object[]) => {
    const receipt = { receipt: 'r-1', case: 'c-1', receivedAt, digest: 'ab'.repeat(32) };
    const words = ['--keys', put('keys.json', JSON.stringify({ keys }))];
    return asked('verify', 'receipt', put('receipt.jws', by.sign(receipt)), ...words);
  };

  it.each([
    ['the first one', first, EARLY],
    ['the first one, in its last moment', first, JUST_BEFORE],
    ['the second one, in its first moment', next, at],
  ])('holds by %s, while it was in use', async (_, by, receivedAt) => {
    expect(await verified(by, receivedAt, one, two)).toMatchObject({ exit: 0, code: null });
  });

  it.each([
    ['no more', first, at],
    ['not yet', next, JUST_BEFORE],
    ['no more, after a third one', next, end],
  ])('is refused by a key that was in use %s', async (_, by, receivedAt) => {
    expect(await verified(by, receivedAt, one, two, three)).toMatchObject({ exit: 1, code: 'key-not-in-force' });
  });

  it('is refused by a key that signs webhooks, which is no key after the others', async () => {
    const ofWebhooks = { ...later.jwk, from: at, until: null, signature: null, signs: 'webhooks' };
    expect(await verified(later, end, one, two, ofWebhooks)).toMatchObject({ exit: 1, code: 'key-unknown' });
    const answer = await verified(next, at, one, two, ofWebhooks);
    expect(answer).toMatchObject({ exit: 0 });
    expect(answer.unchecked.filter(({ en }) => en.includes('later'))).toEqual([]);
  });

  it('says where a key was signed by the one before, and where that one was lost', async () => {
    const answer = await verified(first, EARLY, one, two, three);
    expect(answer).toMatchObject({ exit: 0 });
    expect(answer.checked.map(({ en }) => en)).toContainEqual(expect.stringMatching(/key before signed.*first → next/));
    expect(answer.unchecked.map(({ en }) => en)).toContainEqual(expect.stringMatching(/lost.*next → later/));
  });

  it.each([
    ['is over something else', { ...two, signature: first.sign({ ...succession, succeeds: 'later' }) }],
    ['is by another key', { ...two, signature: later.sign(succession) }],
    ['is over another key', { ...two, x: later.jwk['x'] }],
    ['is over another time', { ...two, from: JUST_BEFORE }],
    ['is none', { ...two, signature: 'none' }],
  ])('is refused where the signature of a key %s', async (_, wrong) => {
    const before = { ...one, until: wrong.from };
    expect(await verified(first, EARLY, before, wrong)).toMatchObject({ exit: 1, code: 'key-not-succeeded' });
  });

  it('is refused where two keys would be in use at once', async () => {
    expect(await verified(first, EARLY, { ...one, until: null }, two)).toMatchObject({ code: 'key-not-succeeded' });
  });
});
