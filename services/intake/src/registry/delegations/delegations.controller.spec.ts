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

  it('are recorded by the desk, by its head once there is one, and read by both sides', async () => {
    expect((await record('us-desk', 'us-desk', 'head')).statusCode).toBe(201);
    expect((await record('us-desk-2', 'us-desk-2', 'officer')).json()).toMatchObject({ code: 'not-the-head' });
    expect((await record('cn-desk', 'cn-desk', 'head')).json()).toMatchObject({ code: 'not-own-register' });
    expect((await record('us-desk', 'us-desk-2', 'officer')).json<Register>().delegations).toHaveLength(2);
    expect((await intake.get('/v1/parties/US/delegations', 'cn-desk')).json()).toMatchObject({
      delegations: [{ personId: 'us-desk' }, { personId: 'us-desk-2' }],
    });
    expect((await intake.get('/v1/parties/XX/delegations', 'cn-desk')).statusCode).toBe(404);
    expect((await intake.get('/v1/parties/US/delegations')).statusCode).toBe(401);
  });

  it(
    'stand in the envelope of what is done under them; a person of whom none is recorded ' + 'acts on the token alone',
    async () => {
      const caseId = await intake.registeredCase(reply('2025-02-20T10:00:00Z'));
      intake.time.now = at('2025-02-24T09:00:00Z');
      const register = (await record('us-desk', 'us-desk', 'head')).json<Register>();
      await intake.post(`/v1/cases/${caseId}/calls`, 'us-desk', { proposedFor: '2025-02-26T09:00:00Z' });
      await intake.post(`/v1/cases/${caseId}/calls`, 'us-desk-2', { proposedFor: '2025-02-26T10:00:00Z' });
      const calls = (await intake.recorded(caseStream(caseId))).filter(({ type }) => type === 'CallOffered');
      expect(calls.map(({ delegation }) => delegation)).toEqual([idOf(register, 'us-desk'), null]);
    },
  );

  it('bar the acts of a person from their end on, and not what was received a millisecond before', async () => {
    await record('us-desk', 'us-desk', 'head');
    const id = idOf((await record('us-desk', 'us-desk-2', 'officer')).json<Register>(), 'us-desk-2');
    const asks = () =>
      intake.post('/v1/hotline', 'us-desk-2', {
        grade: 'routine',
        subject: [{ lang: 'en', text: 'x', kind: 'original' }],
      });
    expect((await asks()).statusCode).toBe(201);
    intake.time.now = at('2025-02-06T10:00:01.000Z');
    expect((await end('us-desk', id)).json<Register>().delegations[1]).toMatchObject({
      endsAt: '2025-02-06T10:00:01.000Z',
    });
    expect((await asks()).json()).toMatchObject({ status: 403, code: 'delegation-not-in-force', rule: 'credentials' });
    intake.time.now = at('2025-02-06T10:00:00.999Z');
    expect((await asks()).statusCode).toBe(201);
    expect((await intake.get('/v1/hotline', 'us-desk-2')).statusCode).toBe(200);
  });

  it('are told to every service, with their end', async () => {
    await record('us-desk', 'us-desk', 'head');
    const id = idOf((await record('us-desk', 'us-desk-2', 'officer')).json<Register>(), 'us-desk-2');
    await end('us-desk', id);
    const messagesTold = (await intake.recorded(partyStream(US))).flatMap(publishes);
    expect(messagesTold.map(({ tier }) => tier)).toEqual(['PARTIES', 'PARTIES', 'PARTIES']);
    expect(new Set(messagesTold.map(({ subject }) => subject)).size).toBe(1);
    expect(told(messagesTold[2]!, messages.DelegationChangedSchema)).toMatchObject({
      party: 'US',
      personId: 'us-desk-2',
      scope: 'officer',
      endsAt: intake.time.now,
    });
    expect(await intake.recorded(partyStream(CN))).toEqual([]);
  });

  it('are recorded once by the same key, and not at a revision that has passed', async () => {
    const body = { personId: 'us-desk', scope: 'head', authority: 'Letter' };
    for (const _ of ['first', 'again'])
      await intake.post('/v1/parties/US/delegations', 'us-desk', body, { 'idempotency-key': 'one' });
    expect(await intake.recorded(partyStream(US))).toHaveLength(1);
    expect(
      (await intake.post('/v1/parties/US/delegations', 'us-desk', { ...body, personId: 'x' }, { 'if-match': '"7"' }))
        .statusCode,
    ).toBe(412);
  });
});
