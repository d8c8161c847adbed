import { createServer } from 'node:net';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from '../support/client';
import { CONTACT, constructedGrievance } from '../support/constructed';
import { ParleyProcess } from '../support/parley-process';
import { wtoCase } from '../support/wto-case';

const ROUNDS = 10;
const IN_FLIGHT = 200;

interface Case {
  readonly id: string;
  readonly docketNumber: string | null;
  readonly status: string;
  readonly receipt: { readonly number: string };
}

interface Acknowledged {
  readonly key: string;
  readonly id: string;
  readonly receipt: string;
  registered: boolean;
}

/** How many of a round's acts are answered when it is killed: early, late, and in between. */
const KILL_AT = [1, 10, 40, 80, 120, 180, 220, 260, 320, 380];

describe('a process killed with -9 while 200 filings and registrations are in flight', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'parley-killed-'));
  chmodSync(dataDir, 0o755);
  let parley: ParleyProcess | undefined;
  const acknowledged: Acknowledged[] = [];
  const sent = new Set<string>();
  let answers = 0;
  let port: number;

  beforeAll(async () => {
    port = await freePort();
  });
  afterAll(async () => {
    await parley?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it(`keeps each acknowledged one exactly once, ${String(ROUNDS)} times over`, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      parley = await ParleyProcess.start({ dataDir, port, env: { PARLEY_HOSTILE_SEED: String(round + 1) } });
      const desk = await Client.as(parley.url, round % 2 === 0 ? 'cn-desk' : 'us-desk');
      const registry = await Client.as(parley.url, 'us-registry');
      const grievance = constructedGrievance(wtoCase(633));
      const { digest } = (await desk.act<{ digest: string }>('/v1/grievances/checks', { grievance, contact: CONTACT })).body;
      answers = 0;
      const filings = Array.from({ length: IN_FLIGHT }, (_, index) => fileAndRegister(`${String(round)}-${String(index)}`, desk, registry, { grievance, contact: CONTACT, certification: { digest } }));
      await answered(KILL_AT[round] ?? 0);
      await parley.kill();
      await Promise.all(filings);
    }
    expect(acknowledged.length).toBeGreaterThan(IN_FLIGHT);

    parley = await ParleyProcess.start({ dataDir, port });
    const [cn, us, registry] = await Promise.all(['cn-desk', 'us-desk', 'us-registry'].map((user) => Client.as(port ? `http://127.0.0.1:${String(port)}` : '', user)));
    if (!cn || !us || !registry) throw new Error('no clients');

    const receipts = await inTurns(acknowledged, async ({ id }) => (await registry.read<Case>(`/v1/cases/${id}`)).receipt.number);
    expect(receipts).toEqual(acknowledged.map(({ receipt }) => receipt));

    const cases = await settled(registry, acknowledged);
    const ids = cases.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(cases.length).toBeLessThanOrEqual(sent.size);
    expect(ids).toEqual(expect.arrayContaining(acknowledged.map(({ id }) => id)));
    const whole = await inTurns(cases, ({ id }) => registry.read<Case>(`/v1/cases/${id}`));
    const said = ({ id, status, docketNumber }: Case) => ({ id, status, docketNumber });
    expect(cases.map(said)).toEqual(whole.map(said));

    const numbers = cases.flatMap(({ docketNumber }) => docketNumber ?? []).sort();
    const year = new Date().getFullYear();
    const expected = (party: string) => numbers.filter((number) => number.startsWith(party)).map((_, index) => `${party}-${String(year)}-${String(index + 1).padStart(4, '0')}`);
    expect(numbers).toEqual([...expected('CN'), ...expected('US')]);

    const log = await publicLog(Client.public(parley.url), numbers.length);
    expect(log.map(({ serial }) => serial)).toEqual(log.map((_, index) => index + 1));
    expect(log.filter(({ kind }) => kind === 'case-registered').map(({ docketNumber }) => docketNumber).sort()).toEqual(numbers);
  }, 300_000);

  async function answered(count: number): Promise<void> {
    while (answers < count) await delay(1);
  }

  async function fileAndRegister(key: string, desk: Client, registry: Client, body: object): Promise<void> {
    sent.add(key);
    try {
      const filed = await desk.act<Case>('/v1/cases', body, { key });
      const one = { key, id: filed.body.id, receipt: filed.body.receipt.number, registered: false };
      acknowledged.push(one);
      answers++;
      await registry.act(`/v1/cases/${one.id}/completeness`, { finding: 'complete' }, { key });
      one.registered = true;
      answers++;
    } catch {
      // The process was killed: what was not acknowledged is promised to nobody.
    }
  }
});

/** All cases, once those whose completeness was acknowledged have their numbers and nothing more is on its way. */
async function settled(registry: Client, acknowledged: readonly Acknowledged[]): Promise<readonly Case[]> {
  for (let tries = 0; ; tries++) {
    const cases = await allCases(registry);
    const registered = new Set(cases.filter(({ status }) => status === 'registered').map(({ id }) => id));
    const waiting = cases.some(({ status }) => status === 'complete') || acknowledged.some((one) => one.registered && !registered.has(one.id));
    if (!waiting) return cases;
    if (tries > 200) throw new Error('complete cases are still without a number');
    await delay(100);
  }
}

/** Asks for each, some at a time. */
async function inTurns<T, R>(all: readonly T[], ask: (one: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  for (let at = 0; at < all.length; at += 50) answers.push(...(await Promise.all(all.slice(at, at + 50).map(ask))));
  return answers;
}

async function allCases(registry: Client): Promise<readonly Case[]> {
  const cases: Case[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: { items: Case[]; next: string | null } = await registry.read(`/v1/cases?limit=200${cursor ? `&cursor=${cursor}` : ''}`);
    cases.push(...page.items);
    cursor = page.next;
  }
  return cases;
}

interface Entry {
  readonly serial: number;
  readonly kind: string;
  readonly docketNumber: string;
}

async function publicLog(anybody: Client, registrations: number): Promise<readonly Entry[]> {
  for (let tries = 0; ; tries++) {
    const entries: Entry[] = [];
    for (;;) {
      const page: { items: Entry[] } = await anybody.read(`/v1/docket/log?limit=200&after=${String(entries.at(-1)?.serial ?? 0)}`);
      if (page.items.length === 0) break;
      entries.push(...page.items);
    }
    if (entries.filter(({ kind }) => kind === 'case-registered').length >= registrations) return entries;
    if (tries > 200) throw new Error(`only ${String(entries.length)} entries of the public log for ${String(registrations)} registrations`);
    await delay(100);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}
