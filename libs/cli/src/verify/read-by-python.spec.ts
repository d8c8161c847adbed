import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { describeUnlessAbsent } from '@parley/testing';
import {
  growLog,
  judgeCheckpoint,
  leafHash,
  nodeChecks,
  parsePolicy,
  TiledTree,
  verifyConsistency,
  verifyInclusion,
  verifyLog,
  type Policy,
  type ReadLogFile,
} from '@parley/transparency';
import { answeredOtherwise, answersInPython, hasPython, saidByPython, type Question } from '../asked-in-python.fixture';
import { Told } from '../report/told';
import { historyOf, registryOf, SmallRecord, witnessLine } from '../small-record.fixture';
import { docketHolds } from './verify-docket';
import { provedEvent } from './verify-event-proof';
import { chainsHold } from './history-chains';
import { historyIn } from './history-lines';
import { proofsHold } from './verify-history-export';
import { verifySuccession } from './key-succession';
import { keysIn, signedBy } from './receipt-signature';

const { digest } = nodeChecks;
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** How both are asked of a thing, by its text. */
type Asking = (text: string) => Omit<Question, 'about'>;

/** Bits that are turned over in each thing: at random places, the same in every run. */
const FLIPS = 60;

/** Copies of bytes with one bit turned over. */
function flipsOf(bytes: Uint8Array, name: string, count: number, counts: (copy: Uint8Array) => boolean = () => true) {
  const flips: { about: string; copy: Uint8Array }[] = [];
  for (let draw = 0; flips.length < count; draw += 1) {
    const drawn = Buffer.from(digest(Buffer.from(`${name} ${String(draw)}`)) as Uint8Array).readUInt32BE();
    const bit = drawn % (bytes.length * 8);
    const copy = bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
    if (counts(copy)) flips.push({ about: `${name}, bit ${String(bit)}`, copy });
  }
  return flips;
}

jest.setTimeout(120_000);

describeUnlessAbsent(
  'a verifier in Python, which shares no code with this one',
  { what: 'Python 3', absence: hasPython ? null : 'there is none here', isRequired: false },
  () => {
    const registry = registryOf('registry');
    const keys = JSON.stringify({ keys: [registry.jwk] });
    let record: SmallRecord;
    let trusted: { readonly policy: Policy; readonly byLog: Readonly<Record<'policy' | 'log' | 'note', string>> };
    let things: Readonly<Record<string, readonly [text: string, asking: Asking]>>;
    const textIn = (file: string): string => readFileSync(record.at(file), 'utf8');

    beforeAll(async () => {
      record = await SmallRecord.of(['one', 'two', 'three']);
      await record.cosigned('east', 'west');
      const note = textIn('log/attested');
      const lines = [await witnessLine('east'), await witnessLine('west'), 'group both all east west', 'quorum both\n'];
      const policyText = textIn('policy').replace('quorum none\n', lines.join('\n'));
      const policy = await parsePolicy(digest, policyText);
      const read: ReadLogFile = (file) => (file === 'checkpoint' ? Buffer.from(note) : record.logFiles.get(file));
      const byLog = { policy: policyText, log: record.at('log'), note };
      trusted = { policy, byLog };
      const shown = JSON.parse(textIn('proof-1.json')) as { proof: string };
      const proof = { ...shown, proof: shown.proof.replace(textIn('log/checkpoint'), note) };
      const proofsOfShown = await record.proofsOf(record.events.filter(({ revision }) => revision !== 1));
      things = {
        checkpoint: [
          note,
          (text) => ({
            asks: { what: 'checkpoint', ...byLog, text },
            ours: () => judgeCheckpoint(nodeChecks, policy, text),
          }),
        ],
        policy: [
          policyText,
          (text) => ({
            asks: { what: 'checkpoint', policy: text, text: note },
            ours: async () => judgeCheckpoint(nodeChecks, await parsePolicy(digest, text), note),
          }),
        ],
        proof: [
          JSON.stringify(proof),
          (text) => ({
            asks: { what: 'proof', ...byLog, text },
            ours: () => provedEvent(text, '', policy, new Told()),
          }),
        ],
        export: [
          historyOf(record.events, [1], [...proofsOfShown.slice(0, -1), { checkpoint: note }]).join('\n'),
          (text) => ({
            asks: { what: 'export', ...byLog, text },
            ours: () => {
              const history = historyIn(text);
              const chains = chainsHold(history, new Told());
              return proofsHold(history, { chains, settled: new Set(), policy }, new Told());
            },
          }),
        ],
        docket: [
          textIn('docket.ndjson').trim(),
          (text) => ({
            asks: { what: 'docket', ...byLog, text },
            ours: () => docketHolds(text, { policy, read, looks: 1 }, new Told()),
          }),
        ],
        receipt: [
          registry.sign({ receipt: 'r-1', case: 'c-1', receivedAt: '2025-02-05T08:00:00.000Z', digest: 'd' }),
          (text) => ({ asks: { what: 'receipt', text, keys }, ours: () => signedBy(text, [registry.jwk], nodeChecks) }),
        ],
      };
    });
    afterAll(() => {
      record.remove();
    });

    it('believes the signatures that RFC 8032 publishes, and no other', () => {
      const asked = SIGNATURES.flatMap(([key, message, signature]) =>
        [signature, signature.replace(/..$/, '01')].map((each) => ({
          ...{ what: 'ed25519', key, message, signature: each },
        })),
      );
      expect(answersInPython(asked).map(({ holds }) => holds)).toEqual(SIGNATURES.flatMap(() => [true, false]));
    });

    it('has the same root, paths and extensions of every small tree, and takes none for those of another', async () => {
      const trees = await Promise.all(Array.from({ length: 20 }, (_, at) => treeOf(at + 1)));
      const roots = answersInPython(trees.map(({ entries }) => ({ what: 'root', entries: entries.map(hex) })));
      expect(roots.map(({ found }) => found)).toEqual(trees.map(({ root }) => ({ root: hex(root) })));
      const [right, wrong]: [Question[], Question[]] = [[], []];
      for (const after of trees)
        for (const before of trees.slice(0, after.size)) {
          const index = before.size - 1;
          const path = await pathIn(after, index);
          const proof = await after.tree.consistency(before.size);
          right.push(path(index), extension(before, after, proof));
          const other = { ...before, root: before.root.map((byte) => byte ^ 1) };
          wrong.push(path((index + 1) % (after.size + 1)), extension(other, after, proof));
        }
      expect(right).toHaveLength(420);
      expect(await answeredOtherwise(right, true)).toEqual([]);
      expect(await answeredOtherwise(wrong, false)).toEqual([]);
    });

    it('believes what this one believes', async () => {
      const questions = Object.entries(things).map(([about, [text, asking]]) => ({ about, ...asking(text) }));
      expect(await answeredOtherwise(questions, true)).toEqual([]);
    });

    it('refuses what this one refuses: a bit turned over at random places of each', async () => {
      // What is no text any more is refused before anything is asked of it.
      const questions = Object.entries(things).flatMap(([name, [text, asking]]) =>
        flipsOf(Buffer.from(text), name, FLIPS, isUtf8).map(({ about, copy }) => ({
          about,
          ...asking(Buffer.from(copy).toString()),
        })),
      );
      expect(questions).toHaveLength(FLIPS * 6);
      expect(await answeredOtherwise(questions, false)).toEqual([]);
    });

    it('says what it lacks, and of nothing of it that it does not hold', () => {
      const nowhere = record.at('nowhere');
      const policy = ['--policy', record.at('policy')];
      const binary = record.put('binary', Buffer.of(0xff));
      const lacking: readonly (readonly [RegExp, ...string[]])[] = [
        [/checkpoint needs --policy/, 'checkpoint', record.at('log/checkpoint')],
        [/receipt needs --keys/, 'receipt', record.at('policy')],
        [/docket needs --log/, 'docket', record.at('docket.ndjson'), ...policy],
        [/No such file or directory: '.*nowhere'/, 'checkpoint', nowhere, ...policy],
        [/nowhere is neither a folder nor an address/, 'log', nowhere, ...policy],
        [/can't decode byte/, 'checkpoint', record.at('log/checkpoint'), '--policy', binary],
        [/not a line of a policy: {/, 'proof', record.at('proof-1.json'), '--policy', record.at('proof-1.json')],
      ];
      for (const [sentence, ...words] of lacking)
        expect(saidByPython(words)).toEqual({ status: 2, stdout: '', stderr: expect.stringMatching(sentence) });
    });

    it('refuses what is nested too deeply, and keys that are none', () => {
      const receipt = registry.sign({ receipt: 'r-1' });
      const nested = { what: 'proof', ...trusted.byLog, text: '['.repeat(100_000) };
      const wrong = ['{}', '{"keys":5}', '{"keys":[1]}', `{"keys":[${JSON.stringify({ ...registry.jwk, x: 5 })}]}`];
      const asked = [nested, ...wrong.map((each) => ({ what: 'receipt', text: receipt, keys: each }))];
      expect(answersInPython(asked).map(({ holds }) => holds)).toEqual(asked.map(() => false));
    });

    it('refuses what this one refuses: a bit turned over in the files of a log', async () => {
      const { policy, byLog } = trusted;
      const files = [...record.logFiles].filter(([file]) => file.startsWith('tile/'));
      const questions = files.flatMap(([file, bytes]) =>
        flipsOf(bytes, file, 10).map(({ about, copy }, at): Question => {
          const changed = new Map(record.logFiles).set(file, copy).set('checkpoint', Buffer.from(byLog.note));
          const folder = `flipped-${String(at)}/${file}`;
          for (const [name, content] of changed) record.put(`${folder}/${name}`, content);
          return {
            about,
            asks: { what: 'log', ...byLog, log: record.at(folder) },
            ours: () => verifyLog(nodeChecks, policy, (name) => changed.get(name)),
          };
        }),
      );
      expect(questions).toHaveLength(20);
      expect(await answeredOtherwise(questions, false)).toEqual([]);
    });

    it('refuses what this one refuses: each line of an export taken away, doubled, or moved to the front', async () => {
      const [text, asking] = things['export']!;
      const lines = text.split('\n');
      const questions = lines.flatMap((line, at) =>
        [lines.toSpliced(at, 1), lines.toSpliced(at, 0, line), [line, ...lines.toSpliced(at, 1)]]
          .filter((changed) => changed.join() !== lines.join())
          .map((changed, way) => ({ about: `line ${String(at)}, way ${String(way)}`, ...asking(changed.join('\n')) })),
      );
      expect(questions).toHaveLength(lines.length * 3 - 1);
      expect(await answeredOtherwise(questions, false)).toEqual([]);
    });

    it('judges the time of a key of the registry, and who signed for it, as this one does', async () => {
      const [first, next] = [registryOf('first'), registryOf('next')];
      const from = '2025-03-01T09:00:00.000Z';
      const succession = { succeeds: 'next', x: next.jwk['x'], from };
      const one = { ...first.jwk, from: null, until: from, signature: null };
      const two = { ...next.jwk, from, until: null, signature: first.sign(succession) };
      const asking = (by: typeof first, receivedAt: string, ...given: readonly object[]): Question => {
        const text = by.sign({ receipt: 'r-1', case: 'c-1', receivedAt, digest: 'd' });
        const keysGiven = JSON.stringify({ keys: given });
        return {
          about: JSON.stringify({ receivedAt, given }),
          asks: { what: 'receipt', text, keys: keysGiven },
          ours: async () => {
            const ours = keysIn(keysGiven, '');
            await verifySuccession(ours, new Told(), nodeChecks);
            await signedBy(text, ours, nodeChecks);
          },
        };
      };
      const before = '2025-03-01T08:59:59.999Z';
      const lost = { ...two, signature: null };
      const right = [asking(first, before, one, two), asking(next, from, one, two), asking(next, from, one, lost)];
      right.push(asking(first, before, { ...one, signs: 'receipts' }, { ...lost, signs: 'webhooks' }));
      const wrong = [
        asking(next, from, one, { ...two, signs: 'webhooks' }),
        asking(first, from, one, two),
        asking(next, before, one, two),
        asking(first, before, one, { ...two, signature: first.sign({ ...succession, succeeds: 'first' }) }),
        asking(first, before, one, { ...two, signature: next.sign(succession) }),
        asking(first, before, one, { ...two, x: first.jwk['x'] }),
        asking(first, before, { ...one, until: before }, two),
        asking(first, '2025-02-05T08:00:00.000Z', { ...one, until: null }, two),
        asking(first, before, one, { ...two, signature: 'none' }),
      ];
      expect(await answeredOtherwise(right, true)).toEqual([]);
      expect(await answeredOtherwise(wrong, false)).toEqual([]);
    });

    it('refuses what this one refuses: each field taken away', async () => {
      const questions = ['proof', 'export', 'docket'].flatMap((name) => {
        const [text, asking] = things[name]!;
        const [line = '', ...others] = text.split('\n');
        const fields = Object.keys(JSON.parse(line) as object);
        return fields.map((field) => {
          const { [field]: _, ...rest } = JSON.parse(line) as Record<string, unknown>;
          return { about: `${name} without ${field}`, ...asking([JSON.stringify(rest), ...others].join('\n')) };
        });
      });
      expect(questions).toHaveLength(12);
      expect(await answeredOtherwise(questions, false)).toEqual([]);
    });
  },
);

const treeOf = async (size: number) => {
  const entries = Array.from({ length: size }, (_, at) => Uint8Array.of(at));
  const files = new Map((await growLog(() => undefined, 0, entries, digest)).map((file) => [file.path, file.bytes]));
  const tree = new TiledTree((file) => files.get(file), size, digest);
  return { entries, tree, size, root: await tree.root() };
};
type Tree = Awaited<ReturnType<typeof treeOf>>;

/** The path of an entry, asked for whichever index. */
async function pathIn({ entries, tree, size, root }: Tree, index: number): Promise<(at: number) => Question> {
  const [hashes, entry] = [await tree.inclusion(index), entries[index]!];
  const leaf = await leafHash(digest, entry);
  return (at) => ({
    about: `entry ${String(index)} at ${String(at)} of ${String(size)}`,
    asks: { what: 'included', entry: hex(entry), index: at, size, root: hex(root), hashes: hashes.map(hex) },
    ours: () => verifyInclusion(digest, { leaf, index: at, hashes }, { size, root }),
  });
}

const extension = (before: Tree, after: Tree, proof: readonly Uint8Array[]): Question => ({
  about: `${String(before.size)} to ${String(after.size)}`,
  asks: {
    ...{ what: 'extended', before: before.size, old: hex(before.root) },
    ...{ after: after.size, new: hex(after.root), hashes: proof.map(hex) },
  },
  ours: () => verifyConsistency(digest, before, after, proof),
});

/** Public key, message and signature: RFC 8032 §7.1, tests 1 to 3. */
const SIGNATURES = [
  [
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155' +
      '5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ],
  [
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
      '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ],
  [
    'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac' +
      '18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  ],
] as const;
