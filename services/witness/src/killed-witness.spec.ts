import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { ServedLog } from './served-log.fixture';

const MAIN = path.resolve(__dirname, '../dist/main.js');
const KILLS = 50;
/** It is killed right after one of its first answers, while two more requests are on their way. */
const MOST_ANSWERS = 7;

/** A process of a witness, from its start to its kill. */
interface Life {
  readonly child: ChildProcess;
  readonly url: string;
}

describe('a witness that is killed', () => {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'parley-killed-witness-')), 'east');
  const env = { PARLEY_WITNESS_DIR: folder, PARLEY_PORT: '0', PARLEY_WITNESS_SECONDS: '3600' };
  /** Two pasts of one log, each of which is handed in as fast as it is answered. */
  let pasts: readonly ServedLog[];

  const live = async (): Promise<Life> => {
    const child = spawn(process.execPath, [MAIN, 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    for await (const line of createInterface({ input: child.stdout })) {
      const url = /^Parley witness listens on (\S+)/.exec(line)?.[1];
      if (url !== undefined) return { child, url };
    }
    throw new Error('it does not start');
  };
  const add = async (url: string, body: string) => {
    const answer = await fetch(`${url}/add-checkpoint`, { method: 'POST', body });
    return { status: answer.status, body: await answer.text() };
  };

  beforeAll(async () => {
    execFileSync(process.execPath, [MAIN, 'make-key', 'east.example/w'], { env });
    pasts = [await ServedLog.of(4, 'one'), await ServedLog.of(4, 'other')];
    writeFileSync(path.join(folder, 'policy'), `${pasts[0]!.line.replace(/ http.*/, '')}\nquorum none\n`);
  });
  afterAll(async () => {
    await Promise.all(pasts.map((past) => past.close()));
    rmSync(path.dirname(folder), { recursive: true });
  });

  it(`${String(KILLS)} times while two pasts are handed in cosigns one of them alone, and never goes back`, async () => {
    /** Of each past the sizes that were cosigned, as whoever asked has got them. */
    const cosigned: readonly number[][] = [[], []];
    /** What the witness may have signed last, by its own word. */
    let last = 0;
    let answers = 0;

    const hand = async ({ url, child }: Life, which: number, most: number): Promise<void> => {
      const past = pasts[which]!;
      for (;;) {
        const [size, known] = [past.size, Math.max(0, ...cosigned.flat())];
        const { status, body } = await add(url, await past.request(Math.min(last, size)));
        if (status === 200) {
          cosigned[which]!.push(size);
          last = Math.max(last, size);
        }
        if (status === 409) {
          expect(Number(body)).toBeGreaterThanOrEqual(known);
          last = Math.max(last, Number(body));
        }
        answers += 1;
        if (answers >= most) child.kill('SIGKILL');
        while (past.size < last + 4) await past.grow(4);
      }
    };
    for (let kill = 0; kill < KILLS; kill += 1) {
      const life = await live();
      answers = 0;
      const most = 1 + (kill % MOST_ANSWERS);
      const died = once(life.child, 'exit');
      const handing = [0, 1, 0].map((which) => hand(life, which, most).catch((error: unknown) => error));
      await died;
      for (const failed of await Promise.all(handing)) expect(String(failed)).toMatch(/fetch failed|terminated/);
    }
    const [one = [], other = []] = cosigned;
    // The first to be cosigned decides; nothing of the other past was ever cosigned.
    expect(Math.min(one.length, other.length)).toBe(0);
    expect(one.length + other.length).toBeGreaterThan(KILLS);
  }, 300_000);
});
