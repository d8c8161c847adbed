import { streamName } from '@parley/event-store';
import { personActor } from '../history/case-record.fixture';
import { streamsOf } from '../history/case-record-story.fixture';
import { filerAuditor, otherAuditor, type Who } from '../history/read-history.fixture';
import { AWAY, TAKEN, ToldReceivers } from './told-receivers.fixture';

const [OURS, THEIRS] = ['https://hooks.ours.example/in', 'https://hooks.theirs.example/in'];
const HOUR_MS = 60 * 60_000;
const filerDesk: Who = ['cn-desk', 'CN', 'desk'];

describe('webhooks', () => {
  let told: ToldReceivers;
  beforeEach(async () => {
    told = await ToldReceivers.start();
  });
  afterEach(() => told.history.audit.stop());

  const stateOf = async (who: Who) => (await told.seen(who))[0];
  const told200 = async (url: string, count: number) => {
    await told.until(() => told.receivers.at(url).length >= count);
    return told.receivers.eventsAt(url);
  };

  it('tell of each event that the history shows, in its order, and nothing of what it says', async () => {
    await told.opened(filerAuditor, OURS);
    const caseId = await told.recordNew();
    const ids = await told.idsFor(filerAuditor, caseId);
    expect(await told200(OURS, ids.length)).toEqual(ids);
    const [first] = told.receivers.at(OURS);
    expect(JSON.parse(first?.body ?? '')).toEqual({
      ...{ type: 'GrievanceFiled', timestamp: expect.any(String) },
      data: {
        ...{ eventId: ids[0], caseId, docketNumber: 'CN-2025-0003', type: 'GrievanceFiled', tier: 'PARTIES' },
        occurredAt: expect.any(String),
        link: expect.stringMatching(`^https://parley.example/v1/cases/${caseId}/history\\?kind=all&from=2025`),
        proof: `https://parley.example/v1/cases/${caseId}/history/${String(ids[0])}/proof`,
      },
    });
  });

  it('lead to a place where the event is read', async () => {
    await told.opened(filerAuditor, OURS);
    const caseId = await told.recordNew();
    const ids = await told.idsFor(filerAuditor, caseId);
    await told200(OURS, ids.length);
    for (const { body } of told.receivers.at(OURS)) {
      const { data } = JSON.parse(body) as { data: { eventId: string; link: string } };
      const [, query = ''] = data.link.split('/history');
      const page = await told.history.get(query, filerAuditor, caseId);
      expect(page.json<{ items: { eventId: string }[] }>().items.map((each) => each.eventId)).toContain(data.eventId);
    }
  });

  it('tell each side and role of what it reads alone, and nobody of a deliberation', async () => {
    await told.opened(otherAuditor, THEIRS);
    await told.opened(filerAuditor, OURS);
    const caseId = await told.recordNew();
    await told.history.audit.others.record(
      streamsOf(caseId).referral,
      ...['CN', 'US'].map(
        (party) =>
          ({
            ...({ type: 'DossierRequested', tier: 'FILER', data: { n: 1, party } } as const),
            actor: personActor(`${party}-desk`, 'desk', party),
          }) as const,
      ),
    );
    await told.record(caseId, 'CaseWithdrawn');
    for (const [who, url] of [
      [filerAuditor, OURS],
      [otherAuditor, THEIRS],
    ] as const) {
      const ids = await told.idsFor(who, caseId);
      expect(await told200(url, ids.length)).toEqual(ids);
    }
    expect(told.receivers.posted.map(({ body }) => body).join()).not.toContain('VoteCast');
  });

  it('are known to the officers of their side and role alone (I-76)', async () => {
    const { id, secret } = await told.opened(filerDesk, OURS);
    expect(await told.seen(['cn-desk-2', 'CN', 'desk'])).toMatchObject([{ id, secret, state: 'running' }]);
    for (const who of [filerAuditor, otherAuditor, ['us-desk', 'US', 'desk'], ['r', null, 'registry']] as Who[]) {
      expect(await told.seen(who)).toEqual([]);
      expect((await told.send('GET', `/${id}/deliveries`, who)).statusCode).toBe(404);
      expect((await told.send('POST', `/${id}/replays`, who, {})).statusCode).toBe(404);
      expect((await told.send('DELETE', `/${id}`, who)).statusCode).toBe(404);
    }
    for (const who of [
      ['m', null, 'panel'],
      ['op', null, 'operator'],
    ] as Who[]) {
      expect((await told.send('GET', '', who)).json()).toMatchObject({ status: 403, code: 'role-required' });
      const body = { url: OURS, role: 'desk', purpose: 'Whatever' };
      expect((await told.send('POST', '', who, body)).statusCode).toBe(403);
    }
    expect(await told.seen(filerDesk)).toHaveLength(1);
  });

  it('are refused for a URL that is not permitted, a role that one has not, and whatever a field misses', async () => {
    const good = { url: OURS, role: 'desk', purpose: 'Following' };
    const open = async (body: object) => (await told.send('POST', '', filerDesk, body)).json<object>();
    for (const url of ['https://elsewhere.example/in', 'http://hooks.ours.example/in', 'https://10.0.0.8/'])
      expect(await open({ ...good, url })).toMatchObject({
        ...{ status: 422, code: 'webhook-url-not-permitted', errors: [{ path: '/url' }] },
      });
    expect(await open({ ...good, role: 'auditor' })).toMatchObject({ status: 403, code: 'not-your-role' });
    expect(await open({ ...good, role: 'panel' })).toMatchObject({ errors: [{ path: '/role' }] });
    expect(await open({ ...good, purpose: '中文' })).toMatchObject({ errors: [{ path: '/purpose' }] });
    expect(await open({ url: OURS, role: 'desk' })).toMatchObject({ errors: [{ path: '/purpose' }] });
    expect(await open({ ...good, secret: 'mine' })).toMatchObject({ errors: [{ path: '/secret' }] });
    expect(await told.seen(filerDesk)).toEqual([]);
  });

  it('are refused where the operator permits no host, which the refusal says', async () => {
    const without = await ToldReceivers.start(null);
    expect(await without.opened(filerDesk, OURS)).toMatchObject({
      ...{ status: 422, code: 'webhooks-not-offered', errors: [{ path: '/url' }] },
    });
    await without.history.audit.stop();
  });

  it('are five of a side and role at most, and closing one makes room; others keep theirs', async () => {
    const opened = [];
    for (let n = 0; n < 5; n++) opened.push(await told.opened(filerDesk, `${OURS}/${String(n)}`));
    expect(await told.opened(['cn-desk-2', 'CN', 'desk'], OURS)).toMatchObject({ code: 'too-many-webhooks' });
    expect(await told.opened(filerAuditor, OURS)).toMatchObject({ state: 'running' });
    expect(await told.opened(['us-desk', 'US', 'desk'], THEIRS)).toMatchObject({ state: 'running' });
    const closed = await told.send('DELETE', `/${String(opened[0]?.id)}`, filerDesk);
    expect(closed.json<{ items: object[] }>().items).toHaveLength(4);
    expect((await told.send('DELETE', `/${String(opened[0]?.id)}`, filerDesk)).json()).toMatchObject({
      ...{ status: 409, code: 'webhook-closed' },
    });
    expect(await told.opened(filerDesk, OURS)).toMatchObject({ state: 'running' });
    expect((await told.send('POST', `/${String(opened[0]?.id)}/replays`, filerDesk, {})).json()).toMatchObject({
      ...{ status: 409, code: 'webhook-closed' },
    });
  });

  it('leave nothing behind when one that was closed is asked for once more under its key', async () => {
    const body = { url: OURS, role: 'desk', purpose: 'Following the cases' };
    const open = () => told.send('POST', '', filerDesk, body, 'the-one-opening');
    const { id } = (await open()).json<{ id: string }>();
    expect((await open()).json()).toMatchObject({ id, state: 'running' });
    await told.send('DELETE', `/${id}`, filerDesk);
    expect((await open()).statusCode).toBe(404);
    expect(await told.history.audit.database.query('SELECT url FROM audit.webhook_receivers')).toEqual([]);
  });

  it('leave who opened, replayed and closed one in a stream of the side alone, without its address', async () => {
    const { id } = await told.opened(filerDesk, OURS);
    await told.send('POST', `/${id}/replays`, ['cn-desk-2', 'CN', 'desk'], {});
    await told.send('DELETE', `/${id}`, filerDesk);
    const events = await told.history.audit.store.read(streamName('audit.webhooks', 'CN'));
    expect(events).toMatchObject([
      { type: 'WebhookOpened', actor: { personId: 'cn-desk' }, tier: 'FILER' },
      { type: 'WebhookReplayed', actor: { personId: 'cn-desk-2' }, tier: 'FILER' },
      { type: 'WebhookClosed', actor: { personId: 'cn-desk' }, tier: 'FILER' },
    ]);
    for (const { payload } of events) expect(Buffer.from(payload).toString()).not.toContain('hooks');
  });

  it('are sent again under the same id with the same bytes, later each time, and nothing comes before', async () => {
    let isUp = false;
    told.receivers.answers.set(OURS, () => (isUp ? TAKEN : AWAY));
    await told.opened(filerAuditor, OURS);
    const caseId = await told.recordNew();
    for (const [tries, waits] of [5_000, 30_000, 120_000].entries()) {
      await told200(OURS, tries + 1);
      await told.until(async () => {
        const next = (await stateOf(filerAuditor))?.nextTryAt ?? '';
        return Date.parse(next) === Date.parse(told.history.audit.clock.now()) + waits;
      });
      await told.pass(waits - 1);
      await new Promise((resolve) => setTimeout(resolve, 700));
      expect(told.receivers.at(OURS)).toHaveLength(tries + 1);
      isUp = tries === 2;
      await told.pass(1);
    }
    const ids = await told.idsFor(filerAuditor, caseId);
    const events = await told200(OURS, 3 + ids.length);
    expect(events).toEqual([...Array.from({ length: 3 }, () => ids[0]), ...ids]);
    expect(
      new Set(
        told.receivers
          .at(OURS)
          .slice(0, 4)
          .map(({ id, body }) => `${id} ${body}`),
      ).size,
    ).toBe(1);
    const { items } = (
      await told.send('GET', `/${String((await stateOf(filerAuditor))?.id)}/deliveries`, filerAuditor)
    ).json<{ items: object[] }>();
    expect(items.at(-1)).toMatchObject({ eventId: ids[0], tries: 4, answer: '200', state: 'taken' });
  });

  it('come not before the time for which a busy receiver asks, and to others meanwhile', async () => {
    let isBusy = true;
    told.receivers.answers.set(OURS, () => (isBusy ? { ...AWAY, waitMs: 20 * 60_000 } : TAKEN));
    await told.opened(filerAuditor, OURS);
    await told.opened(otherAuditor, THEIRS);
    const caseId = await told.recordNew();
    const theirs = await told.idsFor(otherAuditor, caseId);
    expect(await told200(THEIRS, theirs.length)).toEqual(theirs);
    const until = Date.parse(told.history.audit.clock.now()) + 20 * 60_000;
    await told.until(async () => Date.parse((await stateOf(filerAuditor))?.nextTryAt ?? '') <= until);
    const nextTryAt = Date.parse((await stateOf(filerAuditor))?.nextTryAt ?? '');
    expect(nextTryAt).toBeGreaterThan(until - 10 * 60_000);
    isBusy = false;
    await told.pass(nextTryAt - Date.parse(told.history.audit.clock.now()) - 1);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(told.receivers.at(OURS)).toHaveLength(1);
    await told.pass(1);
    const ids = await told.idsFor(filerAuditor, caseId);
    expect(await told200(OURS, ids.length + 1)).toEqual([ids[0], ...ids]);
  });

  it('pause after three days without an answer, and lose nothing: a replay goes on', async () => {
    told.receivers.answers.set(OURS, () => AWAY);
    const { id } = await told.opened(filerAuditor, OURS);
    const caseId = await told.recordNew();
    let tries = 0;
    while ((await stateOf(filerAuditor))?.state === 'running') {
      await told200(OURS, (tries += 1));
      await told.until(async () => {
        const { nextTryAt, state } = (await stateOf(filerAuditor)) ?? { nextTryAt: null, state: 'paused' };
        return state === 'paused' || (nextTryAt !== null && nextTryAt > told.history.audit.clock.now());
      });
      await told.pass(6 * HOUR_MS);
    }
    expect(await stateOf(filerAuditor)).toMatchObject({ state: 'paused', why: 'no-answer-for-three-days' });
    expect(tries).toBeGreaterThan(10);
    told.receivers.answers.delete(OURS);
    told.receivers.posted.length = 0;
    await told.send('POST', `/${id}/replays`, filerAuditor, {});
    const ids = await told.idsFor(filerAuditor, caseId);
    expect(await told200(OURS, ids.length)).toEqual(ids);
    expect(await stateOf(filerAuditor)).toMatchObject({ state: 'running', why: null, nextTryAt: null });
  });

  it('pause at once for who answers that it is gone', async () => {
    told.receivers.answers.set(OURS, () => ({ accepted: false, answer: '410', again: false }));
    await told.opened(filerAuditor, OURS);
    await told.recordNew();
    await told.until(async () => (await stateOf(filerAuditor))?.state === 'paused');
    expect(await stateOf(filerAuditor)).toMatchObject({ why: 'gone' });
    expect(told.receivers.at(OURS)).toHaveLength(1);
  });

  it('of a receiver that never answers hold up no other', async () => {
    const waiting: (() => void)[] = [];
    told.receivers.answers.set(OURS, () => new Promise((resolve) => waiting.push(() => resolve(AWAY))));
    for (let n = 0; n < 5; n++) await told.opened(filerAuditor, OURS);
    await told.opened(otherAuditor, THEIRS);
    const caseId = await told.recordNew();
    const ids = await told.idsFor(otherAuditor, caseId);
    expect(await told200(THEIRS, ids.length)).toEqual(ids);
    expect(told.receivers.at(OURS)).toHaveLength(5);
    for (const answer of waiting) answer();
  });
});
