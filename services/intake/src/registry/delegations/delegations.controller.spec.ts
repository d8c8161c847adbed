import { intake as messages, told } from '@parley/contracts';
import { caseStream, partyStream } from '../../streams';
import { at, reply } from '../../case/case-story.fixture';
import { publishes } from '../../case/case.tells';
import { IntakeApp } from '../../intake-app.fixture';
import type { PartyCode } from '@parley/kernel';

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
});
