import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { LogRefused } from '@parley/transparency';
import { Refused } from '../report/refused';
import { Told } from '../report/told';
import { ServedRecord } from '../served-record.fixture';
import { asked, historyOf, ORIGIN, SmallRecord, witnessLine } from '../small-record.fixture';
import { mirrorCases } from './mirror-cases';

const CASE = '5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11';
const STREAM = `intake.case-${CASE}`;
const recordOf = (texts: readonly string[], stream = STREAM) => SmallRecord.of(texts, ORIGIN, ORIGIN, stream);

/** A server that shows one case, and counts what is asked of it. */
class Shown {
  ids: readonly string[] = [CASE];
  exports = 0;
  tag = '"1"';
  constructor(public text: string) {}

  readonly cases = {
    ids: () => Promise.resolve(this.ids),
    newTag: (_: string, known: string | undefined) => Promise.resolve(known === this.tag ? undefined : this.tag),
    exportOf: () => {
      this.exports += 1;
      return Promise.resolve(Buffer.from(this.text));
    },
  };
}

describe('the cases of a side in a mirror', () => {
  let [short, long, fork]: SmallRecord[] = [];
  let served: ServedRecord;
  let [folder, count] = ['', 0];
  const exportOf = async (record: SmallRecord, hidden: readonly number[] = []): Promise<string> => {
    const shown = record.events.filter(({ revision }) => !hidden.includes(revision));
    return historyOf(record.events, hidden, await record.proofsOf(shown)).join('\n');
  };
  const pull = async (shown: Shown): Promise<Told> => {
    const told = new Told();
    await mirrorCases(folder, shown.cases, served.url, told);
    return told;
  };
  const refused = async (shown: Shown, code: string): Promise<void> => {
    const failure = await pull(shown).catch((error: unknown) => error);
    expect(failure instanceof Refused || failure instanceof LogRefused ? failure.code : failure).toBe(code);
  };
  const kept = (): string => readFileSync(path.join(folder, `cases/${CASE}.ndjson`), 'utf8');

  beforeAll(async () => {
    [short, long, fork] = [
      await recordOf(['one', 'two', 'three']),
      await recordOf(['one', 'two', 'three', 'four']),
      await recordOf(['one', 'never', 'three', 'four', 'five']),
    ];
    served = await ServedRecord.of(short);
  });
  beforeEach(() => {
    served.record = short!;
    folder = short!.at(`mirror-${String((count += 1))}`);
    cpSync(short!.at('log'), path.join(folder, 'log'), { recursive: true });
    cpSync(short!.at('policy'), path.join(folder, 'policy'));
  });
  afterAll(() => {
    served.stop();
    for (const record of [short, long, fork]) record!.remove();
  });

  it('are kept with stubs and proofs, verified there, and pulled again only where something is new', async () => {
    const shown = new Shown(await exportOf(short!, [1]));
    expect((await pull(shown)).found).toMatchObject({ cases: 1, pulled: [CASE], unproved: [] });
    expect(kept()).toBe(shown.text);
    expect((await pull(shown)).found).toMatchObject({ cases: 1, pulled: [] });
    expect(shown.exports).toBe(1);
    const words = [
      'verify',
      'export',
      path.join(folder, `cases/${CASE}.ndjson`),
      '--policy',
      path.join(folder, 'policy'),
    ];
    expect(await asked(...words)).toMatchObject({ exit: 0, found: { settled: 2, stubs: 1, settledStubs: 1 } });
  });

  it('go on with what is recorded later, and with what was opened since, after the log of the mirror has', async () => {
    await pull(new Shown(await exportOf(short!, [1])));
    served.record = long!;
    const shown = new Shown(await exportOf(long!));
    shown.tag = '"2"';
    expect((await pull(shown)).found).toMatchObject({ pulled: [CASE] });
    expect(kept()).toBe(shown.text);
    expect(await asked('verify', 'log', folder)).toMatchObject({ exit: 0, found: { size: 20 } });
  });

  it('are refused where they do not go on from what the mirror has, which it keeps beside what was shown', async () => {
    await pull(new Shown(await exportOf(long!).then((text) => ((served.record = long!), text))));
    const before = kept();
    for (const text of [await exportOf(short!), await exportOf(long!, [1])]) {
      const shown = new Shown(text);
      shown.tag = '"2"';
      await refused(shown, 'history-rewritten');
    }
    expect(kept()).toBe(before);
    expect(existsSync(path.join(folder, 'refused'))).toBe(true);
  });

  it('are refused where they stand in another log, or are those of another case', async () => {
    const forked = new Shown(await exportOf(fork!));
    served.record = fork!;
    await refused(forked, 'consistency-fails');
    served.record = short!;
    const other = await recordOf(['one'], 'intake.case-00000000-0000-8000-8000-000000000000');
    await refused(new Shown(await exportOf(other)), 'not-of-the-case');
    other.remove();
    expect(existsSync(path.join(folder, `cases/${CASE}.ndjson`))).toBe(false);
  });

  it('are neither taken nor refused where the log cannot be asked', async () => {
    const { cases } = new Shown(await exportOf(long!));
    const failure = await mirrorCases(folder, cases, 'http://127.0.0.1:1', new Told()).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'not-reachable' });
    for (const file of ['cases', 'refused']) expect(existsSync(path.join(folder, file))).toBe(false);
  });

  it('are missed where the server shows one no more, and named by nothing that is no id', async () => {
    const shown = new Shown(await exportOf(short!));
    await pull(shown);
    shown.ids = [];
    await refused(shown, 'case-gone');
    shown.ids = ['../policy'];
    await refused(shown, 'not-of-the-case');
  });

  it('are pulled again as long as an event has no proof yet', async () => {
    const shown = new Shown(historyOf(short!.events).join('\n'));
    expect((await pull(shown)).found).toMatchObject({ pulled: [CASE], unproved: [CASE] });
    shown.text = await exportOf(short!);
    expect((await pull(shown)).found).toMatchObject({ pulled: [CASE], unproved: [] });
  });

  it('are pulled again, too, as long as the sides have not cosigned what proves them', async () => {
    const [log = ''] = readFileSync(short!.at('policy'), 'utf8').split('\n');
    const sides = [await witnessLine('east'), await witnessLine('west'), 'group both all east west', 'quorum both\n'];
    short!.put(path.relative(short!.folder, path.join(folder, 'policy')), [log, ...sides].join('\n'));
    const shown = new Shown(await exportOf(short!));
    expect((await pull(shown)).found).toMatchObject({ pulled: [CASE], unproved: [CASE] });
    for (const file of ['cases', 'refused']) expect(existsSync(path.join(folder, file))).toBe(false);
  });

  it('are shown from the folder alone, once they were verified', async () => {
    await pull(new Shown(await exportOf(short!)));
    const { exit, found } = await asked('history', CASE, '--mirror', folder);
    expect([exit, found['entries']]).toEqual([
      0,
      short!.events.map(({ eventId, stream, revision, type, recordedAt }) => {
        return { eventId, stream, revision, type, recordedAt };
      }),
    ]);
    expect(await asked('history', 'CN-2025-0009', '--mirror', folder)).toMatchObject({ exit: 1, code: 'case-unknown' });
    short!.put(path.relative(short!.folder, path.join(folder, `cases/${CASE}.ndjson`)), kept().replace('I-55', 'I-56'));
    expect(await asked('history', CASE, '--mirror', folder)).toMatchObject({ exit: 1, code: 'header-altered' });
    rmSync(folder, { recursive: true });
    expect(await asked('history', CASE, '--mirror', folder)).toMatchObject({ exit: 2, code: 'file-unreadable' });
  });
});
