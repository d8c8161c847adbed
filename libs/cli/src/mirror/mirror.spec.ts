import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ServedRecord } from '../served-record.fixture';
import { asked, said, SmallRecord } from '../small-record.fixture';

describe('parley mirror', () => {
  let [short, long, fork, other]: SmallRecord[] = [];
  let served: ServedRecord;
  let folder: string;
  let count = 0;
  const pull = (...words: readonly string[]) => asked('mirror', folder, '--url', served.url, ...words);
  const show = (record: SmallRecord | undefined) => (served.record = record!);
  const inMirror = (file: string): string => readFileSync(path.join(folder, file), 'utf8');

  beforeAll(async () => {
    short = await SmallRecord.of(['one', 'two']);
    long = await SmallRecord.of(['one', 'two', 'three']);
    fork = await SmallRecord.of(['one', 'never', 'three', 'four']);
    other = await SmallRecord.of(['one'], 'other.example/log');
    served = await ServedRecord.of(short);
  });
  beforeEach(() => {
    show(short);
    folder = short!.at(`mirror-${String((count += 1))}`);
  });
  afterAll(() => {
    served.stop();
    for (const record of [short, long, fork, other]) record!.remove();
  });

  it('has the log, the docket and the keys after its first pull, and is verified without the server', async () => {
    const first = await pull();
    expect(first).toMatchObject({ exit: 0, found: { size: 18, added: 18, serials: 2 } });
    expect(first.unchecked[0]?.en).toMatch(/trust on first use/);
    expect(inMirror('policy')).toBe(readFileSync(short!.at('policy'), 'utf8'));
    for (const words of [['log'], ['docket']])
      expect(await asked('verify', ...words, folder)).toMatchObject({ exit: 0, found: { size: 18 } });
  });

  it('goes on where it was, and stays as it is where nothing is new', async () => {
    await pull();
    show(long);
    expect(await pull()).toMatchObject({ exit: 0, found: { size: 19, added: 1, serials: 3 } });
    expect(await pull()).toMatchObject({ exit: 0, found: { size: 19, added: 0 } });
  });

  it('keeps what it has when the server shows an earlier log and docket', async () => {
    show(long);
    await pull();
    show(short);
    const answer = await pull();
    expect(answer).toMatchObject({ exit: 0, found: { size: 19, added: 0, serials: 3 } });
    expect(answer.checked.map(({ en }) => en)).toContainEqual(expect.stringMatching(/18 entries, is an earlier one/));
  });

  it('refuses another past, keeps both checkpoints, and goes on with the log that extends its own', async () => {
    await pull();
    const before = inMirror('log/checkpoint');
    show(fork);
    const answer = await pull();
    expect(answer).toMatchObject({ exit: 1, code: 'consistency-fails' });
    const kept = answer.found['kept'] as readonly string[];
    const [shown = '', own = '', split = ''] = kept;
    expect(readFileSync(shown, 'utf8')).toBe(readFileSync(fork!.at('log/checkpoint'), 'utf8'));
    expect(readFileSync(own, 'utf8')).toBe(before);
    // Whoever has the key of the log sees from that file alone that it has shown two pasts.
    const words = ['verify', 'split', split, '--policy', short!.at('policy')];
    expect(await asked(...words)).toMatchObject({ exit: 0, found: { smaller: 18, larger: 20 } });
    const { smaller, ...proof } = JSON.parse(readFileSync(split, 'utf8')) as { smaller: string; larger: string };
    short!.put('no-split', JSON.stringify({ ...proof, smaller: proof.larger }));
    expect(await asked('verify', 'split', short!.at('no-split'), ...words.slice(3))).toMatchObject({ exit: 1 });
    expect(smaller).toBe(before);
    expect(inMirror('log/checkpoint')).toBe(before);
    show(long);
    expect(await pull()).toMatchObject({ exit: 0, found: { size: 19 } });
  });

  it('proves two pasts by its own files, where the log shows a shorter one', async () => {
    show(fork);
    await pull();
    show(short);
    const answer = await pull();
    expect(answer).toMatchObject({ exit: 1, code: 'consistency-fails' });
    const split = (answer.found['kept'] as readonly string[])[2] ?? '';
    expect(await asked('verify', 'split', split, '--policy', short!.at('policy'))).toMatchObject({
      exit: 0,
      found: { smaller: 18, larger: 20 },
    });
  });

  it('refuses another log under the keys that it has, whatever keys the server shows then', async () => {
    await pull();
    show(other);
    expect(await pull()).toMatchObject({ exit: 1, code: 'log-unknown' });
    expect(readdirSync(folder)).not.toContain('refused');
  });

  it('refuses a docket that is not in the log, or is not its own gone on, and keeps it', async () => {
    const docket = readFileSync(fork!.at('docket.ndjson'));
    long!.put('docket.ndjson', docket);
    try {
      show(short);
      await pull();
      show(long);
      const answer = await pull();
      expect(answer).toMatchObject({ exit: 1, code: 'docket-rewritten' });
      expect(readFileSync((answer.found['kept'] as readonly string[])[0] ?? '')).toEqual(docket);
      folder = short!.at('mirror-of-a-false-docket');
      expect(await pull()).toMatchObject({ exit: 1, code: 'not-in-the-log' });
    } finally {
      long!.put('docket.ndjson', long!.events.map((event) => long!.docketLine(event)).join(''));
    }
  }, 60_000);

  it('begins by the keys that one has, and not by those of the server', async () => {
    const policy = other!.at('policy');
    expect(await pull('--policy', policy)).toMatchObject({ exit: 1, code: 'log-unknown' });
    expect(await pull('--policy', short!.at('policy'))).toMatchObject({ exit: 0 });
  });

  it('says that it could not ask, where nobody answers or the folder cannot be written', async () => {
    expect(await asked('mirror', folder, '--url', 'http://127.0.0.1:1')).toMatchObject({
      exit: 2,
      code: 'not-reachable',
    });
    folder = path.join(short!.at('policy'), 'below-a-file');
    expect(await pull()).toMatchObject({ exit: 2, holds: null });
  });

  describe('parley docket', () => {
    it('shows the docket that is built from the mirror alone, and one case of it', async () => {
      await pull();
      show(other);
      const { found } = await asked('docket', folder);
      expect(found['entries']).toMatchObject([
        { serial: 1, docketNumber: 'CN-2025-0001', texts: { en: 'one' } },
        { serial: 2, docketNumber: 'CN-2025-0002', texts: { en: 'two' } },
      ]);
      const shown = await said('docket', folder, '--of', 'CN-2025-0002', '--lang', 'zh-Hans');
      expect(shown.out).toMatch(/^成立。[^]*\n\nCN-2025-0002\n {2}2 {2}2025-02-05T08:00:00\.000Z {2}［two］\n$/);
      expect(await asked('docket', folder, '--of', 'CN-2025-0009')).toMatchObject({ exit: 1, code: 'case-unknown' });
    });

    it('says of an empty one that it is empty', async () => {
      await pull();
      short!.put(path.relative(short!.folder, path.join(folder, 'docket.ndjson')), '');
      expect((await said('docket', folder)).out).toMatch(
        /^It holds\.\nChecked:\n {2}- The docket of the mirror is empty\.\n[^]*[^\n]\n$/,
      );
    });

    it('shows nothing of a mirror that was altered', async () => {
      await pull();
      const file = path.relative(short!.folder, path.join(folder, 'docket.ndjson'));
      short!.put(file, inMirror('docket.ndjson').replace(/"payload":"(.)/, '"payload":"A'));
      const { exit, out } = await said('docket', folder);
      expect(exit).toBe(1);
      expect(out).not.toContain('CN-2025-0001');
    });
  });
});
