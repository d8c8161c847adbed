import { setTimeout as pause } from 'node:timers/promises';
import { intake as messages, told } from '@parley/contracts';
import { caseStream, partyStream } from '../../streams';
import { at, reply } from '../../case/case-story.fixture';
import { publishes } from '../../case/case.tells';
import { changingKeys, RegisteredPartyKeys } from '../keys/registered-party-keys';
import { IntakeApp } from '../../intake-app.fixture';
import { memoryPartyKey, type MemoryPartyKey } from '@parley/auth';
import { sha256, type SignedAct } from '@parley/event-store';
import { canonicalJson, type PartyCode } from '@parley/kernel';

interface Register {
  readonly delegations: readonly { readonly id: string; readonly personId: string; readonly endsAt: string | null }[];
}

const [US, CN] = ['US', 'CN'] as [PartyCode, PartyCode];

describe('delegations over the API', () => {
  let intake: IntakeApp;
  beforeEach(async () => {
    intake = await IntakeApp.start();
  });
  afterEach(() => intake.stop());

  const record = async (who: string, personId: string, scope: string, more: object = {}) => {
    const answer = await intake.post('/v1/parties/US/delegations', who, {
      personId,
      scope,
      authority: 'Letter of 3 February 2025',
      ...more,
    });
    await intake.service.idle();
    return answer;
  };
  const end = async (who: string, id: string) => {
    const answer = await intake.post(`/v1/parties/US/delegations/${id}/end`, who);
    await intake.service.idle();
    return answer;
  };
  const idOf = (register: Register, personId: string): string =>
    register.delegations.find((each) => each.personId === personId)?.id ?? '';

  /** The two of a side name its head. */
  const headed = async (personId = 'us-desk', more: object = {}) => {
    const answers = [];
    for (const who of ['us-cohead', 'us-registry']) {
      const body = { personId, authority: 'Letter of 3 February 2025', ...more };
      answers.push(await intake.post('/v1/parties/US/delegations/head', who, body));
      await intake.service.idle();
    }
    return answers;
  };

  it('begin with a head whom the co-head and an officer of the registry of that side name together', async () => {
    expect((await record('us-desk', 'us-desk', 'head')).json()).toMatchObject({ code: 'no-head-of-delegation' });
    const asThem = (who: string) =>
      intake.post('/v1/parties/US/delegations/head', who, { personId: 'us-desk', authority: 'Letter' });
    for (const other of ['cn-cohead', 'cn-registry'])
      expect((await asThem(other)).json()).toMatchObject({ status: 403, code: 'not-own-register' });
    expect((await asThem('us-desk')).json()).toMatchObject({ status: 403, code: 'role-required' });
    const [named, recorded] = await headed();
    expect(named?.json()).toMatchObject({ delegations: [], named: [{ office: 'cohead', personId: 'us-desk' }] });
    expect(recorded?.json()).toMatchObject({
      delegations: [
        { personId: 'us-desk', scope: 'head' },
        { personId: 'us-cohead', scope: 'cohead' },
        { personId: 'us-registry', scope: 'registry' },
      ],
      named: [],
    });
  });

  it('are recorded by the head from then on, and read by both sides', async () => {
    await headed();
    expect((await record('us-desk', 'us-desk-2', 'desk')).json<Register>().delegations).toHaveLength(4);
    expect((await record('us-desk-2', 'us-desk-3', 'desk')).json()).toMatchObject({ code: 'not-the-head' });
    expect((await record('cn-desk', 'cn-desk', 'head')).json()).toMatchObject({ code: 'not-own-register' });
    expect((await intake.get('/v1/parties/US/delegations', 'cn-desk')).json<Register>().delegations).toHaveLength(4);
    expect((await intake.get('/v1/parties/XX/delegations', 'cn-desk')).statusCode).toBe(404);
    expect((await intake.get('/v1/parties/US/delegations')).statusCode).toBe(401);
  });

  it('are asked for from the first one on, to act and to read, and not of the other side', async () => {
    const caseId = await intake.registeredCase();
    const reads = async (who: string) => (await intake.get(`/v1/cases/${caseId}`, who)).statusCode;
    const people = ['us-desk', 'us-desk-2', 'us-registry', 'us-registry-2', 'us-cohead', 'us-cohead-2', 'cn-desk'];
    for (const who of people) expect(await reads(who)).toBe(200);
    await headed();
    expect(await Promise.all(people.map(reads))).toEqual([200, 403, 200, 403, 200, 403, 200]);
    expect((await intake.get('/v1/cases', 'us-desk-2')).json()).toMatchObject({
      status: 403,
      code: 'delegation-not-in-force',
      rule: 'credentials',
    });
    for (const [who, scope] of [
      ['us-desk-2', 'desk'],
      ['us-registry-2', 'registry'],
      ['us-cohead-2', 'cohead'],
    ] as const)
      expect((await record('us-desk', who, scope)).statusCode).toBe(201);
    expect(await Promise.all(people.map(reads))).toEqual(people.map(() => 200));
  });

  it('hold for the office that they name: an officer of the desk does not act for the registry by them', async () => {
    const caseId = await intake.registeredCase();
    await headed();
    await record('us-desk', 'us-registry-2', 'desk');
    expect((await intake.get(`/v1/cases/${caseId}`, 'us-registry-2')).json()).toMatchObject({
      code: 'delegation-not-in-force',
    });
  });

  it('have another head in place of one who is lost, by the same two', async () => {
    const first = (await headed())[1]?.json<Register>();
    const replaces = idOf(first!, 'us-desk');
    expect((await headed('us-desk-2'))[0]?.json()).toMatchObject({ code: 'head-in-force' });
    expect((await headed('us-desk-2', { replaces })).map(({ statusCode }) => statusCode)).toEqual([201, 201]);
    expect((await intake.get('/v1/cases', 'us-desk')).statusCode).toBe(403);
    expect((await record('us-desk-2', 'us-desk-3', 'desk')).statusCode).toBe(201);
  });

  it('stand in the envelope of what is done under them; before the first, everybody acts on the token', async () => {
    const caseId = await intake.registeredCase(reply('2025-02-20T10:00:00Z'));
    intake.time.now = at('2025-02-24T09:00:00Z');
    await intake.post(`/v1/cases/${caseId}/calls`, 'us-desk-2', { proposedFor: '2025-02-26T10:00:00Z' });
    const register = (await headed())[1]!.json<Register>();
    await intake.post(`/v1/cases/${caseId}/calls`, 'us-desk', { proposedFor: '2025-02-26T09:00:00Z' });
    const calls = (await intake.recorded(caseStream(caseId))).filter(({ type }) => type === 'CallOffered');
    expect(calls.map(({ delegation }) => delegation)).toEqual([null, idOf(register, 'us-desk')]);
  });

  it('bar the acts of a person from their end on, and not what was received a millisecond before', async () => {
    await headed();
    const id = idOf((await record('us-desk', 'us-desk-2', 'desk')).json<Register>(), 'us-desk-2');
    const asks = () =>
      intake.post('/v1/hotline', 'us-desk-2', {
        grade: 'routine',
        subject: [{ lang: 'en', text: 'x', kind: 'original' }],
      });
    expect((await asks()).statusCode).toBe(201);
    intake.time.now = at('2025-02-06T10:00:01.000Z');
    expect((await end('us-desk', id)).json<Register>().delegations.at(-1)).toMatchObject({
      endsAt: '2025-02-06T10:00:01.000Z',
    });
    expect((await asks()).json()).toMatchObject({ status: 403, code: 'delegation-not-in-force', rule: 'credentials' });
    intake.time.now = at('2025-02-06T10:00:00.999Z');
    expect((await asks()).statusCode).toBe(201);
    expect((await intake.get('/v1/hotline', 'us-desk-2')).statusCode).toBe(200);
    intake.time.now = at('2025-02-06T10:00:01.000Z');
    expect((await intake.get('/v1/hotline', 'us-desk-2')).statusCode).toBe(403);
  });

  it('are told to every service, with their end', async () => {
    await headed();
    const id = idOf((await record('us-desk', 'us-desk-2', 'desk')).json<Register>(), 'us-desk-2');
    await end('us-desk', id);
    const messagesTold = (await intake.recorded(partyStream(US))).flatMap(publishes);
    expect(messagesTold.map(({ tier }) => tier)).toEqual(messagesTold.map(() => 'PARTIES'));
    expect(messagesTold).toHaveLength(5);
    expect(new Set(messagesTold.map(({ subject }) => subject)).size).toBe(1);
    expect(told(messagesTold.at(-1)!, messages.DelegationChangedSchema)).toMatchObject({
      party: 'US',
      personId: 'us-desk-2',
      scope: 'desk',
      endsAt: intake.time.now,
    });
    expect(await intake.recorded(partyStream(CN))).toEqual([]);
  });

  it('are recorded once by the same key, and not at a revision that has passed', async () => {
    await headed();
    const body = { personId: 'us-desk-2', scope: 'desk', authority: 'Letter' };
    for (const _ of ['first', 'again'])
      await intake.post('/v1/parties/US/delegations', 'us-desk', body, { 'idempotency-key': 'one' });
    expect(await intake.recorded(partyStream(US))).toHaveLength(5);
    expect(
      (await intake.post('/v1/parties/US/delegations', 'us-desk', { ...body, personId: 'x' }, { 'if-match': '"7"' }))
        .statusCode,
    ).toBe(412);
  });

  describe('with the keys of a side', () => {
    const AUTHORITY = 'Letter of 3 February 2025';
    const KEYS = '/v1/parties/US/keys';
    const [first, second] = [memoryPartyKey(), memoryPartyKey('P-256')];
    let sent = 0;

    /** In which a request is received. Nothing comes of one that waits, so nothing else says so. */
    const moment = () => pause(200);

    /** Sends an act of no case, signed. @param other what is signed in place of the act's own */
    const signed = async (key: MemoryPartyKey, url: string, body: object, other: Partial<SignedAct> = {}) => {
      const once = `signed-${String((sent += 1))}`;
      const shown = sha256(canonicalJson(body));
      const jws = key.signAct({ act: `POST ${url}`, case: null, once, shown, ...other });
      return intake.post(url, 'us-desk', body, { 'idempotency-key': once, 'parley-signature': jws });
    };
    const registers = async (key: MemoryPartyKey, signer?: MemoryPartyKey) => {
      const body = { key: key.jwk, authority: AUTHORITY };
      return signer ? signed(signer, KEYS, body) : intake.post(KEYS, 'us-desk', body);
    };
    const keysNow = async () =>
      (await intake.get('/v1/parties/keys')).json<{ items: readonly Record<string, unknown>[] }>().items;
    const asks = { grade: 'routine', subject: [{ lang: 'en', text: 'x', kind: 'original' }] };

    it('the head alone registers the first, by date and authority, and everybody sees it', async () => {
      expect((await registers(first)).json()).toMatchObject({ code: 'no-head-of-delegation' });
      await headed();
      const body = { key: first.jwk, authority: AUTHORITY };
      expect((await intake.post(KEYS, 'cn-desk', body)).json()).toMatchObject({ code: 'not-own-register' });
      expect((await intake.post(KEYS, 'us-cohead', body)).json()).toMatchObject({ code: 'role-required' });
      const crossed = { ...body, key: { ...first.jwk, crv: 'P-256' } };
      expect((await intake.post(KEYS, 'us-desk', crossed)).json()).toMatchObject({ status: 422, code: 'key-unsound' });
      const shown = { party: 'US', thumbprint: first.thumbprint, key: first.jwk, signature: null, endsAt: null };
      expect((await registers(first)).json()).toMatchObject({ ...shown, authority: AUTHORITY });
      expect(await keysNow()).toMatchObject([shown]);
      expect((await registers(first)).json()).toMatchObject({ code: 'key-registered-already' });
      const [message] = (await intake.recorded(partyStream(US))).flatMap(publishes).slice(-1);
      expect(message?.tier).toBe('PUBLIC');
      expect(told(message!, messages.PartyKeyRecordedSchema)).toMatchObject({
        ...{
          party: 'US',
          status: 'registered',
          thumbprint: first.thumbprint,
          x: first.jwk.x,
          endsAt: '',
          signedBy: '',
        },
      });
    });

    it('the one in force signs the registration of the next, and ends with it', async () => {
      await headed();
      await registers(first);
      expect((await registers(second)).json()).toMatchObject({ status: 409, code: 'not-signed-by-the-key-before' });
      intake.time.now = at('2025-02-07T10:00:00Z');
      expect((await registers(second, first)).json()).toMatchObject({ signature: { key: first.thumbprint } });
      expect(await keysNow()).toMatchObject([
        { thumbprint: first.thumbprint, endsAt: '2025-02-07T10:00:00.000Z' },
        { thumbprint: second.thumbprint, from: '2025-02-07T10:00:00.000Z', endsAt: null },
      ]);
      expect((await registers(memoryPartyKey(), first)).json()).toMatchObject({ code: 'signature-key-not-in-force' });
    });

    it('the head revokes a lost one, which signs nothing from then on, and starts anew', async () => {
      await headed();
      await registers(first);
      const lost = { thumbprint: first.thumbprint };
      const revokes = (body: object) => intake.post(`${KEYS}/revocations`, 'us-desk', body);
      expect((await revokes({ thumbprint: second.thumbprint })).json()).toMatchObject({ code: 'no-such-key-in-force' });
      expect((await signed(first, '/v1/hotline', asks)).statusCode).toBe(201);
      intake.time.now = at('2025-02-07T10:00:00Z');
      expect((await revokes(lost)).json()).toMatchObject({ endsAt: intake.time.now });
      expect((await revokes(lost)).json()).toMatchObject({ status: 404, code: 'no-such-key-in-force' });
      expect((await signed(first, '/v1/hotline', asks)).json<{ detail: string }>()).toMatchObject({
        ...{ status: 400, code: 'signature-key-not-in-force', rule: 'credentials' },
        detail: expect.stringContaining(' to 2025-02-07T10:00:00.000Z.') as string,
      });
      expect((await registers(second)).json()).toMatchObject({ signature: null });
      expect((await signed(second, '/v1/hotline', asks)).statusCode).toBe(201);
    });

    it('a side requires them of itself by its key, and of nobody when the key is lost', async () => {
      await headed();
      const caseId = await intake.registeredCase();
      const url = `/v1/cases/${caseId}/withdrawal`;
      const unsigned = (who: string) => intake.post(url, who);
      /** What the question whether it may be done, and the list of acts, say of a signature. */
      const asked = async (who: string): Promise<unknown> => {
        const { acts } = (await intake.options(url, who)).json<{ acts: { signed?: string }[] }>();
        const { items } = (await intake.get(`/v1/cases/${caseId}/acts`, who)).json<{
          items: { act: string; signed?: string }[];
        }>();
        return [...acts, items.find(({ act }) => act === 'withdrawCase')].map((each) => each?.signed);
      };
      expect(await asked('us-desk')).toEqual([undefined, undefined]);
      const body = { key: first.jwk, authority: AUTHORITY, required: true };
      expect((await intake.post(KEYS, 'us-desk', body)).json()).toMatchObject({ required: true });
      expect((await unsigned('us-desk')).json()).toMatchObject({ status: 400, code: 'signature-required' });
      expect(await asked('us-desk')).toEqual(['required', 'required']);
      expect(await asked('cn-desk')).toEqual([undefined, undefined]);
      expect((await unsigned('cn-desk')).json()).not.toMatchObject({ code: 'signature-required' });
      expect((await intake.post(`${KEYS}/revocations`, 'us-desk', { thumbprint: first.thumbprint })).statusCode).toBe(
        200,
      );
      expect((await unsigned('us-desk')).json()).not.toMatchObject({ code: 'signature-required' });
      const [message] = (await intake.recorded(partyStream(US))).flatMap(publishes).slice(-2);
      expect(told(message!, messages.PartyKeyRecordedSchema)).toMatchObject({ requiredFrom: intake.time.now });
    });

    it('a side that changes its keys again and again holds up no signature of the other side', async () => {
      const keys = new RegisteredPartyKeys({ recorded: () => Promise.resolve([]) }, intake.database);
      const goesOn = Promise.withResolvers<undefined>();
      const changed = changingKeys(intake.database)(US, () => goesOn.promise);
      await moment();
      const own = keys.find(US, first.thumbprint);
      const others = keys.find(CN, first.thumbprint).then(() => 'the other side');
      expect(await Promise.race([others, own])).toBe('the other side');
      goesOn.resolve(undefined);
      expect(await Promise.all([changed, own])).toEqual([undefined, undefined]);
    });

    it('one whose end is being recorded signs nothing meanwhile, and ends when that is on record', async () => {
      await headed();
      await registers(first);
      const [begun, goesOn] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
      const append = intake.store.append.bind(intake.store);
      jest.spyOn(intake.store, 'append').mockImplementationOnce(async (...events) => {
        begun.resolve(undefined);
        await goesOn.promise;
        return append(...events);
      });
      const revoked = intake.post(`${KEYS}/revocations`, 'us-desk', { thumbprint: first.thumbprint });
      await begun.promise;
      const between = signed(first, '/v1/hotline', asks);
      await moment();
      intake.time.now = at('2025-02-06T10:00:01.000Z');
      const after = signed(first, '/v1/hotline', asks);
      await moment();
      goesOn.resolve(undefined);
      expect((await revoked).json()).toMatchObject({ endsAt: '2025-02-06T10:00:01.000Z' });
      // What came before the end was on record is of its time, and a verifier says so too.
      expect((await between).statusCode).toBe(201);
      expect((await after).json()).toMatchObject({ code: 'signature-key-not-in-force' });
      expect(await keysNow()).toMatchObject([{ endsAt: '2025-02-06T10:00:01.000Z' }]);
    });

    it('an act goes on record with its signature, or not signed, and by a wrong one not at all', async () => {
      await headed();
      await registers(first);
      const caseId = await intake.registeredCase(reply('2025-02-20T10:00:00Z'));
      intake.time.now = at('2025-02-24T09:00:00Z');
      const url = `/v1/cases/${caseId}/calls`;
      const call = { proposedFor: '2025-02-26T09:00:00Z' };
      for (const [other, code] of [
        [{ case: null }, 'signature-of-another-act'],
        [{ case: caseId, shown: sha256('{}') }, 'signature-of-another-act'],
      ] as const)
        expect((await signed(first, url, call, other)).json()).toMatchObject({ status: 400, code });
      expect((await signed(second, url, call, { case: caseId })).json()).toMatchObject({
        code: 'signature-key-unknown',
      });
      const offers = async () =>
        (await intake.recorded(caseStream(caseId))).filter(({ type }) => type === 'CallOffered');
      expect(await offers()).toEqual([]);
      expect((await signed(first, url, call, { case: caseId })).statusCode).toBe(200);
      await intake.post(url, 'us-desk', { proposedFor: '2025-02-26T10:00:00Z' });
      const [one, two] = (await offers()).map(({ cause }) => cause);
      expect(one).toMatchObject({ signature: { act: `POST ${url}`, case: caseId, key: first.thumbprint } });
      expect(Object.keys(two ?? {})).not.toContain('signature');
    });

    it('an act that was sent without one is not taken for signed when it comes again with one', async () => {
      await headed();
      await registers(first);
      const once = { 'idempotency-key': 'one' };
      expect((await intake.post('/v1/hotline', 'us-desk', asks, once)).statusCode).toBe(201);
      const act = { act: 'POST /v1/hotline', case: null, once: 'one', shown: sha256(canonicalJson(asks)) };
      const again = { ...once, 'parley-signature': first.signAct(act) };
      expect((await intake.post('/v1/hotline', 'us-desk', asks, again)).json()).toMatchObject({
        code: 'idempotency-key-reused',
      });
      expect((await intake.post('/v1/hotline', 'us-desk', asks, once)).statusCode).toBe(201);
    });
  });
});
