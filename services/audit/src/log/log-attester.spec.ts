import {
  formatSplitView,
  judgeCheckpoint,
  nodeChecks,
  signText,
  formatNote,
  formatCheckpoint,
} from '@parley/transparency';
import { WitnessedLog } from './witnessed-log.fixture';

describe('a log with a witness of each side', () => {
  let log: WitnessedLog;

  beforeEach(async () => {
    log = await WitnessedLog.of();
  });
  afterEach(() => log.close());

  const attested = async (): Promise<number> => (await log.attestation.newest())?.n ?? 0;

  it('has each new checkpoint cosigned by both, once, from where each witness is', async () => {
    for (const n of [1, 2, 3]) {
      expect(await log.grow(20)).toBe(n);
      await log.look();
      await log.look();
      const { note = '' } = (await log.attestation.newest()) ?? {};
      const { checkpoint, cosigned } = await judgeCheckpoint(nodeChecks, await log.both(), note);
      expect([await attested(), checkpoint.size]).toEqual([n, 32 * n]);
      expect(cosigned.map(({ witness }) => witness)).toEqual(['time-of-the-log', 'us', 'cn']);
    }
    expect(log.sides.map(({ asked }) => asked)).toEqual([3, 3]);
    expect(log.failed).toEqual([]);
  });

  it('goes on from the size that a witness names where it is elsewhere than the log thought', async () => {
    await log.grow(5);
    await log.look();
    const key = log.sides[0].known.key;
    await log.grow(5);
    await log.look();
    // As if the database of the log had lost it, and the witness had not.
    log.cosignatures.forget(key);
    await log.grow(5);
    await log.look();
    expect(await attested()).toBe(3);
  });

  it('attests nothing by one side, by a line that does not hold, or by the key of somebody else', async () => {
    await log.grow(3);
    const [us, cn] = log.sides;
    const answers = [
      { status: 403, body: 'no\n' },
      { status: 422, body: 'no\n' },
      { status: 500, body: '' },
      { status: 200, body: '' },
      { status: 200, body: `\u2014 cn.example/w ${Buffer.alloc(76, 7).toString('base64')}\n` },
      { status: 409, body: '16\n' },
      { status: 409, body: '4096\n' },
    ];
    for (const answer of answers) {
      cn.instead = () => Promise.resolve(answer);
      await log.look();
      expect(await attested()).toBe(0);
    }
    expect(log.failed).toEqual([expect.stringMatching(/^cosigning by CN: .*4096 entries, and the log has fewer/)]);
    expect((await log.attestation.soFar())?.witnesses).toEqual([
      { party: 'US', entries: 16 },
      { party: 'CN', entries: 0 },
    ]);
    cn.instead = undefined;
    await log.look();
    expect([await attested(), us.asked]).toEqual([1, 1]);
  });

  it('says how far behind the witnesses are, in entries and seconds', async () => {
    const soFar = () => log.attestation.soFar();
    await log.grow(3);
    await log.look();
    expect(await soFar()).toMatchObject({ entries: 16, attestedEntries: 16, behindSeconds: 0, provesNothing: true });
    log.sides[0].instead = () => Promise.resolve({ status: 503, body: '' });
    await log.grow(3);
    log.clock.set('2025-02-03T08:01:40Z');
    await log.grow(20);
    await log.look();
    expect(await soFar()).toMatchObject({ entries: 64, attestedEntries: 16, behindSeconds: 100, split: undefined });
  });

  describe('whose database, files and event store are all of an earlier moment', () => {
    const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
      while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 10));
    };
    const kept = () => [new Map(log.files.files), log.checkpoints.kept] as const;
    let laterKept: ReturnType<typeof kept>;

    beforeEach(async () => {
      await log.grow(20);
      await log.look();
      const before = kept();
      await log.grow(20);
      await log.look();
      laterKept = kept();
      [log.files.files, log.checkpoints.kept] = before;
      log.cosignatures.setBack(1);
    });

    it('signs nothing as it starts, says so once, and goes on when it has what they saw', async () => {
      const keeper = log.started();
      keeper.start();
      await until(() => keeper.halted() !== undefined);
      expect(keeper.halted()).toMatch(/cosigned 64 entries, the log has 32/);
      expect([(await log.checkpoints.newest())?.n, log.told.length]).toEqual([1, 1]);
      await keeper.stop();
      [log.files.files, log.checkpoints.kept] = laterKept;
      const again = log.started();
      again.start();
      await log.grow(1);
      await until(async () => ((await log.checkpoints.newest())?.n ?? 0) > 2);
      expect(again.halted()).toBeUndefined();
      await again.stop();
    });

    it('is found out by the first checkpoint, where no witness could be asked at the start', async () => {
      const notes = log.sides.map(({ note }) => note);
      for (const side of log.sides) side.note = undefined;
      expect(await log.past.agrees(new AbortController().signal)).toBe(true);
      await log.grow(40);
      await log.grow(1);
      for (const [at, side] of log.sides.entries()) side.note = notes[at];
      await log.look();
      expect([await attested(), log.doubts]).toEqual([1, 2]);
      await expect(log.past.agrees(new AbortController().signal)).rejects.toMatchObject({ why: 'forked' });
    });

    it('is not believed to be so by a checkpoint that the log has not signed', async () => {
      const text = formatCheckpoint({ origin: log.secrets.origin, size: 4096, root: new Uint8Array(32) });
      for (const side of log.sides) side.note = formatNote(text, []);
      expect(await log.past.agrees(new AbortController().signal)).toBe(true);
    });

    it('waits with its judgement for a checkpoint that is planned already', async () => {
      log.checkpoints.kept = laterKept[1].map((each) => (each.n === 2 ? { ...each, root: null, note: null } : each));
      expect(await log.past.agrees(new AbortController().signal)).toBe(false);
      await log.grow(1);
      expect(await log.past.agrees(new AbortController().signal)).toBe(true);
    });
  });

  it('raises an alarm by a proof of two pasts alone, and keeps it', async () => {
    await log.grow(3);
    const [, cn] = log.sides;
    const signer = await log.secrets.log();
    const newest = await log.checkpoints.newest();
    const text = formatCheckpoint({ origin: log.secrets.origin, size: 16, root: new Uint8Array(32).fill(1) });
    const other = formatNote(text, [await signText(signer, text)]);
    const root = newest?.root ?? new Uint8Array(32);
    const split = { smaller: other, larger: newest?.note ?? '', root, proof: [] };
    for (const lie of ['{}', 'no JSON', formatSplitView({ ...split, smaller: newest?.note ?? '' })]) {
      cn.split = lie;
      await log.look();
      expect([await log.attestation.split(), log.failed.length]).toEqual([undefined, 1]);
    }
    cn.split = formatSplitView(split);
    await log.look();
    cn.split = undefined;
    await log.look();
    expect(await log.attestation.split()).toBe(formatSplitView(split));
    expect(log.told).toEqual([expect.stringMatching(/shown two pasts, of 16 and 16 entries/)]);
    expect(await attested()).toBe(1);
  });
});
