import { setTimeout as delay } from 'node:timers/promises';
import { SentEvents } from '@parley/testing';
import { words } from '../support/cases-under-review';
import { STAGED_FROM } from '../support/cases-at-every-stage';
import type { Client } from '../support/client';
import { clientsOf } from '../support/clients-of';
import { constructedGrievance } from '../support/constructed';
import { everyItem } from '../support/every-item';
import { fileGrievance } from '../support/file-grievance';
import { claimsOf, forgedToken } from '../support/forged-token';
import { ParleyProcess } from '../support/parley-process';
import { wtoCase } from '../support/wto-case';

const USERS = ['cn-desk', 'us-desk', 'us-registry', 'us-auditor', 'operator'] as const;
const PURPOSE = { 'parley-purpose': 'Following the cases' };

interface Entry {
  readonly eventId: string;
  readonly type: string;
}

describe('events that are followed', () => {
  let parley: ParleyProcess;
  let clients: Readonly<Record<(typeof USERS)[number], Client>>;
  let caseId: string;
  /** Of whom each stream is that was open before there was a case. */
  const streams = new Map<(typeof USERS)[number], SentEvents>();

  beforeAll(async () => {
    parley = await ParleyProcess.start({ clock: STAGED_FROM, env: { PARLEY_HOSTILE_SEED: '11' } });
    clients = await clientsOf(parley.url, ...USERS);
  });
  afterAll(async () => {
    // Streams that are open do not hold up its end.
    await parley.stop();
    await Promise.all([...streams.values()].map(({ ended }) => ended));
  });

  const follow = (token: string | undefined, more: object = {}): Promise<SentEvents> => {
    const headers = { authorization: `Bearer ${token ?? ''}`, ...PURPOSE, ...more };
    return SentEvents.open(`${parley.url}/v1/events`, headers);
  };
  const historyOf = (user: (typeof USERS)[number]): Promise<readonly Entry[]> =>
    everyItem<Entry>(clients[user], `/v1/cases/${caseId}/history?kind=all`);
  const idsOf = (stream: SentEvents): readonly string[] =>
    stream.events.map(({ data }) => (JSON.parse(data) as Entry).eventId);

  it('come as they are recorded, each once, to whom the history shows them, and lead to their place', async () => {
    for (const user of ['cn-desk', 'us-desk', 'us-auditor'] as const)
      streams.set(user, await follow(clients[user].token));
    const filed = await fileGrievance(clients['cn-desk'], constructedGrievance(wtoCase(633)));
    caseId = (filed.body as { id: string }).id;
    const act = (user: (typeof USERS)[number], path: string, body: object) =>
      clients[user].act(`/v1/cases/${caseId}/${path}`, body);
    await act('cn-desk', 'letters', { addressing: 'registry', subject: 'Ours alone', text: words('Ours alone') });
    await act('us-registry', 'completeness', { finding: 'complete' });
    await act('us-desk', 'reply', {
      ...{ position: 'accepts', objections: [], reservation: [], counterStatements: [] },
    });
    // The clock moves on though somebody listens.
    await clients.operator.act('/v1/demonstration-clock', { to: '2026-03-02T12:00:00+01:00' });
    for (const [user, stream] of streams) {
      const entries = await historyOf(user);
      await stream.until(entries.length);
      expect([user, idsOf(stream)]).toEqual([user, entries.map(({ eventId }) => eventId)]);
    }
    const [first] = streams.get('cn-desk')?.events ?? [];
    const told = JSON.parse(first?.data ?? '{}') as Record<'eventId' | 'link' | 'proof', string>;
    expect(told.link.startsWith(`${parley.url}/`)).toBe(true);
    const { items } = await clients['cn-desk'].read<{ items: readonly Entry[] }>(told.link.slice(parley.url.length));
    expect(items.map(({ eventId }) => eventId)).toEqual([told.eventId]);
    // The log covers what was recorded within 2 s.
    const proof = told.proof.slice(parley.url.length);
    for (let tries = 0; tries < 40 && (await clients['cn-desk'].get(proof)).status === 503; tries++) await delay(250);
    const proved = await clients['cn-desk'].read<{ readonly header: string }>(proof);
    expect(JSON.parse(proved.header)).toMatchObject({ eventId: told.eventId });
  }, 120_000);

  it('never tell a side of what is the other’s alone', async () => {
    const types = async (user: (typeof USERS)[number]) => (await historyOf(user)).map(({ type }) => type);
    const own = (await types('cn-desk')).filter((type) => type.includes('Letter'));
    expect(own.length).toBeGreaterThan(0);
    for (const user of ['us-desk', 'us-auditor'] as const)
      expect(streams.get(user)?.events.filter(({ event }) => own.includes(event))).toEqual([]);
  });

  it('are all there, and none twice, for who comes back each time that the connection breaks', async () => {
    const whole = streams.get('cn-desk');
    const from = whole?.events[0]?.id ?? '';
    const kept: string[] = [];
    let lastId = from;
    const { length } = await historyOf('cn-desk');
    while (kept.length < length - 1) {
      const stream = await follow(clients['cn-desk'].token, { 'last-event-id': lastId });
      await stream.until(1);
      stream.cut();
      await stream.ended;
      kept.push(...idsOf(stream));
      ({ lastId } = stream);
    }
    expect(kept).toEqual(whole && idsOf(whole).slice(1));
  }, 120_000);

  it('end with the token', async () => {
    const now = Math.floor(Date.now() / 1_000);
    // Another clock may be 30 s behind, so for so long is a token taken that has ended.
    const claims = { ...claimsOf(clients['us-desk'].token ?? ''), iat: now - 300, exp: now - 24 };
    const stream = await follow(forgedToken(parley.dataDir, claims, 'us'));
    expect(await stream.ended).toBe(true);
    const late = Math.floor(Date.now() / 1_000) - (now - 24);
    expect([late >= 30, late < 60]).toEqual([true, true]);
  }, 120_000);
});
