import fc from 'fast-check';
import { checkFiles } from '../log/check-files';
import { digest, entriesOf, SmallLog } from '../small-log.fixture';
import { leafHash, rootOf } from '../tree/hashes';
import { consistencyRanges, inclusionRanges } from '../tree/proof-ranges';
import { entryBundle, parseEntryBundle } from './entry-bundle';
import { growLog } from './grow-log';
import { parseTilePath, tilePath, widthIn } from './tile-path';
import { TiledTree } from './tiled-tree';

describe('the paths of tiles', () => {
  it.each([
    ['tile/0/x001/x234/067', { level: 0, index: 1_234_067, width: 256 }],
    ['tile/0/000.p/112', { level: 0, index: 0, width: 112 }],
    ['tile/63/999', { level: 63, index: 999, width: 256 }],
    ['tile/entries/x001/000.p/255', { level: 'entries', index: 1_000, width: 255 }],
  ] as const)('%s are written and read as the standard says', (path, place) => {
    expect(tilePath(place)).toBe(path);
    expect(parseTilePath(path)).toEqual(place);
  });

  it.each([
    ...['tile/0/0', 'tile/00/000', 'tile/64/000', 'tile/0/x000/001', 'tile/0/000.p/0', 'tile/0/000.p/256'],
    ...['tile/0/000.p/01', 'tile/0/001/002', 'tile/0/x001', 'tile/-1/000', 'tile/data/000', 'tile/0/../000'],
    ...[
      'tile/0/000/',
      '/tile/0/000',
      'tile/0/000\n',
      'tile/0/1000',
      'checkpoint',
      'tile/0/x999/x999/x999/x999/x999/999',
    ],
  ])('%j is none', (path) => {
    expect(() => parseTilePath(path)).toThrow(expect.objectContaining({ code: 'path-malformed' }) as Error);
  });

  it('are those of the example of the standard for 70,000 entries', () => {
    const size = 70_000;
    expect([272, 273, 274].map((index) => widthIn(0, index, size))).toEqual([256, 112, 0]);
    expect([0, 1, 2].map((index) => widthIn(1, index, size))).toEqual([256, 17, 0]);
    expect([0, 1].map((index) => widthIn(2, index, size))).toEqual([1, 0]);
    expect([0, 1].map((level) => widthIn(level, 0, 256))).toEqual([256, 1]);
  });
});

describe('the files of a log', () => {
  it('are the same however its entries came, and give the tree of RFC 6962', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 5 }), async (steps) => {
        const files = new Map<string, Uint8Array>();
        const read = (path: string) => files.get(path);
        let size = 0;
        for (const step of steps) {
          for (const { path, bytes } of await growLog(read, size, entriesOf(step, size), digest))
            files.set(path, bytes);
          size += step;
        }
        for (const { path, bytes } of await growLog(() => undefined, 0, entriesOf(size), digest))
          expect(files.get(path)).toEqual(bytes);
        const leaves = await Promise.all(entriesOf(size).map((entry) => leafHash(digest, entry)));
        const root = await rootOf(digest, leaves);
        expect(await new TiledTree(read, size, digest).root()).toEqual(root);
        expect(await checkFiles(digest, { read, size })).toEqual(root);
        expect(await checkFiles(digest, { read, size, from: size - (steps.at(-1) ?? 0) })).toEqual(root);
      }),
      { numRuns: 12 },
    );
  }, 60_000);

  it('prove what the whole tree proves', async () => {
    const [size, before] = [700, 513];
    const { read } = await SmallLog.of(size);
    const leaves = await Promise.all(entriesOf(size).map((entry) => leafHash(digest, entry)));
    const of = (ranges: readonly { start: number; end: number }[]) =>
      Promise.all(ranges.map(({ start, end }) => rootOf(digest, leaves.slice(start, end))));
    const tree = new TiledTree(read, size, digest);
    for (const index of [0, 255, 256, 511, 512, 699])
      expect(await tree.inclusion(index)).toEqual(await of(inclusionRanges(index, { start: 0, end: size })));
    expect(await tree.consistency(before)).toEqual(await of(consistencyRanges(before, { start: 0, end: size })));
    await expect(tree.inclusion(size)).rejects.toMatchObject({ code: 'outside-tree' });
    await expect(tree.consistency(size + 1)).rejects.toMatchObject({ code: 'outside-tree' });
  });

  it('tell each entry once, in its order, from where they are asked', async () => {
    const { read } = await SmallLog.of(300);
    const told: number[] = [];
    await checkFiles(digest, { read, size: 300, from: 270, each: (_, index) => told.push(index) });
    expect(told).toEqual(Array.from({ length: 30 }, (_, at) => 270 + at));
  });

  it('hold entries of any length up to 65,535 bytes', () => {
    const entries = [new Uint8Array(), Uint8Array.of(1), new Uint8Array(65_535).fill(7)];
    expect(parseEntryBundle(entryBundle(entries))).toEqual(entries);
    expect(() => entryBundle([new Uint8Array(65_536)])).toThrow(
      expect.objectContaining({ code: 'entry-too-long' }) as Error,
    );
    expect(() => parseEntryBundle(Uint8Array.of(0, 2, 1))).toThrow(
      expect.objectContaining({ code: 'bundle-cut' }) as Error,
    );
    expect(() => parseEntryBundle(Uint8Array.of(0))).toThrow(expect.objectContaining({ code: 'bundle-cut' }) as Error);
  });

  it('of a partial tile that was cleared away are read from the whole one', async () => {
    const log = await SmallLog.of(100);
    const old = log.tree();
    const root = await old.root();
    await log.grow(200);
    log.files.delete('tile/0/000.p/100');
    expect(await new TiledTree(log.read, 100, digest).root()).toEqual(root);
  });
});
