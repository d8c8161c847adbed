import { digestOfAct, memoryPasskey, sha256, type SignedAct } from '@parley/event-store';
import type { Instant, PartyCode, PersonId } from '@parley/kernel';
import { CompactSign, calculateJwkThumbprint, generateKeyPair, UnsecuredJWT } from 'jose';
import { memoryPartyKey, type MemoryPartyKey } from './memory-party-key';
import { isSoundKey, thumbprintOf, type PartyKey } from './party-key';
import { verifyActSignature, type ComingAct } from './verify-act-signature';

const [US, CN] = ['US', 'CN'] as [PartyCode, PartyCode];
const [WEI, ANNA] = ['us-wei', 'us-anna'] as [PersonId, PersonId];
const ORIGIN = 'https://parley.example';
const NOON = '2025-02-06T12:00:00.000Z' as Instant;

const coming: ComingAct = {
  act: 'POST /v1/cases/5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11/reply',
  case: '5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11',
  once: 'the-reply',
  shown: sha256('{}'),
  receivedAt: NOON,
  party: US,
  personId: WEI,
  origin: ORIGIN,
};
const { receivedAt: _, party: __, personId: ___, origin: ____, ...act } = coming;
const ofSide = { from: NOON, endsAt: null, required: false, personId: null, isPasskey: false };

/** The keys of one side alone. */
const registered = (key: Pick<MemoryPartyKey, 'jwk' | 'thumbprint'>, more: Partial<PartyKey> = {}) => ({
  find: (party: PartyCode, thumbprint: string): Promise<PartyKey | undefined> =>
    Promise.resolve(
      party === US && thumbprint === key.thumbprint
        ? { party, thumbprint, jwk: key.jwk, ...ofSide, ...more }
        : undefined,
    ),
});

describe.each(['Ed25519', 'P-256'] as const)('the signature of an act by %s', (kind) => {
  const key = memoryPartyKey(kind);
  const signature = key.signAct(act);

  it('goes on record when it is over the digest of this act by a key of its side in force at its receipt', async () => {
    expect(await verifyActSignature(signature, coming, registered(key))).toEqual({
      ...{ act: act.act, case: act.case, once: 'the-reply' },
      ...{ key: key.thumbprint, jws: signature },
    });
    expect(key.thumbprint).toBe(await calculateJwkThumbprint(key.jwk));
  });

  it.each<[string, Partial<SignedAct>]>([
    ['another act', { act: 'POST /v1/cases/5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11/calls' }],
    ['another case', { case: null }],
    ['another content', { shown: sha256('{"a":1}') }],
    ['another key', { key: thumbprintOf(memoryPartyKey().jwk) }],
    ['another time', { once: 'again' }],
  ])('serves for no other: it is refused over %s', async (_what, other) => {
    const text = digestOfAct({ ...act, key: key.thumbprint, ...other });
    expect(await verifyActSignature(key.signText(text), coming, registered(key))).toEqual({
      kind: 'another-act',
      text: `{"act":"${act.act}","case":"${act.case ?? ''}","key":"${key.thumbprint}","once":"the-reply","shown":"${act.shown}"}`,
    });
  });

  it('waits where what happened to the keys by its receipt was not heard, and asks for no other instant', async () => {
    const asked: Instant[] = [];
    const unheard = {
      find: (_party: PartyCode, _thumbprint: string, at: Instant) => {
        asked.push(at);
        return Promise.resolve('unheard' as const);
      },
    };
    expect(await verifyActSignature(signature, coming, unheard)).toEqual({ kind: 'unheard' });
    expect(asked).toEqual([NOON]);
  });

  it('is refused before its key is in force, and from its end on', async () => {
    const kindAt = async (from: string, endsAt: string | null) => {
      const times = { from: from as Instant, endsAt: endsAt as Instant | null };
      const found = await verifyActSignature(signature, coming, registered(key, times));
      return 'kind' in found ? found.kind : 'verified';
    };
    expect(await kindAt('2025-02-06T12:00:00.001Z', null)).toBe('not-in-force');
    expect(await kindAt('2025-02-06T11:00:00.000Z', NOON)).toBe('not-in-force');
    expect(await kindAt(NOON, '2025-02-06T12:00:00.001Z')).toBe('verified');
  });

  it('is refused by a key of the other side, of nobody, and for somebody of neither side', async () => {
    for (const party of [CN, null])
      expect(await verifyActSignature(signature, { ...coming, party }, registered(key))).toEqual({
        kind: 'unknown-key',
      });
    expect(await verifyActSignature(memoryPartyKey().signAct(act), coming, registered(key))).toEqual({
      kind: 'unknown-key',
    });
  });

  it('is refused when another key made it in the name of this one', async () => {
    const digest = digestOfAct({ ...act, key: key.thumbprint });
    const forged = memoryPartyKey(kind).signText(digest, { kid: key.thumbprint });
    expect(await verifyActSignature(forged, coming, registered(key))).toEqual({ kind: 'forged' });
    const elsewhere = memoryPartyKey(kind === 'P-256' ? 'Ed25519' : 'P-256');
    expect(
      await verifyActSignature(elsewhere.signText(digest, { kid: key.thumbprint }), coming, registered(key)),
    ).toEqual({ kind: 'forged' });
  });

  it('is refused in any other form', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const digest = Buffer.from(digestOfAct({ ...act, key: key.thumbprint }));
    const rsa = await new CompactSign(digest)
      .setProtectedHeader({ alg: 'RS256', kid: key.thumbprint })
      .sign(privateKey);
    const [head = '', body = '', tail = ''] = signature.split('.');
    for (const other of [
      ...['', 'x', 'a.b.c', `${head}.${body}`, `${head}.${body}.`, `${signature}.`, `${signature}=`, ` ${signature}`],
      ...[`${head}.${body}.${tail}, ${signature}`, rsa, new UnsecuredJWT({}).encode(), 'a'.repeat(9_000)],
      key.signText(digest.toString(), { kid: undefined }),
      key.signText(digest.toString(), { crit: ['b64'], b64: false }),
    ])
      expect(await verifyActSignature(other, coming, registered(key))).toEqual({ kind: 'malformed' });
  });
});

describe('the key of one person', () => {
  const key = memoryPartyKey();
  const hers = registered(key, { personId: WEI });

  it('signs what that person does, and nothing that another one of the side does', async () => {
    const signature = key.signAct(act);
    expect(await verifyActSignature(signature, coming, hers)).toMatchObject({ jws: signature });
    expect(await verifyActSignature(signature, { ...coming, personId: ANNA }, hers)).toEqual({
      kind: 'another-person',
    });
  });
});

describe('a passkey', () => {
  const passkey = memoryPasskey(ORIGIN);
  const hers = registered(passkey, { personId: WEI, isPasskey: true });
  const verified = (signature: string, by = hers, more: Partial<ComingAct> = {}) =>
    verifyActSignature(signature, { ...coming, ...more }, by);

  it('signs an act by an assertion, which goes on record as it came', async () => {
    const assertion = passkey.signAct(act);
    expect(await verified(assertion)).toEqual({
      ...{ act: act.act, case: act.case, once: 'the-reply' },
      ...{ key: passkey.thumbprint, assertion },
    });
  });

  it('signs nothing else by it, and for nobody else', async () => {
    const kindOf = async (...given: Parameters<typeof verified>) => {
      const found = await verified(...given);
      return 'kind' in found ? found.kind : 'verified';
    };
    const right = passkey.signAct(act);
    for (const other of [{ act: 'POST /v1/cases' }, { case: null }, { shown: sha256('no') }, { once: 'again' }])
      expect(await kindOf(passkey.signAct({ ...act, ...other }))).toBe('another-act');
    expect(await kindOf(right, hers, { personId: ANNA })).toBe('another-person');
    expect(await kindOf(right, hers, { party: CN })).toBe('unknown-key');
    expect(await kindOf(right, hers, { origin: 'https://elsewhere.example' })).toBe('another-origin');
    expect(await kindOf(passkey.signAct(act, { host: 'elsewhere.example' }))).toBe('another-origin');
    expect(await kindOf(passkey.signAct(act, { flags: 0x01 }))).toBe('user-not-verified');
    const times = { personId: WEI, isPasskey: true, from: '2025-02-06T11:00:00.000Z' as Instant, endsAt: NOON };
    expect(await kindOf(right, registered(passkey, times))).toBe('not-in-force');
    const later = { ...times, from: '2025-02-06T12:00:00.001Z' as Instant, endsAt: null };
    expect(await kindOf(right, registered(passkey, later))).toBe('not-in-force');
    const forged = memoryPasskey(ORIGIN)
      .signAct(act)
      .replace(/ .{43}/, ` ${passkey.thumbprint}`);
    expect(await kindOf(forged)).toBe('another-act');
    expect(await kindOf(right.replace(/\.M([^.]*)$/, '.N$1'))).toBe('forged');
    expect(await kindOf(`${right}=`)).toBe('malformed');
  });

  it('is no key for JWS, nor another key one for assertions: a program could say that it verified a user', async () => {
    const asJws = { personId: WEI, isPasskey: false };
    expect(await verified(passkey.signAct(act), registered(passkey, asJws))).toEqual({ kind: 'malformed' });
    const key = memoryPartyKey();
    const asPasskey = registered(key, { personId: WEI, isPasskey: true });
    expect(await verified(key.signAct(act), asPasskey)).toEqual({ kind: 'malformed' });
  });
});

describe('a key', () => {
  const [ed, ec] = [memoryPartyKey().jwk, memoryPartyKey('P-256').jwk];

  it('is sound when signatures can be checked by it', () => {
    expect([ed, ec].map(isSoundKey)).toEqual([true, true]);
    expect(isSoundKey({ ...ec, y: ec.x } as typeof ec)).toBe(false);
    expect(isSoundKey({ ...ed, x: 'AA' })).toBe(false);
  });

  it('is not in a second spelling, which would have a thumbprint of its own', () => {
    const x = Buffer.from(ed.x, 'base64url').toString('base64url');
    const last = x.at(-1) ?? '';
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const spelled = x.slice(0, -1) + (alphabet[alphabet.indexOf(last) + 1] ?? '');
    expect(Buffer.from(spelled, 'base64url')).toEqual(Buffer.from(x, 'base64url'));
    expect(isSoundKey({ kty: 'OKP', crv: 'Ed25519', x: spelled })).toBe(false);
  });
});
