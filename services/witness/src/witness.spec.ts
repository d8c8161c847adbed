import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '@parley/testing';
import { formatKey, nodeChecks, openCheckpoint, openNote, parseKey, parseNote } from '@parley/transparency';
import { originHash } from './kept-checkpoints';
import { prepareOwnWitnesses, startOwnWitnesses } from './own-witnesses';
import { ORIGIN, ServedLog } from './served-log.fixture';
import { readerOf } from './read-public';
import { startWitness, type RunningWitness } from './start-witness';
import { makeKey } from './witness-key';

const LOG = originHash(ORIGIN);

describe('a witness', () => {
  let folder: string;
  let log: ServedLog;
  let running: RunningWitness[];

  /** @param line by which the policy names the log; one without its address, so that it is only handed in */
  const start = async (line = log.line.replace(/ http.*/, '')): Promise<RunningWitness> => {
    writeFileSync(path.join(folder, 'policy'), `${line}\nquorum none\n`);
    const witness = await startWitness({ folder, host: '127.0.0.1', port: 0, seconds: 1 }, () => undefined);
    running.push(witness);
    return witness;
  };
  const add = async (witness: RunningWitness, body: string) => {
    const answer = await fetch(`${witness.url}/add-checkpoint`, { method: 'POST', body });
    return { status: answer.status, type: answer.headers.get('content-type'), body: await answer.text() };
  };
  const read = async (witness: RunningWitness, what: string) => {
    const answer = await fetch(`${witness.url}/${what}`);
    return { status: answer.status, body: await answer.text() };
  };

  beforeEach(async () => {
    folder = path.join(mkdtempSync(path.join(tmpdir(), 'parley-witness-')), 'east');
    log = await ServedLog.of(10);
    running = [];
    await makeKey(folder, 'east.example/w');
  });
  afterEach(async () => {
    await Promise.all(running.map((witness) => witness.stop()));
    await log.close();
    rmSync(path.dirname(folder), { recursive: true });
  });

  it('of an own installation keeps its key, and begins anew where a start ended before there was one', async () => {
    const [top, parties] = [path.join(path.dirname(folder), 'own'), ['E', 'W']];
    const prepared = await prepareOwnWitnesses(top, parties, [await freePort(), await freePort()]);
    expect(new Set(prepared.flatMap(({ key, url }) => [key, url])).size).toBe(4);
    const said: string[] = [];
    const files = readerOf(log.url);
    const stop = await startOwnWitnesses(top, prepared, { key: formatKey(log.key), read: files }, (line) =>
      said.push(line),
    );
    // Each looks at the log and at the other by itself, and shows what both cosigned.
    for (const { url } of prepared)
      while ((await fetch(`${url}/${LOG}/attested`)).status !== 200) await new Promise((next) => setTimeout(next, 50));
    expect(said).toEqual([]);
    await stop();
    rmSync(path.join(top, 'w', 'key'));
    const again = await prepareOwnWitnesses(top, parties, [1, 2]);
    expect(again.map(({ key }, at) => key === prepared[at]?.key)).toEqual([true, false]);
    expect(readdirSync(path.join(top, 'w', 'state'))).toEqual([]);
  });

  it('cosigns what it is handed in, and shows it with both signatures, also after it was started again', async () => {
    const witness = await start();
    expect((await read(witness, `${LOG}/checkpoint`)).status).toBe(404);
    const first = await add(witness, await log.request(0));
    expect(first.status).toBe(200);
    await log.grow(25);
    const { status, body } = await add(witness, await log.request(10));
    expect(status).toBe(200);
    await witness.stop();
    const again = await start();
    const shown = await read(again, `${LOG}/checkpoint`);
    expect(shown.body).toBe(`${log.note}${body}`);
    const own = await parseKey(nodeChecks.digest, again.key);
    const { signedBy } = await openNote(nodeChecks, shown.body, [own]);
    expect(Math.abs((signedBy[0]?.time ?? 0) - Date.now() / 1_000)).toBeLessThan(120);
    expect((await openCheckpoint(nodeChecks, shown.body, log.key)).size).toBe(35);
    expect(await add(again, await log.request(10))).toEqual({ status: 409, type: 'text/x.tlog.size', body: '35\n' });
  });

  it('refuses another past, a log that it does not know, and what is no request', async () => {
    const witness = await start();
    await add(witness, await log.request(0));
    const fork = await ServedLog.of(20, 'other');
    expect((await add(witness, await fork.request(10))).status).toBe(422);
    await fork.close();
    expect((await add(witness, (await log.request(10)).replaceAll(ORIGIN, 'log.example/other'))).status).toBe(404);
    expect((await add(witness, (await log.request(10)).replace('\n10\n', '\n11\n'))).status).toBe(403);
    expect((await add(witness, 'nothing')).status).toBe(400);
    expect((await add(witness, 'x'.repeat(70_000))).status).toBe(413);
    expect((await read(witness, `${LOG}/checkpoint`)).body).toContain(log.note);
    expect((await read(witness, 'add-checkpoint')).status).toBe(405);
    expect((await read(witness, '/')).status).toBe(404);
    expect((await read(witness, 'metrics')).body).toContain('parley_witness_answers_total{status="422"} 1\n');
  });

  it('looks at the log by itself, and cosigns as it grows', async () => {
    const witness = await start(log.line);
    const sizeShown = async (size: number) => {
      for (;;) {
        const { status, body } = await read(witness, `${LOG}/checkpoint`);
        if (status === 200 && parseNote(body).text.split('\n')[1] === String(size)) return body;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    await sizeShown(10);
    await log.grow(300);
    expect(parseNote(await sizeShown(310)).signatures.map(({ name }) => name)).toEqual([ORIGIN, 'east.example/w']);
  }, 30_000);

  it('makes a key once, which its owner alone can read, and never one in the place of another', async () => {
    const before = readFileSync(path.join(folder, 'key'), 'utf8');
    expect(statSync(path.join(folder, 'key')).mode & 0o777).toBe(0o600);
    await expect(makeKey(folder, 'east.example/w')).rejects.toThrow(/has the state of a witness already/);
    rmSync(path.join(folder, 'state'), { recursive: true });
    await expect(makeKey(folder, 'east.example/w')).rejects.toThrow(/no key is ever made in its place/);
    expect(readFileSync(path.join(folder, 'key'), 'utf8')).toBe(before);
  });

  it('does not start without its key, without its state, or on a state that somebody changed', async () => {
    const witness = await start();
    await add(witness, await log.request(0));
    await log.grow(5);
    await add(witness, await log.request(10));
    await witness.stop();
    const state = path.join(folder, 'state', LOG);
    const newest = path.join(state, '2');
    expect(readdirSync(state).sort()).toEqual(['1', '2']);
    const kept = readFileSync(newest, 'utf8');
    writeFileSync(newest, kept.replace('\n15\n', '\n16\n'));
    await expect(start()).rejects.toThrow(/is not what this witness wrote/);
    rmSync(path.join(folder, 'state'), { recursive: true });
    await expect(start()).rejects.toThrow(/has lost its state and must not sign again/);
    rmSync(path.join(folder, 'key'));
    await expect(start()).rejects.toThrow(/make-key makes one/);
  });

  it('signs nothing more once its state is gone or was set back', async () => {
    const witness = await start();
    expect((await read(witness, 'readyz')).status).toBe(200);
    await add(witness, await log.request(0));
    rmSync(path.join(folder, 'state', LOG), { recursive: true });
    expect((await add(witness, await log.request(0))).status).toBe(500);
    expect((await read(witness, 'readyz')).body).toContain('was set back');
    rmSync(path.join(folder, 'state'), { recursive: true });
    const { status, body } = await read(witness, 'readyz');
    expect(status).toBe(503);
    expect(body).toContain('has lost its state');
    expect((await add(witness, await log.request(0))).status).toBe(500);
  });

  it('cosigns one past alone, also where two processes share its folder', async () => {
    const fork = await ServedLog.of(10, 'other');
    const two = [await start(), await start()];
    for (let round = 0; round < 10; round += 1) {
      const size = log.size;
      const bodies = [await log.request(round === 0 ? 0 : size - 5), await fork.request(round === 0 ? 0 : size - 5)];
      const answers = await Promise.all([0, 1, 2, 3].map((at) => add(two[at % 2]!, bodies[at >> 1]!)));
      const cosigned = answers.flatMap(({ status }, at) => (status === 200 ? [bodies[at >> 1]] : []));
      expect(cosigned.length).toBeGreaterThan(0);
      expect(new Set(cosigned).size).toBe(1);
      // The fork that lost goes on as well, so that the next round tries it again.
      await log.grow(5);
      await fork.grow(5);
    }
    await fork.close();
  }, 60_000);
});
