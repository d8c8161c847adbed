import type { PersonCaller } from '@parley/access';
import { memoryPartyKey } from '@parley/auth';
import { memoryPasskey, sha256 } from '@parley/event-store';
import type { Instant, PartyCode, PersonId } from '@parley/kernel';
import { refuseUnsigned, signatureOf, type SignedRequest } from './signed-act';

const caller: PersonCaller = {
  kind: 'person',
  personId: 'us-desk' as PersonId,
  party: 'US' as PartyCode,
  roles: ['desk'],
};
const key = memoryPartyKey();
const act = { act: 'POST /v1/hotline', case: null, once: 'one', shown: sha256('null') };
const request: SignedRequest = {
  headers: { 'idempotency-key': 'one', 'parley-signature': key.signAct(act) },
  method: 'POST',
  url: '/v1/hotline',
  params: {},
  body: undefined,
  receivedAt: '2025-02-06T12:00:00.000Z' as Instant,
};

describe('an act that came with a signature', () => {
  it('is to be sent again where what happened to the keys by its receipt was not heard', async () => {
    const unheard = { find: () => Promise.resolve('unheard' as const) };
    await expect(signatureOf(request, caller, unheard, '')).rejects.toMatchObject({
      kind: { code: 'not-yet', status: 503 },
      headers: { 'retry-after': '1' },
    });
  });
});

describe('an act that came with the signature of a passkey', () => {
  const URL_OF = 'https://parley.example/screening';
  const passkey = memoryPasskey('https://parley.example');
  const hers = {
    find: () =>
      Promise.resolve({
        ...{ party: caller.party!, thumbprint: passkey.thumbprint, jwk: passkey.jwk },
        ...{ from: request.receivedAt, endsAt: null, required: false, personId: caller.personId, isPasskey: true },
      }),
  };
  const signed = (signature: string, who = caller, publicUrl = URL_OF) =>
    signatureOf({ ...request, headers: { ...request.headers, 'parley-signature': signature } }, who, hers, publicUrl);

  it('goes on record as it came, where it was made on a page of the installation', async () => {
    const assertion = passkey.signAct(act);
    expect(await signed(assertion)).toMatchObject({ key: passkey.thumbprint, assertion });
  });

  it.each([
    [
      'of another person',
      'signature-of-another-person',
      () => signed(passkey.signAct(act), { ...caller, personId: 'other' as PersonId }),
    ],
    [
      'from another page',
      'signature-from-elsewhere',
      () => signed(passkey.signAct(act, { client: { origin: 'https://evil.example' } })),
    ],
    ['where no page is known', 'signature-from-elsewhere', () => signed(passkey.signAct(act), caller, '')],
    ['of nobody in particular', 'signature-user-not-verified', () => signed(passkey.signAct(act, { flags: 0x01 }))],
    ['of another act', 'signature-of-another-act', () => signed(passkey.signAct({ ...act, once: 'two' }))],
    ['in another form', 'signature-malformed', () => signed(`${passkey.signAct(act)}.`)],
  ])('is refused %s', async (_why, code, refused) => {
    await expect(refused()).rejects.toMatchObject({ kind: { code, status: 400, rule: 'credentials' } });
  });
});

describe('an act that came without a signature', () => {
  const us = { requires: (party: PartyCode) => Promise.resolve(party === 'US') };
  const refused = (who: Partial<PersonCaller>, act: { readonly signed?: true } = { signed: true }) =>
    refuseUnsigned(act, { ...caller, ...who }, us, request.receivedAt).then(
      () => undefined,
      (error: unknown) => error,
    );

  it('is refused to the desk and the co-head of a side that requires one of this act', async () => {
    const required = { kind: { code: 'signature-required', status: 400, rule: 'credentials' } };
    expect(await refused({})).toMatchObject(required);
    expect(await refused({ roles: ['cohead'] })).toMatchObject(required);
  });

  it('binds nobody else: not the other side, no member of a panel, nobody who enters paper, no other act', async () => {
    expect(await refused({ party: 'CN' as PartyCode })).toBeUndefined();
    expect(await refused({ roles: ['panel'] })).toBeUndefined();
    expect(await refused({ roles: ['registry'] })).toBeUndefined();
    expect(await refused({ party: null })).toBeUndefined();
    expect(await refused({}, {})).toBeUndefined();
  });
});
