import fc from 'fast-check';
import { toHex } from '../note/note-key';
import { digest, entriesOf } from '../small-log.fixture';
import { emptyRoot, leafHash, rootOf } from './hashes';
import { consistencyRanges, inclusionRanges, type Range } from './proof-ranges';
import { verifyConsistency } from './verify-consistency';
import { verifyInclusion } from './verify-inclusion';
import { sharedRanges, verifyInclusions } from './verify-inclusions';

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));

/** The entries and roots by which implementations of RFC 6962 have been tested since the first of them. */
const ENTRIES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const leavesOf = (entries: readonly Uint8Array[]): Promise<readonly Uint8Array[]> =>
  Promise.all(entries.map((entry) => leafHash(digest, entry)));
const hashesOf = (leaves: readonly Uint8Array[], ranges: readonly Range[]): Promise<readonly Uint8Array[]> =>
  Promise.all(ranges.map(({ start, end }) => rootOf(digest, leaves.slice(start, end))));

describe('the tree of RFC 6962', () => {
  it.each(ROOTS.map((root, size) => ({ root, size })))('of $size entries has its published root', async (published) => {
    const leaves = await leavesOf(ENTRIES.slice(0, published.size).map(bytes));
    expect(toHex(await rootOf(digest, leaves))).toBe(published.root);
  });

  it('proves each entry of every tree, at its own index and at no other', async () => {
    const leaves = await leavesOf(entriesOf(40));
    for (let size = 1; size <= 40; size += 1) {
      const tree = { size, root: await rootOf(digest, leaves.slice(0, size)) };
      for (let index = 0; index < size; index += 1) {
        const hashes = await hashesOf(leaves, inclusionRanges(index, { start: 0, end: size }));
        const inclusion = { leaf: leaves[index]!, index, hashes };
        await verifyInclusion(digest, inclusion, tree);
        const elsewhere = verifyInclusion(digest, { ...inclusion, index: (index + 1) % (size + 1) }, tree);
        if (size > 1 || index + 1 === size) await expect(elsewhere).rejects.toThrow();
      }
    }
  });

  it('proves any entries of any tree at once, by no hash that follows from them, and nothing else by it', async () => {
    const leaves = await leavesOf(entriesOf(60));
    const some = fc.uniqueArray(fc.nat(59), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 60 }), some, fc.nat(), async (size, chosen, which) => {
        const indexes = chosen.map((index) => index % size).filter((index, at, all) => all.indexOf(index) === at);
        indexes.sort((a, b) => a - b);
        const tree = { size, root: await rootOf(digest, leaves.slice(0, size)) };
        const hashes = await hashesOf(leaves, sharedRanges(indexes, { start: 0, end: size }));
        const alone = indexes.map((index) => inclusionRanges(index, { start: 0, end: size }).length);
        expect(hashes.length).toBeLessThanOrEqual(alone.reduce((sum, count) => sum + count, 0));
        const entries = indexes.map((index) => ({ leaf: leaves[index]!, index }));
        await verifyInclusions(digest, { entries, hashes }, tree);
        const at = which % entries.length;
        const wrong = [
          { entries: entries.with(at, { ...entries[at]!, leaf: leaves[(indexes[at]! + 1) % 60]! }), hashes },
          { entries: entries.with(at, { ...entries[at]!, index: indexes[at]! + 1 }), hashes },
          { entries: entries.toSpliced(at, 1), hashes },
          { entries: [...entries, entries[at]!], hashes },
          { entries, hashes: [...hashes, tree.root] },
          ...(hashes.length === 0 ? [] : [{ entries, hashes: hashes.toSpliced(which % hashes.length, 1) }]),
        ];
        for (const each of wrong)
          await expect(verifyInclusions(digest, each, tree)).rejects.toMatchObject({
            code: expect.stringMatching(/^(inclusion-fails|outside-tree)$/) as string,
          });
      }),
      { numRuns: 200 },
    );
  });

  it('proves that every tree extends every earlier one', async () => {
    const leaves = await leavesOf(entriesOf(40));
    const trees = await Promise.all(
      Array.from({ length: 41 }, async (_, size) => ({ size, root: await rootOf(digest, leaves.slice(0, size)) })),
    );
    for (const after of trees)
      for (const before of trees.slice(0, after.size + 1)) {
        const ranges = before.size === 0 ? [] : consistencyRanges(before.size, { start: 0, end: after.size });
        await verifyConsistency(digest, before, after, await hashesOf(leaves, ranges));
      }
  });

  it('believes no tree with one entry altered, whatever is proved', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 90 }), fc.nat(), fc.nat(), async (size, seed, other) => {
        const [before, altered] = [1 + (seed % (size - 1)), other % size];
        const leaves = [...(await leavesOf(entriesOf(size)))];
        const earlier = { size: before, root: await rootOf(digest, leaves.slice(0, before)) };
        leaves[altered] = await leafHash(digest, bytes('ff'));
        const later = { size, root: await rootOf(digest, leaves) };
        const proof = await hashesOf(leaves, consistencyRanges(before, { start: 0, end: size }));
        const checked = verifyConsistency(digest, earlier, later, proof);
        if (altered < before) await expect(checked).rejects.toMatchObject({ code: 'consistency-fails' });
        else await checked;
      }),
      { numRuns: 60 },
    );
  });

  it('refuses proofs with a hash too many, too few, cut or changed', async () => {
    const leaves = await leavesOf(entriesOf(11));
    const tree = { size: 11, root: await rootOf(digest, leaves) };
    const earlier = { size: 6, root: await rootOf(digest, leaves.slice(0, 6)) };
    const path = await hashesOf(leaves, inclusionRanges(4, { start: 0, end: 11 }));
    const proof = await hashesOf(leaves, consistencyRanges(6, { start: 0, end: 11 }));
    const spoilt = (hashes: readonly Uint8Array[]) => [
      [...hashes, hashes[0]!],
      hashes.slice(1),
      hashes.slice(0, -1),
      hashes.toReversed(),
      hashes.map((hash) => hash.subarray(1)),
      hashes.map((hash, at) => (at === 0 ? hash.map((byte) => byte ^ 1) : hash)),
      [],
    ];
    for (const hashes of spoilt(path))
      await expect(verifyInclusion(digest, { leaf: leaves[4]!, index: 4, hashes }, tree)).rejects.toMatchObject({
        code: 'inclusion-fails',
      });
    for (const hashes of spoilt(proof))
      await expect(verifyConsistency(digest, earlier, tree, hashes)).rejects.toMatchObject({
        code: 'consistency-fails',
      });
    for (const index of [-1, 11, 1.5, NaN])
      await expect(verifyInclusion(digest, { leaf: leaves[4]!, index, hashes: path }, tree)).rejects.toMatchObject({
        code: 'outside-tree',
      });
    await expect(verifyConsistency(digest, tree, earlier, proof)).rejects.toMatchObject({ code: 'consistency-fails' });
  });

  it('knows the empty tree by its root alone', async () => {
    const [leaf] = await leavesOf(entriesOf(1));
    const one = { size: 1, root: leaf! };
    const empty = { size: 0, root: await emptyRoot(digest) };
    await verifyConsistency(digest, empty, one, []);
    await expect(verifyConsistency(digest, { size: 0, root: leaf! }, one, [])).rejects.toThrow();
    await expect(verifyConsistency(digest, empty, { size: 0, root: leaf! }, [])).rejects.toThrow();
  });
});
