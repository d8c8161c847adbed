import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '@parley/testing';
import { formatKey, judgeCheckpoint, nodeChecks, parsePolicy, type Policy } from '@parley/transparency';
import { originHash } from './kept-checkpoints';
import { ORIGIN, ServedLog } from './served-log.fixture';
import { startWitness, type RunningWitness } from './start-witness';
import { makeKey } from './witness-key';

describe('a checkpoint that is jointly attested', () => {
  const top = mkdtempSync(path.join(tmpdir(), 'parley-attested-'));
  const folders = ['east', 'west'].map((name) => path.join(top, name));
  let log: ServedLog;
  let keys: readonly string[];
  let ports: readonly number[];
  let running: RunningWitness[];

  /** @param other the key that this side has been given for the witness of the other one */
  const start = async (side: 0 | 1, other = keys[1 - side]): Promise<void> => {
    const at = `http://127.0.0.1:${String(ports[1 - side])}`;
    writeFileSync(
      path.join(folders[side]!, 'policy'),
      `${log.line}\nwitness other ${other ?? ''} ${at}\nquorum none\n`,
    );
    running.push(
      await startWitness(
        { folder: folders[side]!, host: '127.0.0.1', port: ports[side]!, seconds: 1 },
        () => undefined,
      ),
    );
  };
  const shown = async (side: 0 | 1, what: string): Promise<string | undefined> => {
    const answer = await fetch(`http://127.0.0.1:${String(ports[side])}/${what}`);
    const body = await answer.text();
    return answer.status === 200 ? body : undefined;
  };
  const attested = (side: 0 | 1) => shown(side, `${originHash(ORIGIN)}/attested`);
  const both = (): Promise<Policy> =>
    parsePolicy(
      nodeChecks.digest,
      `log ${formatKey(log.key)}\nwitness a ${keys[0] ?? ''}\nwitness b ${keys[1] ?? ''}\ngroup both all a b\nquorum both\n`,
    );
  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
  };

  beforeEach(async () => {
    log = await ServedLog.of(20);
    keys = [await makeKey(folders[0]!, 'east.example/w'), await makeKey(folders[1]!, 'west.example/w')];
    ports = [await freePort(), await freePort()];
    running = [];
  });
  afterEach(async () => {
    for (const witness of running) await witness.stop();
    await log.close();
    rmSync(top, { recursive: true });
  });

  it('has the signature of the log and a cosignature of each side, also while the log goes on growing', async () => {
    await start(0);
    await start(1);
    const policy = await both();
    let size = 0;
    for (let round = 0; round < 3; round += 1) {
      const before = size;
      await until(async () => {
        await log.grow(3);
        const notes = [await attested(0), await attested(1)].flatMap((note) => note ?? []);
        const judged = await Promise.all(notes.map((note) => judgeCheckpoint(nodeChecks, policy, note)));
        size = Math.max(before, ...judged.map(({ checkpoint }) => checkpoint.size));
        return size > before;
      });
    }
    expect(await shown(0, 'metrics')).toMatch(/parley_witness_attested_entries\{log="log\.example\/parley"\} \d+/);
  }, 60_000);

  it('is none as long as one side has not cosigned', async () => {
    await start(0);
    await until(async () => (await shown(0, `${originHash(ORIGIN)}/checkpoint`)) !== undefined);
    expect(await attested(0)).toBeUndefined();
  }, 60_000);

  it('is none by the cosignature of a key that is not the one of the other side', async () => {
    const stranger = await makeKey(path.join(top, 'stranger'), 'west.example/w');
    await start(1);
    await start(0, stranger);
    const told = () => shown(0, 'readyz');
    await until(async () => (await told())?.includes('None of the keys that are known has signed') ?? false);
    expect(await attested(0)).toBeUndefined();
  }, 60_000);
});
