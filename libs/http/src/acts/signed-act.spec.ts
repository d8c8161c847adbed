import type { PersonCaller } from '@parley/access';
import { memoryPartyKey } from '@parley/auth';
import { sha256 } from '@parley/event-store';
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
    await expect(signatureOf(request, caller, unheard)).rejects.toMatchObject({
      kind: { code: 'not-yet', status: 503 },
      headers: { 'retry-after': '1' },
    });
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
