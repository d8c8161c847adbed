import { messagesIn } from './follow';
import { identityOf } from './identity';

async function* inPieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe('a stream of events', () => {
  const told = ': hello\nretry: 2000\nid: a\n\nid: b\ndata: {"type":"案"}\n\n: beat\nid: c\n\n';
  const stream = `${told}data: one\ndata: two\n\nid: d\ndata: cut`;

  it.each([1, 2, 7, 1_000])('is read the same in pieces of %s bytes, and what is cut off is not told', async (size) => {
    const messages = [];
    for await (const message of messagesIn(inPieces(stream, size))) messages.push(message);
    expect(messages).toEqual([
      { id: 'a', data: '' },
      { id: 'b', data: '{"type":"案"}' },
      { id: 'c', data: '' },
      { id: 'c', data: 'one\ntwo' },
    ]);
  });
});

describe('who signs in', () => {
  const env = { PARLEY_URL: 'https://a', PARLEY_ISSUER: 'US', PARLEY_USER: 'u', PARLEY_SECRET: 's' };

  it('is named by options, and else by the surroundings', () => {
    expect(identityOf({ user: 'other', purpose: 'p' }, env)).toEqual({
      ...{ url: 'https://a', issuer: 'US', user: 'other', secret: 's', purpose: 'p' },
    });
  });

  it.each(['PARLEY_URL', 'PARLEY_ISSUER', 'PARLEY_USER', 'PARLEY_SECRET'])('is told that %s is missing', (name) => {
    expect(() => identityOf({}, { ...env, [name]: undefined })).toThrow(name);
  });
});
