import { memoryPartyKey } from '@parley/auth';
import { intake as messages, told } from '@parley/contracts';
import { memoryPasskey, sha256, type WrongAnswer } from '@parley/event-store';
import { canonicalJson, type PartyCode } from '@parley/kernel';
import { at } from '../../case/case-story.fixture';
import { publishes } from '../../case/case.tells';
import { IntakeApp } from '../../intake-app.fixture';
import { partyStream } from '../../streams';

const US = 'US' as PartyCode;
const KEYS = '/v1/parties/US/keys';
const [AUTHORITY, LETTER] = ['Letter of 3 February 2025', 'Letter of 4 February 2025'];
const ASKS = { grade: 'routine', subject: [{ lang: 'en', text: 'x', kind: 'original' }] };

describe('keys of persons over the API', () => {
  let intake: IntakeApp;
  const [side, own] = [memoryPartyKey(), memoryPartyKey('P-256')];
  const passkey = memoryPasskey('https://parley.example');
  const { jwk: key, credentialId, thumbprint } = passkey;
  let sent = 0;

  beforeAll(async () => {
    intake = await IntakeApp.start();
    for (const who of ['us-cohead', 'us-registry']) await acts('/delegations/head', who, { personId: 'us-desk' });
    for (const personId of ['us-desk-2', 'us-desk-3'])
      await acts('/delegations', 'us-desk', { personId, scope: 'desk' });
    await acts('/keys', 'us-desk', { key: side.jwk });
  });
  afterAll(() => intake.stop());

  const acts = async (address: string, who: string, body: object) => {
    const answer = await intake.post(`/v1/parties/US${address}`, who, { authority: AUTHORITY, ...body });
    await intake.service.idle();
    return answer;
  };
  type Signs = (act: { act: string; case: null; once: string; shown: ReturnType<typeof sha256> }) => string;
  const signed = (who: string, signs: Signs, body: object = ASKS, url = '/v1/hotline') => {
    const once = `signed-${String((sent += 1))}`;
    const signature = signs({ act: `POST ${url}`, case: null, once, shown: sha256(canonicalJson(body)) });
    return intake.post(url, who, body, { 'idempotency-key': once, 'parley-signature': signature });
  };
  const bySide: Signs = (act) => side.signAct(act);
  const byPasskey =
    (wrong?: WrongAnswer): Signs =>
    (act) =>
      passkey.signAct(act, wrong);
  const codeOf = async (answer: ReturnType<typeof signed>) => (await answer).json<{ code?: string }>().code;

  it('the head registers them for persons of the side, signed by the key of the side', async () => {
    const body = { key, authority: LETTER, personId: 'us-desk-2', credentialId };
    expect((await intake.post(KEYS, 'us-desk', body)).json()).toMatchObject({ code: 'not-signed-by-the-key-before' });
    for (const [wrong, code] of [
      [{ ...body, personId: 'cn-desk' }, 'person-not-delegated'],
      [{ ...body, required: true }, 'key-of-two-kinds'],
      [{ key, authority: LETTER, credentialId }, 'key-of-two-kinds'],
    ] as const)
      expect((await signed('us-desk', bySide, wrong, KEYS)).json()).toMatchObject({ status: 422, code });
    const registered = await signed('us-desk', bySide, body, KEYS);
    const shown = { party: 'US', thumbprint, personId: 'us-desk-2', credentialId, endsAt: null };
    expect(registered.json()).toMatchObject({ ...shown, signature: { key: side.thumbprint } });
    const hers = { key: own.jwk, authority: LETTER, personId: 'us-desk-2' };
    expect((await signed('us-desk', bySide, hers, KEYS)).json()).toMatchObject({ credentialId: null });
    const { items } = (await intake.get('/v1/parties/keys')).json<{ items: readonly object[] }>();
    expect(items).toMatchObject([{ thumbprint: side.thumbprint, personId: null, endsAt: null }, shown, {}]);
    const [message] = (await intake.recorded(partyStream(US))).flatMap(publishes).slice(-2);
    expect(told(message!, messages.PartyKeyRecordedSchema)).toMatchObject({ personId: 'us-desk-2', credentialId });
  });

  it('the person signs by them what the person does, and nobody else does', async () => {
    expect((await signed('us-desk-2', byPasskey())).statusCode).toBe(201);
    expect((await signed('us-desk-2', (act) => own.signAct(act))).statusCode).toBe(201);
    expect((await signed('us-desk-2', bySide)).statusCode).toBe(201);
    expect(await codeOf(signed('us-desk-3', byPasskey()))).toBe('signature-of-another-person');
    expect(await codeOf(signed('us-desk', byPasskey()))).toBe('signature-of-another-person');
    expect(await codeOf(signed('cn-desk', byPasskey()))).toBe('signature-key-unknown');
    const elsewhere = { client: { origin: 'https://parley.example.evil.example' } };
    expect(await codeOf(signed('us-desk-2', byPasskey(elsewhere)))).toBe('signature-from-elsewhere');
    expect(await codeOf(signed('us-desk-2', byPasskey({ flags: 0x01 })))).toBe('signature-user-not-verified');
  });

  it('either key signs where the side requires signatures', async () => {
    const next = memoryPartyKey();
    const body = { key: next.jwk, authority: LETTER, required: true };
    expect((await signed('us-desk', bySide, body, KEYS)).statusCode).toBe(201);
    const caseId = await intake.registeredCase();
    const url = `/v1/cases/${caseId}/withdrawal`;
    expect((await intake.post(url, 'us-desk-2')).json()).toMatchObject({ code: 'signature-required' });
    for (const signs of [passkey, next]) {
      const signature = signs.signAct({ act: `POST ${url}`, case: caseId, once: thumbprint, shown: sha256('null') });
      const headers = { 'idempotency-key': thumbprint, 'parley-signature': signature };
      const answer = (await intake.post(url, 'us-desk-2', undefined, headers)).json<{ code?: string }>();
      expect(answer.code).not.toMatch(/^signature-/);
    }
  });

  it('end with the delegation of the person, in the register and for everybody who asks', async () => {
    interface Register {
      readonly delegations: readonly { readonly id: string; readonly personId: string }[];
    }
    const { delegations } = (await intake.get('/v1/parties/US/delegations', 'us-desk')).json<Register>();
    intake.time.now = at('2025-02-07T10:00:00Z');
    const { id } = delegations.find(({ personId }) => personId === 'us-desk-2')!;
    expect((await intake.post(`/v1/parties/US/delegations/${id}/end`, 'us-desk')).statusCode).toBe(200);
    await intake.service.idle();
    const { items } = (await intake.get('/v1/parties/keys')).json<{ items: readonly Record<string, unknown>[] }>();
    const ended = items.filter(({ personId }) => personId === 'us-desk-2');
    expect(ended).toMatchObject([{ endsAt: intake.time.now }, { endsAt: intake.time.now }]);
    const [message] = (await intake.recorded(partyStream(US))).flatMap(publishes).slice(-1);
    expect(told(message!, messages.PartyKeyRecordedSchema)).toMatchObject({ status: 'left', personId: 'us-desk-2' });
    // Delegated again, the person needs a new key.
    await acts('/delegations', 'us-desk', { personId: 'us-desk-2', scope: 'desk' });
    expect(await codeOf(signed('us-desk-2', byPasskey()))).toBe('signature-key-not-in-force');
    expect((await intake.post('/v1/hotline', 'us-desk-2', ASKS)).statusCode).toBe(201);
  });

  it('nobody registers a key of the other side, whose signatures would then count for both', async () => {
    const [CN, letter] = ['/v1/parties/CN', { authority: AUTHORITY }];
    for (const who of ['cn-cohead', 'cn-registry'])
      await intake.post(`${CN}/delegations/head`, who, { personId: 'cn-desk', ...letter });
    const registers = (jwk: object) => intake.post(`${CN}/keys`, 'cn-desk', { key: jwk, ...letter });
    for (const taken of [side.jwk, passkey.jwk])
      expect((await registers(taken)).json()).toMatchObject({ status: 409, code: 'key-registered-already' });
    expect((await registers(memoryPartyKey().jwk)).statusCode).toBe(201);
  });
});
