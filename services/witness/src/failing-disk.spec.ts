import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DISK_FAULTS, FailingDisk } from '@parley/testing';
import { answerAddCheckpoint, nodeChecks } from '@parley/transparency';
import { KeptCheckpoints } from './kept-checkpoints';
import { ORIGIN, ServedLog } from './served-log.fixture';
import { makeKey, readKey, stateOf } from './witness-key';

describe('a disk of which one call fails, whichever it is', () => {
  let folder: string;
  let disk: FailingDisk;
  /** Two pasts of one log, which the witness is shown by turns. */
  let pasts: readonly ServedLog[];

  beforeEach(async () => {
    folder = path.join(mkdtempSync(path.join(tmpdir(), 'parley-failing-witness-')), 'east');
    await makeKey(folder, 'east.example/w');
    disk = new FailingDisk(folder);
    pasts = [await ServedLog.of(1, 'one'), await ServedLog.of(1, 'other')];
  });
  afterEach(async () => {
    disk.remove();
    await Promise.all(pasts.map((past) => past.close()));
    rmSync(path.dirname(folder), { recursive: true });
  });

  /** A witness that was started just now. @returns what answers */
  const started = async () => {
    const signer = await readKey(folder);
    const logs = pasts.slice(0, 1).map(({ key }) => key);
    const memory = new KeptCheckpoints(stateOf(folder), signer.key, logs);
    await memory.check();
    const add = async (past: ServedLog, oldSize: number) =>
      answerAddCheckpoint(nodeChecks, { logs, memory, signer, now: () => 1 }, await past.request(oldSize));
    return { memory, add };
  };

  it.each(DISK_FAULTS)(
    'has a witness cosign one past alone, and it goes on (%s)',
    async (fault) => {
      let witness = await started();
      let failed = 0;
      const cosigned: number[][] = [[], []];
      for (let hasFailed = true; hasFailed; failed += Number(hasFailed)) {
        const last = (await witness.memory.last(ORIGIN))?.size ?? 0;
        // The first to be shown is another one each time: also in the round whose keeping fails.
        const order = failed % 2 === 0 ? [0, 1] : [1, 0];
        for (const which of order) while (pasts[which]!.size <= last) await pasts[which]!.grow(1);
        disk.fails(failed + 1, fault);
        for (const which of order) {
          const past = pasts[which]!;
          const answer = await witness.add(past, last).catch(() => undefined);
          if (answer?.status === 200) cosigned[which]!.push(past.size);
        }
        hasFailed = disk.works();
        if (fault.startsWith('killed')) witness = await started();
        // What was handed out is never forgotten.
        const known = (await witness.memory.last(ORIGIN))?.size ?? 0;
        expect(known).toBeGreaterThanOrEqual(Math.max(0, ...cosigned.flat()));
        // It goes on in the past that it knows, and in that one alone.
        for (const past of pasts) await past.grow(1);
        const answers = await Promise.all(
          [0, 1].map(async (which) => (await witness.add(pasts[which]!, known)).status),
        );
        expect(answers.filter((status) => status === 200)).toHaveLength(1);
        expect([409, 422]).toContain(Math.max(...answers));
        cosigned[answers.indexOf(200)]!.push(pasts[0]!.size);
        expect(Math.min(...cosigned.map(({ length }) => length))).toBe(0);
      }
      expect(failed).toBeGreaterThan(12);
    },
    60_000,
  );
});
