import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Refused } from '../report/refused';
import { Told } from '../report/told';
import { bagOf, CONTENT, dossierOf, KEYS, writeFolder, writeZip, type Files } from '../small-dossier.fixture';
import { asked, flipped, registryOf } from '../small-record.fixture';
import { dossierHolds } from './dossier-holds';
import { nodePlatform } from './node-platform';

const EXHIBIT = 'data/exhibits/CHN-1.txt';
const WHOLE = dossierOf(CONTENT);

describe('parley verify dossier', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'parley-dossier-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const verify = (files: Files, ...words: readonly string[]) =>
    asked('verify', 'dossier', writeFolder(path.join(folder, 'dossier'), files), ...words);
  const keysFile = (text = KEYS): string => {
    const file = path.join(folder, 'keys.json');
    writeFileSync(file, text);
    return file;
  };
  const without = (files: Files, gone: string): Files =>
    Object.fromEntries(Object.entries(files).filter(([file]) => file !== gone));

  it('holds, and says what that leaves open', async () => {
    const answer = await verify(WHOLE);
    expect(answer).toMatchObject({
      ...{ exit: 0, holds: true, code: null },
      found: { files: 5, events: 1, exhibits: 1, signedBy: ['CN'], notSignedBy: ['US'], receipt: 'r-1', case: 'c-1' },
    });
    expect(answer.unchecked.map(({ en }) => en)).toEqual([
      expect.stringMatching(/--manifest/),
      expect.stringMatching(/by no key of theirs/),
      expect.stringMatching(/--keys/),
      expect.stringMatching(/made them anew/),
    ]);
  });

  it('asks less where the reader has the keys and the manifest from elsewhere', async () => {
    const { manifest } = (await verify(WHOLE)).found;
    const answer = await verify(WHOLE, '--keys', keysFile(), '--manifest', String(manifest));
    expect(answer.unchecked).toHaveLength(2);
    expect(await verify(WHOLE, '--manifest', '0'.repeat(64))).toMatchObject({ exit: 1, code: 'manifest-differs' });
    const others = keysFile(JSON.stringify({ keys: [registryOf('another').jwk] }));
    expect(await verify(WHOLE, '--keys', others)).toMatchObject({ exit: 1, code: 'key-unknown' });
  });

  it('is the same from its .zip, which has one folder and each file once', async () => {
    const zip = (files: Files) => writeZip(path.join(folder, 'dossier.zip'), files);
    const based = (base: string): Files =>
      Object.fromEntries(Object.entries(WHOLE).map(([file, text]) => [`${base}/${file}`, text]));
    expect(await asked('verify', 'dossier', await zip(based('CN-2025-0001-dossier-1')))).toMatchObject({
      ...{ exit: 0, found: (await verify(WHOLE)).found },
    });
    for (const files of [WHOLE, { ...based('a'), 'b/bagit.txt': '' }])
      expect(await asked('verify', 'dossier', await zip(files))).toMatchObject({ exit: 1, code: 'bag-malformed' });
    writeFileSync(path.join(folder, 'text.zip'), 'not a zip');
    expect(await asked('verify', 'dossier', path.join(folder, 'text.zip'))).toMatchObject({ code: 'bag-malformed' });
    expect(await asked('verify', 'dossier', path.join(folder, 'none'))).toMatchObject({ exit: 2 });
  });

  it.each(Object.keys(WHOLE))('is refused without %s', async (file) => {
    expect(await verify(without(WHOLE, file))).toMatchObject({
      exit: 1,
      code: expect.stringMatching(/^(file-missing|file-unnamed)$/) as string,
    });
  });

  it.each(['data/exhibits/CHN-2.txt', 'note.txt', 'tagmanifest-md5.txt'])('is refused with %s beside', async (file) => {
    expect(await verify({ ...WHOLE, [file]: 'more' })).toMatchObject({ exit: 1, code: 'file-unnamed' });
  });

  /** A forger who makes all manifests anew, but not what the co-head signed. */
  const forged = (content: Files, signed?: string): Files => dossierOf(content, signed);

  it.each<readonly [string, Files, string]>([
    ['another exhibit', { ...CONTENT, [EXHIBIT]: 'another schedule' }, 'record-differs'],
    ['one exhibit more', { ...CONTENT, 'data/exhibits/CHN-2.txt': 'more' }, 'record-differs'],
    ['no exhibit', without(CONTENT, EXHIBIT), 'record-differs'],
    ['no event', { ...CONTENT, 'data/record/events.jsonl': '' }, 'record-differs'],
    [
      'other words of an event',
      {
        ...CONTENT,
        'data/record/events.jsonl': (CONTENT['data/record/events.jsonl'] ?? '').replace(
          Buffer.from('what was told').toString('base64'),
          Buffer.from('what was not').toString('base64'),
        ),
      },
      'payload-altered',
    ],
    [
      'another receipt',
      {
        ...CONTENT,
        'data/documents/11-verification.json': (CONTENT['data/documents/11-verification.json'] ?? '').replace(
          'r-1',
          'r-2',
        ),
      },
      'receipt-differs',
    ],
    ['no receipt', { ...CONTENT, 'data/documents/11-verification.json': '{}' }, 'receipt-malformed'],
  ])('is refused with %s, also where all manifests are made anew', async (_, content, code) => {
    expect(await verify(forged(content))).toMatchObject({ exit: 1, code });
  });

  it('is refused where what a co-head signed is another manifest', async () => {
    expect(await verify(forged(CONTENT, '0'.repeat(64)))).toMatchObject({ exit: 1, code: 'manifest-differs' });
  });

  it('is refused with any bit of any of its files turned over', async () => {
    // Thousands of refusals are thrown, and nobody reads where.
    const traced = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    const bytes = new Map<string, Uint8Array>(Object.entries(WHOLE).map(([file, text]) => [file, Buffer.from(text)]));
    const notSeen: string[] = [];
    let turned = 0;
    for (const [file, content] of bytes)
      for (const { bit, bytes: changed } of flipped(content)) {
        turned += 1;
        const outcome = await dossierHolds(bagOf(new Map(bytes).set(file, changed)), {}, new Told(), nodePlatform).then(
          () => 'believed',
          (error: unknown) => (error instanceof Refused ? 'refused' : String(error)),
        );
        if (outcome !== 'refused') notSeen.push(`${file}, ${bit}: ${outcome}`);
      }
    Error.stackTraceLimit = traced;
    expect(notSeen).toEqual([]);
    expect(turned).toBeGreaterThan(10_000);
  }, 300_000);
});
