import type { PersonCaller } from '@parley/access';
import { memoryPartyKey } from '@parley/auth';
import { sha256 } from '@parley/event-store';
import type { Instant, PartyCode, PersonId } from '@parley/kernel';
import { signatureOf, type SignedRequest } from './signed-act';

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
