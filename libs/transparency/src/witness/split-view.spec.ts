import fc from 'fast-check';
import { formatCheckpoint } from '../checkpoint/checkpoint';
import { nodeChecks } from '../node-checks';
import { digest, entriesOf, ORIGIN, SmallLog } from '../small-log.fixture';
import { growLog } from '../tiles/grow-log';
import type { ReadLogFile } from '../tiles/log-files';
import { TiledTree } from '../tiles/tiled-tree';
import { withCosignatures } from './ask-witness';
import { compareCheckpoints, formatSplitView, parseSplitView, verifySplitView, type SplitView } from './split-view';

/** A past of a log: its files, and the note over all of them. */
interface Past {
  readonly read: ReadLogFile;
  readonly note: string;
}

/** A past of so many entries, which is the one of `log` up to an index, and another from there on. */
async function pastOf(log: SmallLog, same: number, size: number): Promise<Past> {
  const files = new Map<string, Uint8Array>();
  const read: ReadLogFile = (path) => files.get(path);
  const entries = [...entriesOf(Math.min(same, size)), ...entriesOf(Math.max(0, size - same), 1_000_000)];
  for (const { path, bytes } of await growLog(read, 0, entries, digest)) files.set(path, bytes);
  const root = await new TiledTree(read, size, digest).root();
  return { read, note: await log.signed(formatCheckpoint({ origin: ORIGIN, size, root }), []) };
}

const compare = (log: SmallLog, { read }: Past, one: Past, other: Past): Promise<SplitView | undefined> =>
  compareCheckpoints(nodeChecks, log.log.key, read, one.note, other.note);

describe('two checkpoints of one log', () => {
  let log: SmallLog;
  beforeAll(async () => {
    log = await SmallLog.of(1);
  });

  it('are a split view exactly where neither tree extends the other, which anybody can check', async () => {
    const sizes = fc.integer({ min: 1, max: 40 });
    await fc.assert(
      fc.asyncProperty(sizes, sizes, fc.nat(40), async (one, other, same) => {
        const [first, second] = [await pastOf(log, Infinity, one), await pastOf(log, same, other)];
        const larger = other >= one ? second : first;
        const split = await compare(log, larger, first, second);
        expect(split !== undefined).toBe(same < Math.min(one, other));
        if (!split) return;
        const read = parseSplitView(formatSplitView(split));
        const found = await verifySplitView(nodeChecks, log.log.key, read);
        expect(found.map(({ size }) => size)).toEqual([one, other].toSorted((a, b) => a - b));
      }),
      { numRuns: 60 },
    );
  });

  it('are not judged by files that are not those of the larger tree', async () => {
    const [small, large] = [await pastOf(log, Infinity, 20), await pastOf(log, 10, 30)];
    const others = await pastOf(log, Infinity, 30);
    await expect(compare(log, others, small, large)).rejects.toMatchObject({ code: 'consistency-fails' });
    await expect(compare(log, small, small, large)).rejects.toMatchObject({ code: 'file-missing' });
  });

  it('accuse nobody of what is not proved', async () => {
    const [small, large] = [await pastOf(log, Infinity, 20), await pastOf(log, Infinity, 30)];
    const fork = await pastOf(log, 10, 30);
    const split = await compare(log, fork, small, fork);
    if (!split) throw new Error('a split view was expected');
    const { key } = log.log;
    const line = { name: 'x', id: '00000000', signature: new Uint8Array(500) };
    const padded = withCosignatures(
      fork.note,
      Array.from({ length: 90 }, () => line),
    );
    expect(await compare(log, fork, small, { ...fork, note: padded })).toEqual(split);
    const tree = new TiledTree(large.read, 30, digest);
    const honest = { smaller: small.note, larger: large.note, proof: await tree.consistency(20) };
    const root = await new TiledTree(small.read, 20, digest).root();
    await expect(verifySplitView(nodeChecks, key, { ...honest, root })).rejects.toMatchObject({
      code: 'split-unproved',
    });
    for (const forged of [
      { ...honest, root: split.root },
      { ...split, larger: large.note },
      { ...split, proof: split.proof.slice(1) },
      { ...split, smaller: split.larger, larger: split.smaller },
    ])
      await expect(verifySplitView(nodeChecks, key, forged)).rejects.toMatchObject({ code: 'consistency-fails' });
    const unsigned = split.larger.replace('\n30\n', '\n31\n');
    await expect(verifySplitView(nodeChecks, key, { ...split, larger: unsigned })).rejects.toMatchObject({
      code: 'signature-invalid',
    });
    for (const text of ['', '[]', '{}', formatSplitView(split).replace('"proof"', '"proofs"')])
      expect(() => parseSplitView(text)).toThrow(/does not prove/);
  });
});
