import { instantFromMillis } from '@parley/kernel';
import {
  judgeCheckpoint,
  nodeChecks,
  openNote,
  verifyConsistency,
  TiledTree,
  type Checkpoint,
} from '@parley/transparency';
import { WitnessedLog } from './witnessed-log.fixture';

const START = Date.parse('2025-02-03T08:00:00.000Z');
const OFF = 10_000;
const ASKEW = [-OFF, 0, OFF];
/** How far the clocks of the log, of one side's witness and of the other's are off, each in milliseconds. */
const CLOCKS = ASKEW.flatMap((ofLog) => ASKEW.flatMap((us) => ASKEW.map((cn) => [ofLog, us, cn] as const)));

/** A signed checkpoint, in seconds since 1970. */
interface Signed {
  readonly checkpoint: Checkpoint;
  readonly byLog: number;
  readonly bySides: readonly number[];
}

describe('a log and witnesses whose clocks are off by 10 seconds', () => {
  let log: WitnessedLog;

  beforeEach(async () => {
    log = await WitnessedLog.of();
  });
  afterEach(() => log.close());

  /** Records at an instant, signs and asks both sides a second later, each by its own clock. */
  async function attestedAt(recorded: number, [ofLog, ...ofSides]: readonly [number, number, number]): Promise<Signed> {
    log.clock.set(instantFromMillis(recorded));
    await log.record(3);
    const signing = recorded + 1_000;
    log.clock.set(instantFromMillis(signing + ofLog));
    for (const [at, side] of log.sides.entries()) side.now = () => Math.floor((signing + (ofSides[at] ?? 0)) / 1_000);
    const n = await log.sign();
    const waiting = await log.attestation.soFar();
    expect(waiting?.behindSeconds).toBeGreaterThanOrEqual(0);
    expect(waiting?.behindSeconds).toBeLessThanOrEqual(1);
    await log.look();
    const newest = await log.attestation.newest();
    expect([newest?.n, log.failed, log.told]).toEqual([n, [], []]);
    expect(await log.attestation.soFar()).toMatchObject({ behindSeconds: 0, split: undefined });
    const { checkpoint, cosigned } = await judgeCheckpoint(nodeChecks, await log.both(), newest?.note ?? '');
    const { signedBy } = await openNote(nodeChecks, newest?.note ?? '', [(await log.secrets.time()).key]);
    const timeOf = (name: string): number => cosigned.find(({ witness }) => witness === name)?.time ?? NaN;
    return { checkpoint, byLog: signedBy[0]?.time ?? NaN, bySides: ['us', 'cn'].map(timeOf) };
  }

  it.each(CLOCKS)('have each checkpoint jointly attested, in one order (%d, %d, %d ms)', async (ofLog, us, cn) => {
    const signed: Signed[] = [];
    // Right, off, set back the other way, and right again: each is off while the next is not.
    for (const [at, times] of [0, 1, -1, 0].entries()) {
      const recorded = START + at * 2_000 + 1;
      const clocks = [times * ofLog, times * us, times * cn] as const;
      const now = await attestedAt(recorded, clocks);
      expect(now.byLog * 1_000).toBeGreaterThanOrEqual(recorded);
      // What a witness says of the time is its own word, and moves nobody else's.
      expect(now.bySides).toEqual(clocks.slice(1).map((off) => Math.floor((recorded + 1_000 + off) / 1_000)));
      signed.push(now);
    }
    for (const [at, { checkpoint, byLog }] of signed.entries()) {
      const before = signed[at - 1];
      if (!before) continue;
      expect(byLog).toBeGreaterThanOrEqual(before.byLog);
      const tree = new TiledTree((path) => log.files.read(path), checkpoint.size, nodeChecks.digest);
      await verifyConsistency(
        nodeChecks.digest,
        before.checkpoint,
        checkpoint,
        await tree.consistency(before.checkpoint.size),
      );
    }
    expect(signed.map(({ checkpoint }) => checkpoint.size)).toEqual([16, 32, 48, 64]);
  });
});
