import { randomUUID } from 'node:crypto';
import { KnownDelegations } from '@parley/auth';
import { panelReview } from '@parley/contracts';
import type { PartyCode, PersonId } from '@parley/kernel';
import { tells } from '../docket/docket-story.fixture';
import { streamsOf } from '../history/case-record-story.fixture';
import { filerAuditor, otherAuditor, type Who } from '../history/read-history.fixture';
import { KeptReceivers } from './receivers.table';
import { ToldReceivers } from './told-receivers.fixture';

const [OURS, THEIRS] = ['https://hooks.ours.example/in', 'https://hooks.theirs.example/in'];
const filerDesk: Who = ['cn-desk', 'CN', 'desk'];

describe('a receiver of webhooks', () => {
  let told: ToldReceivers;
  beforeEach(async () => {
    told = await ToldReceivers.start();
  });
  afterEach(() => told.history.audit.stop());

  const toldOf = async (url: string, count: number) => {
    await told.until(() => told.receivers.at(url).length >= count);
    return told.receivers.eventsAt(url);
  };
  const deliveriesOf = async (id: string, who: Who) =>
    (await told.send('GET', `/${id}/deliveries?limit=200`, who)).json<{ items: { id: string; eventId: string }[] }>()
      .items;

  it('tells nothing from the moment on at which its officer speaks for the side no more', async () => {
    const { id } = await told.opened(filerDesk, OURS);
    const caseId = await told.recordNew();
    const before = await toldOf(OURS, (await told.idsFor(filerDesk, caseId)).length);
    const delegations = new KnownDelegations(told.history.audit.database);
    await delegations.note({
      ...{ delegationId: randomUUID(), party: 'CN' as PartyCode, personId: 'cn-desk-2' as PersonId, scope: 'desk' },
      ...{ from: told.history.audit.clock.now(), endsAt: null },
    });
    await told.record(caseId, 'CaseSettled');
    const other: Who = ['cn-desk-2', 'CN', 'desk'];
    await told.until(async () => (await told.seen(other))[0]?.state === 'stopped');
    expect(await told.seen(other)).toMatchObject([{ id, why: 'delegation-ended' }]);
    // Whoever has the side's word now may not make it speak for another.
    await told.send('POST', `/${id}/replays`, other, { from: (await deliveriesOf(id, other))[0]?.id });
    await told.until(async () => (await told.seen(other))[0]?.state === 'stopped');
    expect(told.receivers.eventsAt(OURS)).toEqual(before);
  });

  it('stops 180 days after its officer asked for it last, and not for another officer of the role', async () => {
    const { id } = await told.opened(filerAuditor, OURS);
    await told.pass(170 * 24 * 60 * 60_000);
    await told.send('POST', `/${id}/replays`, ['cn-auditor-2', 'CN', 'auditor'], {});
    await told.pass(11 * 24 * 60 * 60_000);
    await told.recordNew();
    await told.until(async () => (await told.seen(filerAuditor))[0]?.state === 'stopped');
    expect(await told.seen(filerAuditor)).toMatchObject([{ why: 'not-renewed' }]);
    expect(told.receivers.posted).toEqual([]);
    await told.send('POST', `/${id}/replays`, filerAuditor, {});
    await told.until(() => told.receivers.posted.length > 0);
  });

  it('tells an officer who is named for a panel no more than the history of the case shows then (I-05)', async () => {
    const judge: Who = ['cn-panel-9', 'CN', 'desk'];
    const { id } = await told.opened(judge, OURS);
    const caseId = await told.recordNew();
    const { panel, deliberation } = streamsOf(caseId);
    await told.history.audit.others.record(panel, {
      ...{ type: 'PanelConvened', tier: 'PUBLIC' },
      tells: tells(panelReview.PanelConvenedSchema, told.history.audit.clock.now(), {
        ...{ caseId, convenedAt: told.history.audit.clock.now() },
        members: ['cn-panel-9', 'us-panel-1'].map((personId) => ({
          ...{ personId, nominatedBy: personId.slice(0, 2).toUpperCase() },
        })),
      }),
    });
    await told.pass();
    await told.history.audit.others.record(deliberation, { type: 'VoteCast', tier: 'DELIBERATION' });
    await told.record(caseId, 'CaseSettled');
    const ids = await told.idsFor(judge, caseId);
    const events = await toldOf(OURS, ids.length);
    expect(new Set(events)).toEqual(new Set(ids));
    expect((await deliveriesOf(id, judge)).map(({ eventId }) => eventId).toReversed()).toEqual(events);
    expect(told.receivers.posted.map(({ body }) => body).join()).not.toContain('VoteCast');
  });

  it('is on record, before it tells, with the purpose for which it was opened, for each case and tier', async () => {
    await told.opened(otherAuditor, THEIRS);
    const caseId = await told.recordNew();
    await toldOf(THEIRS, (await told.idsFor(otherAuditor, caseId)).length);
    const { items } = (await told.history.get('/reads', filerAuditor, caseId)).json<{
      items: Record<string, unknown>[];
    }>();
    const reads = items.filter(({ what }) => what === 'webhook');
    expect(reads.map(({ tier, personId, purpose }) => [tier, personId, purpose]).sort()).toEqual([
      ['PANEL', 'us-auditor', 'Following the cases'],
      ['PARTIES', 'us-auditor', 'Following the cases'],
    ]);
  });

  it('is seen with its secret on record, for the auditors of its side alone', async () => {
    await told.opened(filerDesk, OURS);
    await told.seen(filerDesk);
    const reads = async (who: Who) => {
      const headers = { authorization: await told.history.audit.bearer(...who) };
      const answer = await told.history.audit.app.inject({ url: '/v1/reads/webhooks', headers });
      return answer.json<{ items: object[] }>().items;
    };
    expect(await reads(filerAuditor)).toMatchObject([
      { subject: 'webhooks', tier: 'FILER', personId: 'cn-desk', purpose: 'Looking after it' },
    ]);
    expect(await reads(otherAuditor)).toEqual([]);
  });

  it('is told again from any of its messages on, under the same ids, and from none of another receiver', async () => {
    const { id } = await told.opened(filerAuditor, OURS);
    const other = await told.opened(otherAuditor, THEIRS);
    const caseId = await told.recordNew();
    const ids = await told.idsFor(filerAuditor, caseId);
    await toldOf(OURS, ids.length);
    await toldOf(THEIRS, (await told.idsFor(otherAuditor, caseId)).length);
    const sent = told.receivers.at(OURS).map((each) => each.id);
    for (const [n, from] of sent.entries()) {
      told.receivers.posted.length = 0;
      expect((await told.send('POST', `/${id}/replays`, filerAuditor, { from })).statusCode).toBe(200);
      expect(await toldOf(OURS, ids.length - n)).toEqual(ids.slice(n));
      await told.until(async () => (await deliveriesOf(id, filerAuditor)).every((each) => 'state' in each));
      expect(told.receivers.at(OURS).map((each) => each.id)).toEqual(sent.slice(n));
    }
    const [theirs] = await deliveriesOf(other.id, otherAuditor);
    const { next } = (await told.send('GET', `/${id}/deliveries?limit=1`, filerAuditor)).json<{ next: string }>();
    for (const from of [theirs?.id, ids[0], randomUUID()])
      expect((await told.send('POST', `/${id}/replays`, filerAuditor, { from })).json()).toMatchObject({
        ...{ status: 400, code: 'cursor-invalid' },
      });
    expect((await told.send('POST', `/${id}/replays`, filerAuditor, { from: next })).json()).toMatchObject({
      errors: [{ path: '/from' }],
    });
    const list = `/${other.id}/deliveries?cursor=${next}`;
    expect((await told.send('GET', list, otherAuditor)).json()).toMatchObject({ status: 400, code: 'cursor-invalid' });
  });

  it('is opened once by a request that comes twice', async () => {
    const headers = {
      authorization: await told.history.audit.bearer(...filerDesk),
      'idempotency-key': 'once',
    };
    const payload = { url: OURS, role: 'desk', purpose: 'Following' };
    const open = () => told.history.audit.app.inject({ method: 'POST', url: '/v1/webhooks', headers, payload });
    const [first, second] = [await open(), await open()];
    expect([first.statusCode, second.json()]).toEqual([201, first.json()]);
    expect(await told.seen(filerDesk)).toHaveLength(1);
  });

  it('is told by one process at a time, and by another when that one was cut off', async () => {
    const { id } = await told.opened(filerAuditor, OURS);
    const { database } = told.history.audit;
    const [kept, one, two] = [new KeptReceivers(database), randomUUID(), randomUUID()];
    expect(await kept.take(id, one)).toMatchObject({ receiverId: id });
    expect([await kept.take(id, two), await kept.waiting(told.history.audit.clock.now())]).toEqual([undefined, []]);
    await database.query("UPDATE audit.webhook_receivers SET leased_until = now() - interval '1 second'");
    const receiver = await kept.take(id, two);
    // What the first one still has to say changes nothing.
    expect(receiver && (await kept.passed(receiver, one, receiver.position))).toBe(false);
    expect(receiver && (await kept.passed(receiver, two, receiver.position))).toBe(true);
  });
});
