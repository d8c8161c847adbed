import { asked, historyOf, SmallRecord, streamOf } from '../small-record.fixture';

describe('an export of a history', () => {
  let record: SmallRecord;
  let other: SmallRecord;
  const policy = () => ['--policy', record.at('policy')];
  const put = (lines: readonly string[]): string => record.put('some.ndjson', lines.join('\n'));
  const verify = (lines: readonly string[], ...words: readonly string[]) =>
    asked('verify', 'export', put(lines), ...words);
  const refused = async (lines: readonly string[], code: string, about = /./, ...words: readonly string[]) => {
    const answer = await verify(lines, ...words);
    expect(answer).toMatchObject({ exit: 1, holds: false, code });
    expect(answer.because?.en).toMatch(about);
  };

  beforeAll(async () => {
    record = await SmallRecord.of(['one', 'two', 'three', 'four']);
    other = await SmallRecord.of(['one', 'two', 'three', 'four'], 'other.example/log');
  });
  afterAll(() => {
    record.remove();
    other.remove();
  });

  it('holds by its own proofs and no network: every event is in the log, every stream complete', async () => {
    const answer = await asked('verify', 'export', record.at('history.ndjson'), ...policy());
    const stream = 'audit.docket-public';
    expect(answer).toMatchObject({
      exit: 0,
      found: { events: 4, stubs: 0, links: 3, settled: 4, streams: [{ stream, revision: 3, complete: true }] },
    });
    const left = answer.unchecked.map(({ en }) => en);
    expect(left).toContainEqual(expect.stringMatching(/^Whether further events follow the head of a stream/));
    expect(left).not.toContainEqual(expect.stringMatching(/made them anew/));
  });

  it('is not yet the record by its links alone, and says that its proofs were not looked at', async () => {
    const { exit, found, unchecked } = await asked('verify', 'export', record.at('history.ndjson'));
    expect([exit, found['settled']]).toEqual([0, 0]);
    const left = unchecked.map(({ en }) => en);
    expect(left).toContainEqual(expect.stringMatching(/^The proofs of the log that are in it/));
    expect(left).toContainEqual(expect.stringMatching(/^Whether 4 of the events .* could have made them anew/));
  });

  it('leads over stubs of what is not its reader’s, and says how many the events behind them settle', async () => {
    const shown = record.events.filter(({ revision }) => revision === 0 || revision === 3);
    const answer = await verify(historyOf(record.events, [1, 2], await record.proofsOf(shown)), ...policy());
    expect(answer).toMatchObject({ exit: 0, found: { events: 2, stubs: 2, links: 3, settled: 2, settledStubs: 1 } });
    const left = answer.unchecked.map(({ en }) => en);
    expect(left).toContainEqual(expect.stringMatching(/^What 2 stubs stand for, and whether it is not the reader’s/));
    expect(left).toContainEqual(expect.stringMatching(/^Whether 1 of the stubs are the record itself/));
  });

  it('is settled by a proof of one event as far back as the headers lead, and over no stub', async () => {
    const words = ['--proof', record.at('proof-3.json'), ...policy()];
    expect(await verify(historyOf(record.events), ...words)).toMatchObject({ exit: 0, found: { settled: 4 } });
    expect(await verify(historyOf(record.events, [1]), ...words)).toMatchObject({
      ...{ exit: 0, found: { settled: 2, settledStubs: 1 } },
    });
    await refused(historyOf(record.events.slice(0, 3)), 'proof-of-another', /./, ...words);
  });

  it('is refused when an event, a stub or a head is taken away, moved, doubled or of another stream', async () => {
    const [one = '', two = '', four = '', stub = '', head = ''] = historyOf(record.events, [2]);
    const whole = [one, two, four, stub, head];
    await refused([one, four, stub, head], 'event-missing', /revision 1/);
    await refused([two, four, stub, head], 'event-missing', /revision 0/);
    await refused([one, two, four, head], 'event-missing', /revision 2/);
    await refused([one, two, stub, head], 'head-differs', /docket/);
    await refused([one, two, head], 'head-differs', /docket/);
    await refused([one, two, four, stub], 'head-differs', /docket/);
    await refused([two, one, four, stub, head], 'link-broken', /revision 0/);
    await refused([one, one, two, four, stub, head], 'link-broken', /revision 0/);
    await refused([one, two, four, stub, stub, head], 'link-broken', /revision 2/);
    await refused([...whole, head], 'line-malformed', /head/);
    await refused([stub, ...whole.filter((line) => line !== stub)], 'event-malformed', /line 2/);
    await refused([...whole, head.replace('public', 'other')], 'head-differs', /other/);
    await refused([head, ...whole.slice(0, 4)], 'event-malformed', /line 2/);
    await refused([], 'nothing-to-check');
    const elsewhere = streamOf('audit.docket-public', ['one', 'never', 'three', 'four']);
    await refused([one, historyOf(elsewhere)[1] ?? '', four, stub, head], 'link-broken', /revision 2/);
  });

  it('is refused for a stub that does not link, has more in it, or stands at the end of its stream', async () => {
    const lines = historyOf(record.events, [1]);
    const { stub } = JSON.parse(lines[3] ?? '') as { stub: { previous: string; commitment: string } };
    const given = (changed: object) => lines.with(3, JSON.stringify({ stub: { ...stub, ...changed } }));
    await refused(given({ previous: stub.commitment }), 'link-broken', /revision 1/);
    await refused(given({ previous: null }), 'link-broken', /revision 1/);
    await refused(given({ commitment: stub.previous }), 'link-broken', /revision 2/);
    await refused(given({ type: 'VoteCast' }), 'line-malformed', /line 4/);
    await refused(given({ revision: -1 }), 'line-malformed', /line 4/);
    const { stream, revision, commitment } = record.events[3]!;
    const atEnd = [
      ...historyOf(record.events, [3]).slice(0, 4),
      JSON.stringify({ head: { stream, revision, commitment } }),
    ];
    await refused(atEnd, 'head-differs');
  });

  it('is refused with the proofs of other events, of another log, cut short or without their checkpoint', async () => {
    const all = historyOf(record.events);
    const proofs = (await record.proofsOf(record.events)).map((line) => JSON.stringify(line));
    const theirs = (await other.proofsOf(record.events)).map((line) => JSON.stringify(line));
    const proved = (...lines: readonly string[]) => [...all, ...lines];
    await refused(proved(...theirs), 'log-unknown', /other/, ...policy());
    await refused(proved(...proofs.slice(1)), 'inclusion-fails', /./, ...policy());
    await refused(proved(...proofs.slice(0, -1)), 'line-malformed');
    await refused(proved(...proofs, proofs.at(-1) ?? ''), 'line-malformed');
    await refused(proved(proofs[0] ?? '', ...proofs), 'proof-of-another', /./, ...policy());
    await refused([...historyOf(record.events.slice(0, 3)), ...proofs], 'proof-of-another', /./, ...policy());
    const turned = [proofs[1] ?? '', proofs[0] ?? '', ...proofs.slice(2)];
    await refused(proved(...turned), 'inclusion-fails', /./, ...policy());
  });

  it('shows of the docket of a year the number of its own case, and counts nothing of the others', async () => {
    const numbers = streamOf('intake.docket-CN-2025', ['one', 'two', 'three']);
    const lines = historyOf(numbers, [0, 1]).filter((line) => !line.startsWith('{"stub"'));
    const answer = await verify(lines);
    expect(answer).toMatchObject({ exit: 0, found: { streams: [{ revision: 2, complete: false }] } });
    const [event = '', ...rest] = historyOf(streamOf('intake.case-1', ['one', 'two']), [0]);
    await refused([event, ...rest.filter((line) => !line.startsWith('{"stub"'))], 'event-missing', /revision 0/);
  });
});
