import { at } from '../../case/case-story.fixture';
import { IntakeApp } from '../../intake-app.fixture';

interface Shown {
  readonly address: string | null;
  readonly confirmed: boolean;
  readonly sent: readonly { readonly kind: string; readonly state: string; readonly answer: string | null }[];
}

const CODE = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/;

describe('alerts by choice', () => {
  let intake: IntakeApp;
  beforeEach(async () => {
    intake = await IntakeApp.start();
  });
  afterEach(() => intake.stop());

  const choose = (who: string, address: string, wants = ['due', 'served'], more: object = {}) =>
    intake.act('PUT', '/v1/alerts', who, { kind: 'log', address, wants }, more);
  const mine = async (who: string) => (await intake.get('/v1/alerts', who)).json<Shown>();
  /** What was sent to an address, once nothing waits there any more. */
  const sentTo = async (who: string, address = who): Promise<readonly string[]> => {
    await intake.service.idle();
    while ((await mine(who)).sent.some(({ state }) => state === 'waiting'))
      await new Promise((resolve) => setTimeout(resolve, 50));
    return intake.sent.filter(({ to }) => to === address).map(({ alert }) => alert.heading.en);
  };
  const codeFor = async (who: string, address = who) => CODE.exec((await sentTo(who, address)).at(-1) ?? '')?.[0];
  const confirm = async (who: string, code: string | undefined) =>
    intake.post('/v1/alerts/confirmation', who, { code: code ?? 'none' });
  const chosen = async (who: string, wants?: string[]) => {
    await choose(who, who, wants);
    expect((await confirm(who, await codeFor(who))).json()).toMatchObject({ confirmed: true });
    intake.sent.length = 0;
  };
  const DUE = 'Something is due from you by the end of the next working day.';
  const SERVED = 'Something was served on your side.';

  it('get a code first, and nothing else until their owner sends it back', async () => {
    await choose('us-desk', 'mine');
    await intake.registeredCase();
    await intake.passTo(at('2025-02-20T09:00:00Z'));
    expect(await sentTo('us-desk', 'mine')).toEqual([expect.stringMatching(CODE)]);
    const code = await codeFor('us-desk', 'mine');
    expect((await confirm('us-desk-2', code)).json()).toMatchObject({ status: 409, code: 'no-alerts-chosen' });
    await choose('us-desk-2', 'somebody-else');
    expect((await confirm('us-desk-2', code)).json()).toMatchObject({
      ...{ status: 422, code: 'wrong-code-of-address', errors: [{ path: '/code' }] },
    });
    expect((await confirm('us-desk', code?.replaceAll('-', ' ').toLowerCase())).json()).toMatchObject({
      ...{ address: 'mine', confirmed: true },
    });
    expect(await sentTo('us-desk', 'mine')).toEqual([expect.stringMatching(CODE), DUE]);
  });

  it('are known to their owner alone, who alone ends them, and then the address is gone (I-76)', async () => {
    await chosen('us-desk');
    for (const who of ['us-desk-2', 'us-cohead', 'us-registry', 'us-auditor', 'cn-desk'])
      expect(await mine(who)).toMatchObject({ address: null, sent: [] });
    await intake.delete('/v1/alerts', 'us-desk-2');
    expect((await mine('us-desk')).address).toBe('us-desk');
    expect((await intake.delete('/v1/alerts', 'us-desk')).statusCode).toBe(204);
    expect(await mine('us-desk')).toMatchObject({ address: null, confirmed: false });
    await intake.registeredCase();
    expect(await sentTo('us-desk')).toEqual([]);
    expect((await intake.get('/v1/alerts')).statusCode).toBe(401);
  });

  it('of what is due come once a day, at the same hour of the seat, from the working day before', async () => {
    await chosen('us-desk', ['due']);
    await intake.registeredCase();
    // The reply is due on Friday 21 February.
    const days: string[] = [];
    for (const day of ['12', '13', '14', '18', '19', '20', '21'])
      for (const time of ['06:59:59', '07:00:00', '15:00:00']) {
        const before = (await sentTo('us-desk')).length;
        await intake.passTo(at(`2025-02-${day}T${time}Z`));
        if ((await sentTo('us-desk')).length > before) days.push(`${day} ${time}`);
      }
    expect(days).toEqual(['20 07:00:00', '21 07:00:00']);
    expect(new Set(await sentTo('us-desk'))).toEqual(new Set([DUE]));
  });

  it('of what was served go to whoever of either side chose them, and to nobody else', async () => {
    for (const who of ['us-desk', 'cn-auditor']) await chosen(who, ['served']);
    await chosen('us-cohead', ['due']);
    await intake.registeredCase();
    while (new Set(intake.sent.map(({ to }) => to)).size < 2) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(new Set(intake.sent.map(({ to, alert }) => `${to} ${alert.heading.en} ${alert.link}`))).toEqual(
      new Set(['us-desk', 'cn-auditor'].map((who) => `${who} ${SERVED} /v1/inbox`)),
    );
  });

  it('end with the delegation of their owner, and the address is deleted', async () => {
    for (const who of ['us-desk-2', 'cn-auditor']) await chosen(who, ['served']);
    for (const who of ['us-cohead', 'us-registry'])
      await intake.post('/v1/parties/US/delegations/head', who, { personId: 'us-desk', authority: 'Letter' });
    await intake.service.idle();
    await intake.registeredCase();
    while (intake.sent.length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(intake.sent.map(({ to }) => to)).toEqual(['cn-auditor']);
  });

  it('end 180 days after they were chosen, unless they are chosen anew', async () => {
    for (const who of ['us-auditor', 'cn-auditor']) await chosen(who, ['served']);
    const fileAt = async (day: string): Promise<void> => {
      intake.time.now = at(`${day}T10:00:00Z`);
      await intake.registeredCase();
    };
    intake.time.now = at('2025-07-01T10:00:00Z');
    expect((await choose('cn-auditor', 'cn-auditor', ['served'])).json()).toMatchObject({
      ...{ confirmed: true, validUntil: '2025-12-28T10:00:00.000Z' },
    });
    await fileAt('2025-08-06');
    while (intake.sent.length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(intake.sent.map(({ to }) => to)).toEqual(['cn-auditor']);
    expect((await mine('us-auditor')).address).toBeNull();
  });

  it('are refused to an address that is not permitted, and of what one has not, and name the field', async () => {
    expect((await choose('us-desk', 'elsewhere')).json()).toMatchObject({
      ...{ status: 422, code: 'channel-refused', errors: [{ path: '/address' }] },
    });
    for (const who of ['us-cohead', 'us-registry', 'us-1'])
      expect((await choose(who, who)).json()).toMatchObject({
        ...{ status: 422, code: 'no-inbox-of-yours', errors: [{ path: '/wants' }] },
      });
    expect((await choose('us-desk', 'one', ['due', 'due'])).json()).toMatchObject({ errors: [{ path: '/wants/1' }] });
    expect((await choose('us-desk', 'one', [])).statusCode).toBe(422);
    expect((await choose('us-desk', 'one', ['due'], { 'if-match': '"3"' })).statusCode).toBe(412);
    expect(intake.sent).toEqual([]);
  });

  it('send three codes for a person in a day and no more, however often they are ended and chosen', async () => {
    for (const address of ['one', 'two', 'three']) {
      expect((await choose('us-desk', address)).statusCode).toBe(200);
      await intake.delete('/v1/alerts', 'us-desk');
    }
    expect((await choose('us-desk', 'four')).json()).toMatchObject({ code: 'too-many-addresses-to-prove' });
    intake.time.now = at('2025-02-07T10:00:00Z');
    expect((await choose('us-desk', 'four')).statusCode).toBe(200);
  });

  it('keep a proven address when only what is wanted changes, and send no code for it again', async () => {
    await chosen('us-desk', ['due']);
    expect((await choose('us-desk', 'us-desk', ['served'])).json()).toMatchObject({ confirmed: true });
    expect((await choose('us-desk', 'another')).json()).toMatchObject({ confirmed: false });
    expect((await sentTo('us-desk', 'another')).length).toBe(1);
    expect(await sentTo('us-desk')).toEqual([]);
  });

  it('of a channel that refuses for good are given up, and their owner reads what it answered', async () => {
    await choose('us-desk', 'away');
    await sentTo('us-desk');
    expect((await mine('us-desk')).sent).toMatchObject([{ kind: 'proof', state: 'given-up', answer: '550', tries: 1 }]);
  });
});
