import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { hash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '@parley/testing';
import { judgeCheckpoint, nodeChecks, parsePolicy, type Policy } from '@parley/transparency';
import { Client } from '../support/client';
import { constructedGrievance } from '../support/constructed';
import { fileGrievance } from '../support/file-grievance';
import { ParleyProcess } from '../support/parley-process';
import { wtoCase } from '../support/wto-case';

const MAIN = path.resolve(__dirname, '../../services/witness/dist/main.js');

/** A witness of one side, in a process of its own, which knows the log by its public address alone. */
interface Side {
  readonly folder: string;
  readonly key: string;
  readonly url: string;
  child?: ChildProcess;
}

describe('the witnesses of two sides', () => {
  const top = mkdtempSync(path.join(tmpdir(), 'parley-witnesses-'));
  let parley: ParleyProcess;
  /** The line of the log in a policy. */
  let log: string;
  let sides: readonly [Side, Side];
  /** Whoever asks for both sides. */
  let both: Policy;

  const env = ({ folder, url }: Pick<Side, 'folder' | 'url'>) => ({
    PARLEY_WITNESS_DIR: folder,
    PARLEY_PORT: new URL(url).port,
    PARLEY_WITNESS_SECONDS: '1',
  });
  const sideOf = async (name: string): Promise<Side> => {
    const side = { folder: path.join(top, name), url: `http://127.0.0.1:${String(await freePort())}` };
    const made = execFileSync(process.execPath, [MAIN, 'make-key', `${name}.example/w`], { env: env(side) });
    return { ...side, key: made.toString().trim() };
  };
  const start = async (side: Side, other: Side): Promise<void> => {
    const lines = [`${log} ${parley.url}/v1/log`, `witness other ${other.key} ${other.url}`, 'quorum none', ''];
    writeFileSync(path.join(side.folder, 'policy'), lines.join('\n'));
    const child = spawn(process.execPath, [MAIN, 'serve'], { env: env(side), stdio: ['ignore', 'pipe', 'inherit'] });
    side.child = child;
    for await (const line of createInterface({ input: child.stdout }))
      if (line.startsWith('Parley witness listens on')) return;
    throw new Error('it does not start');
  };
  const attested = async ({ url }: Side): Promise<number> => {
    const origin = /^log ([^+]+)\+/.exec(log)?.[1] ?? '';
    const answer = await fetch(`${url}/${hash('sha256', origin)}/attested`);
    const note = await answer.text();
    return answer.status === 200 ? (await judgeCheckpoint(nodeChecks, both, note)).checkpoint.size : 0;
  };
  /** What the log itself shows as jointly attested. */
  const attestedByLog = async (): Promise<number> => {
    const answer = await fetch(`${parley.url}/v1/log/attested`);
    const note = await answer.text();
    return answer.status === 200 ? (await judgeCheckpoint(nodeChecks, both, note)).checkpoint.size : 0;
  };
  const logSize = async (): Promise<number> =>
    Number((await (await fetch(`${parley.url}/v1/log/checkpoint`)).text()).split('\n')[1]);
  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 100));
  };

  beforeAll(async () => {
    sides = [await sideOf('east'), await sideOf('west')];
    const named = sides.map(({ key, url }, at) => `${['US', 'CN'][at] ?? ''} ${key} ${url}`);
    const env = { PARLEY_WITNESSES: named.join(', ') };
    parley = await ParleyProcess.start({ clock: '2025-02-05T09:00:00+01:00', env });
    const policy = await (await fetch(`${parley.url}/v1/log/policy`)).text();
    log = policy.split('\n').find((line) => line.startsWith('log ')) ?? '';
    both = await parsePolicy(nodeChecks.digest, policy);
    await start(sides[0], sides[1]);
    await start(sides[1], sides[0]);
  }, 300_000);
  afterAll(async () => {
    for (const { child } of sides) {
      child?.kill();
      if (child?.exitCode === null && child.signalCode === null) await once(child, 'exit');
    }
    await parley.stop();
    rmSync(top, { recursive: true });
  });

  it('attest jointly, by its public files alone, what the log of a running system holds', async () => {
    await fileGrievance(await Client.as(parley.url, 'cn-desk'), constructedGrievance(wtoCase(633)));
    await until(async () => (await logSize()) > 0);
    const size = await logSize();
    for (const side of sides) await until(async () => (await attested(side)) >= size);
    await until(async () => (await attestedByLog()) >= size);
  }, 120_000);

  it('hold up nobody: with one of them away acts and the log go on, and it catches up when it is back', async () => {
    const [east, west] = sides;
    east.child?.kill('SIGKILL');
    const before = await logSize();
    const filed = await fileGrievance(await Client.as(parley.url, 'cn-desk'), constructedGrievance(wtoCase(615)));
    expect(filed.status).toBe(201);
    await until(async () => (await logSize()) > before);
    const size = await logSize();
    expect(await attested(west)).toBeLessThan(size);
    expect(await attestedByLog()).toBeLessThan(size);
    const { attestation } = await Client.public(parley.url).read<{
      attestation: { entries: number; behindEntries: number; witnesses: readonly { entries: number }[] };
    }>('/v1/docket/log');
    expect(attestation.behindEntries).toBeGreaterThan(0);
    expect(attestation.witnesses[0]?.entries).toBeLessThan(attestation.entries);
    await start(east, west);
    for (const side of sides) await until(async () => (await attested(side)) >= size);
    await until(async () => (await attestedByLog()) >= size);
  }, 120_000);
});
