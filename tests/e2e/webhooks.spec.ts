import { createPublicKey, verify, type JsonWebKey } from 'node:crypto';
import { renameSync } from 'node:fs';
import path from 'node:path';
import { Webhook } from 'standardwebhooks';
import { STAGED_FROM } from '../support/cases-at-every-stage';
import { words } from '../support/cases-under-review';
import type { Client } from '../support/client';
import { clientsOf } from '../support/clients-of';
import { constructedGrievance } from '../support/constructed';
import { makeFolder, removeFolder } from '../support/data-folder';
import { everyItem } from '../support/every-item';
import { fileGrievance } from '../support/file-grievance';
import { HookServer, type Hooked } from '../support/hook-server';
import { ParleyProcess } from '../support/parley-process';
import { wtoCase } from '../support/wto-case';

const USERS = ['cn-desk', 'us-desk', 'us-registry', 'us-auditor', 'operator'] as const;
type User = (typeof USERS)[number];

interface Receiver {
  readonly id: string;
  readonly secret: string;
  readonly publicKey: string;
  readonly state: string;
}

interface Waiting {
  readonly nextTryAt: string | null;
}

type ToldKey = JsonWebKey & {
  readonly signs: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly signature: string | null;
};

const eventOf = ({ body }: Hooked) => (JSON.parse(body) as { data: { eventId: string } }).data.eventId;

/** Real receivers over HTTP: they fail, are slow, are down for a day; and the system is killed while it tells them. */
describe('webhooks', () => {
  let hooks: HookServer;
  let parley: ParleyProcess;
  let clients: Readonly<Record<User, Client>>;
  let caseId: string;
  const dataDir = makeFolder();
  const lines: string[] = [];
  const receivers = new Map<string, Receiver>();

  const start = async (more: Readonly<Record<string, string>> = {}) => {
    const env = { PARLEY_WEBHOOK_HOSTS: '127.0.0.1,*.ministry.example', PARLEY_WEBHOOK_NETWORKS: 'loopback' };
    const log = (line: string) => void lines.push(line);
    const settings = { ...env, PARLEY_LOG_LEVEL: 'debug', ...more };
    parley = await ParleyProcess.start({ env: settings, dataDir, ownGroup: true, clock: STAGED_FROM, log });
    clients = await clientsOf(parley.url, ...USERS);
  };
  beforeAll(async () => {
    hooks = await HookServer.open();
    await start();
  }, 120_000);
  afterAll(async () => {
    await parley.stop();
    removeFolder(dataDir);
    await hooks.close();
  });

  const open = async (user: User, path: string): Promise<void> => {
    const body = { url: `${hooks.url}${path}`, role: user.slice(3), purpose: 'Our case system' };
    receivers.set(path, (await clients[user].act<Receiver>('/v1/webhooks', body)).body);
  };
  const idOf = (path: string): string => receivers.get(path)?.id ?? '';
  const write = (text: string) =>
    clients['cn-desk'].act(`/v1/cases/${caseId}/letters`, {
      ...{ addressing: 'everybody', subject: 'Talks', text: words(text) },
    });
  const historyOf = async (user: User): Promise<readonly string[]> =>
    (await everyItem<{ eventId: string }>(clients[user], `/v1/cases/${caseId}/history?kind=all`)).map(
      ({ eventId }) => eventId,
    );
  /** Whether a program has all that the history shows its officer, in its order. */
  const hasAll = async (user: User, path: string): Promise<boolean> => {
    const [told, shown] = [hooks.messagesAt(path).map(eventOf), await historyOf(user)];
    return JSON.stringify(told) === JSON.stringify(shown);
  };
  const later = async (hours: number): Promise<void> => {
    const { now } = await clients.operator.read<{ now: string }>('/v1/demonstration-clock');
    const to = new Date(Date.parse(now) + hours * 3_600_000).toISOString();
    await clients.operator.act('/v1/demonstration-clock', { to });
  };

  it('are opened by each side for itself, for URLs that are permitted', async () => {
    await open('cn-desk', '/cn');
    await open('us-desk', '/us');
    await open('us-auditor', '/mute');
    const refused = async (url: string) =>
      (await clients['us-desk'].post('/v1/webhooks', { url, role: 'desk', purpose: 'Trying' })).body;
    for (const url of [
      'https://10.0.0.8/',
      'https://169.254.169.254/',
      'https://a:b@hooks.ministry.example/',
      'http://',
    ])
      expect(await refused(url)).toMatchObject({ code: 'webhook-url-not-permitted', errors: [{ path: '/url' }] });
    expect(await clients['us-desk'].read('/v1/webhooks')).toMatchObject({ items: [{ id: idOf('/us') }] });
    expect((await clients['us-desk'].get(`/v1/webhooks/${idOf('/cn')}/deliveries`)).status).toBe(404);
  });

  it('come to who takes them, however slow or silent others are', async () => {
    hooks.set('/cn', 'is slow');
    hooks.set('/mute', 'is mute');
    const filed = await fileGrievance(clients['cn-desk'], constructedGrievance(wtoCase(633)));
    caseId = (filed.body as { id: string }).id;
    const addressed = { addressing: 'registry', subject: 'Ours alone', text: words('Ours alone') };
    await clients['cn-desk'].act(`/v1/cases/${caseId}/letters`, addressed);
    await clients['us-registry'].act(`/v1/cases/${caseId}/completeness`, { finding: 'complete' });
    await hooks.until(() => hasAll('us-desk', '/us'));
    await hooks.until(() => hasAll('cn-desk', '/cn'));
    expect(new Set(hooks.at('/mute').map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  }, 120_000);

  it('tell the other side nothing of what is one side’s own, and nobody what an event says', async () => {
    const [own, others] = [await historyOf('cn-desk'), new Set(await historyOf('us-desk'))];
    expect(own.filter((id) => !others.has(id)).length).toBeGreaterThan(0);
    expect(
      hooks
        .at('/us')
        .map(eventOf)
        .every((id) => others.has(id)),
    ).toBe(true);
    for (const { body } of hooks.got) {
      const { data, ...rest } = JSON.parse(body) as { readonly data: object };
      expect(Object.keys(rest)).toEqual(['type', 'timestamp']);
      expect(Object.keys(data).toSorted()).toEqual([
        'caseId',
        'docketNumber',
        'eventId',
        'link',
        'occurredAt',
        'proof',
        'tier',
        'type',
      ]);
    }
  });

  it('lose nothing for a receiver that is down for a day, or leads elsewhere meanwhile', async () => {
    hooks.set('/cn', 'fails');
    const before = hooks.messagesAt('/cn').length;
    await write('The first that is not taken.');
    await hooks.until(() => hooks.messagesAt('/cn').length > before);
    await write('The second.');
    for (let hour = 0; hour < 24; hour += 4) {
      hooks.set('/cn', hour % 8 === 0 ? 'fails' : 'redirects');
      const tries = hooks.at('/cn').length;
      await later(4);
      await hooks.until(() => hooks.at('/cn').length > tries);
    }
    expect(hooks.messagesAt('/cn')).toHaveLength(before + 1);
    expect(hooks.at('/elsewhere')).toEqual([]);
    hooks.set('/cn', 'takes');
    await later(2);
    await hooks.until(() => hasAll('cn-desk', '/cn'));
    const bodies = hooks.at('/cn').map(({ headers, body }) => `${String(headers['webhook-id'])} ${body}`);
    expect(new Set(bodies).size).toBe(hooks.messagesAt('/cn').length);
  }, 180_000);

  it('come not before the half hour for which a busy receiver asks', async () => {
    hooks.set('/cn', 'is busy');
    const before = hooks.at('/cn').length;
    await write('For a busy receiver.');
    const [{ now }, seen] = [
      await clients.operator.read<{ now: string }>('/v1/demonstration-clock'),
      async () => (await clients['cn-desk'].read<{ items: Waiting[] }>('/v1/webhooks')).items[0],
    ];
    await hooks.until(async () => typeof (await seen())?.nextTryAt === 'string');
    const wait = Date.parse((await seen())?.nextTryAt ?? '') - Date.parse(now);
    expect(wait).toBeGreaterThan(29 * 60_000);
    expect(wait).toBeLessThan(31 * 60_000);
    hooks.set('/cn', 'takes');
    await later(0.25);
    // Whoever tells the other side of this has looked for what is due to this one, too.
    await write('Behind it.');
    await hooks.until(() => hasAll('us-desk', '/us'));
    expect(hooks.at('/cn')).toHaveLength(before + 1);
    await later(0.25);
    await hooks.until(() => hasAll('cn-desk', '/cn'));
  }, 120_000);

  it('lose nothing when the system is killed before it notes what was taken, and goes on with a new key', async () => {
    hooks.set('/us', 'is mute');
    const before = hooks.at('/us').length;
    await write('Taken, and not answered.');
    await write('Behind it.');
    await hooks.until(() => hooks.at('/us').length > before);
    await parley.kill();
    hooks.set('/us', 'takes');
    const [key, former] = ['', '.before'].map((when) => path.join(dataDir, `keys/webhooks-ed25519${when}.pem`));
    renameSync(key ?? '', former ?? '');
    await start({ PARLEY_KEYS: 'replaced' });
    await hooks.until(() => hasAll('us-desk', '/us'));
    await hooks.until(() => hasAll('cn-desk', '/cn'));
    const [held, again] = hooks.at('/us').slice(before);
    expect(again?.headers['webhook-id']).toBe(held?.headers['webhook-id']);
    expect(again?.body).toBe(held?.body);
  }, 180_000);

  it('are told again from any message on, under the same ids', async () => {
    const sent = hooks.messagesAt('/us').map(({ headers }) => headers['webhook-id']);
    const replay = (from: unknown) => clients['us-desk'].post(`/v1/webhooks/${idOf('/us')}/replays`, { from });
    const count = hooks.at('/us').length;
    expect((await replay(sent[2])).status).toBe(200);
    await hooks.until(() => hooks.at('/us').length >= count + sent.length - 2);
    expect(
      hooks
        .at('/us')
        .slice(count)
        .map(({ headers }) => headers['webhook-id']),
    ).toEqual(sent.slice(2));
    expect((await replay(hooks.messagesAt('/cn')[0]?.headers['webhook-id'])).body).toMatchObject({
      ...{ status: 400, code: 'cursor-invalid' },
    });
  }, 120_000);

  it('are verified by the public library with the secret, and by anybody with the key that signs them', async () => {
    const told = await clients['us-desk'].read<{ keys: readonly ToldKey[] }>('/v1/keys');
    const keys = told.keys.filter(({ signs }) => signs === 'webhooks');
    expect([keys.length, told.keys.length]).toEqual([2, 3]);
    const [one, next] = keys as [ToldKey, ToldKey];
    const holds = (key: ToldKey, text: string, signature: string) =>
      verify(null, Buffer.from(text), createPublicKey({ format: 'jwk', key }), Buffer.from(signature, 'base64'));
    const [head = '', content = '', signature = ''] = next.signature?.split('.') ?? [];
    expect(holds(one, `${head}.${content}`, signature)).toBe(true);
    const succession = { succeeds: next['kid'], x: next.x, from: next.from };
    expect(JSON.parse(Buffer.from(content, 'base64url').toString())).toEqual(succession);
    expect([one.until, next.until]).toEqual([next.from, null]);
    const raw = Buffer.from(one.x ?? '', 'base64url').toString('base64');
    const used = new Set<ToldKey | undefined>();
    for (const [path, { secret, publicKey }] of receivers) {
      expect(publicKey).toBe(`whpk_${raw}`);
      for (const { headers, body } of hooks.at(path)) {
        const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signed = '' } = headers;
        expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toEqual(JSON.parse(body));
        const [, v1a = ''] = /(?:^| )v1a,(\S+)$/.exec(String(signed)) ?? [];
        const by = keys.filter((key) => holds(key, `${String(id)}.${String(at)}.${body}`, v1a));
        expect(by).toHaveLength(1);
        used.add(by[0]);
      }
    }
    expect(used).toEqual(new Set(keys));
    const [cn] = hooks.at('/cn');
    const theirs = new Webhook(receivers.get('/us')?.secret ?? '');
    expect(() => theirs.verify(cn?.body ?? '', cn?.headers as Record<string, string>)).toThrow();
  });

  it('leave no secret, and no address, in the log', () => {
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((line) => line.includes('whsec_') || line.includes(`${hooks.url}/`))).toEqual([]);
  });

  it('are closed by their own side, and told nothing more', async () => {
    const close = (user: User) => clients[user].send('DELETE', `/v1/webhooks/${idOf('/cn')}`, undefined);
    expect((await close('us-desk')).status).toBe(404);
    expect(await close('cn-desk')).toMatchObject({ status: 200, body: { items: [] } });
    const count = hooks.at('/cn').length;
    await write('After the closing.');
    await hooks.until(() => hasAll('us-desk', '/us'));
    expect(hooks.at('/cn')).toHaveLength(count);
  }, 120_000);
});
