import { checkActs, checkFailed, checkReceipts } from './acts.check';
import type { HistoryEntry } from './case-record';
import { checkDeadlines } from './deadlines.check';
import { findings, type Finding } from './finding';
import { checkNotices } from './notices.check';
import { checkNumbers } from './numbers.check';
import { acts, CASE, history, messages, record, REPLY_DUE } from './observed-case.fixture';
import { checkOnce } from './once.check';
import { checkOperations, type Operations } from './operations.check';
import { checkOrder } from './order.check';
import { unlike } from './rebuilds.check';
import { checkTold } from './told.check';

const said = (found: readonly Finding[]): readonly string[] => found.map(({ what }) => what);
const [filed, complete, registered, lapsed] = history as [HistoryEntry, HistoryEntry, HistoryEntry, HistoryEntry];
const log = [1, 2].map((serial) => ({
  serial,
  kind: 'case-registered',
  docketNumber: `CN-2026-000${String(serial)}`,
  caseId: `case-${String(serial)}`,
}));
const cases = log.map(({ docketNumber, caseId }) => ({ id: caseId, docketNumber }));

describe('the checker', () => {
  it('finds nothing where nothing is wrong', () => {
    const all = [record()];
    const found = [
      checkActs(acts, all),
      checkReceipts(acts, all),
      checkFailed([]),
      checkOnce(all),
      checkOrder(all),
      checkNotices(all),
      checkDeadlines(all, '2026-04-01T00:00:00.000Z'),
      checkTold(all, messages),
      checkNumbers(log, cases),
    ];
    expect(found.flat()).toEqual([]);
  });

  it('tells no more of one kind than can be read', () => {
    const many = findings(
      'acts',
      Array.from({ length: 20 }, (_, index) => `the ${String(index)}th`),
    );
    expect(said(many)).toEqual([...Array.from({ length: 8 }, (_, index) => `the ${String(index)}th`), 'and 12 more']);
  });
});

describe('of acts, the checker finds', () => {
  it('one that was acknowledged and is lost', () => {
    expect(said(checkActs(acts, [record([filed, registered, lapsed])]))).toEqual([
      `${CASE}: intake GrievanceFoundComplete by us-registry was acknowledged once and is not on record`,
    ]);
  });

  it('one that was done once and is there twice', () => {
    const again = { ...complete, eventId: 'again', revision: 4 };
    expect(said(checkActs(acts, [record([...history, again])]))).toEqual([
      `${CASE}: intake GrievanceFoundComplete by us-registry was acknowledged once and is on record 2 times`,
    ]);
  });

  it('another receipt than was given', () => {
    const other = { ...filed, payload: { receipt: { number: 'R-2' } } };
    expect(said(checkReceipts(acts, [record([other, complete, registered])]))).toEqual([
      `${CASE} was acknowledged under receipt R-1, and stands under R-2`,
    ]);
  });

  it('one that was never answered', () => {
    expect(said(checkFailed([{ ...acts[0]!, why: 'not acknowledged in 240 s' }]))).toEqual([
      'cn-desk POST /: not acknowledged in 240 s',
    ]);
  });

  it('one command that was written twice', () => {
    const again = { ...registered, eventId: 'again', revision: 4, recordedAt: '2026-03-02T08:09:00.000Z' };
    expect(said(checkOnce([record([...history, again])]))[0]).toBe(
      `intake.case-${CASE} for event GrievanceFoundComplete-1 was written 2 times: ` +
        `${registered.recordedAt}, ${again.recordedAt}`,
    );
  });

  it('one command that said the same twice in one writing', () => {
    expect(said(checkOnce([record([...history, { ...lapsed, eventId: 'again', revision: 4 }])]))).toEqual([
      `intake.case-${CASE} for timer reply of ${REPLY_DUE} says the same twice: ReplyLapsed, ReplyLapsed`,
    ]);
  });
});

describe('of order, the checker finds', () => {
  it('an event that was recorded before what stands before it', () => {
    const early = { ...lapsed, recordedAt: '2026-03-02T08:01:30.000Z' };
    expect(said(checkOrder([record([filed, complete, registered, early])]))).toEqual([
      `intake.case-${CASE}: ReplyLapsed at 3 was recorded before what stands before it`,
    ]);
  });

  it('two events at one place', () => {
    expect(said(checkOrder([record([...history, { ...lapsed, eventId: 'other' }])]))).toEqual([
      `intake.case-${CASE} has two events at 3`,
    ]);
  });

  it('a topic in which a case is told in another order than it happened', () => {
    const [first, acted, second, third] = messages;
    const swapped = [first!, acted!, { ...third!, offset: 4n }, { ...second!, offset: 6n }];
    expect(said(checkTold([record()], swapped))[0]).toMatch(
      /told ReplyLapsed of .* before CaseRegistered of .* which was recorded first$/,
    );
  });
});

describe('of topics, the checker', () => {
  it('finds an event that was never told', () => {
    expect(said(checkTold([record()], messages.slice(0, 3)))).toEqual([
      expect.stringMatching(/^intake on .* did not tell ReplyLapsed of /),
    ]);
  });

  it('finds one that was told and is not on record', () => {
    expect(
      said(
        checkTold([record()], [...messages, { ...messages[3]!, id: 'invented', name: 'ReplyReceived', offset: 9n }]),
      ),
    ).toEqual([expect.stringMatching(/told ReplyReceived of .* which is not on record$/)]);
  });

  it('takes what is told again, however late, for what a broker may do', () => {
    expect(checkTold([record()], [...messages, { ...messages[0]!, offset: 9n }])).toEqual([]);
  });
});

describe('of both sides, the checker finds', () => {
  it('a notice that one side alone is shown', () => {
    expect(said(checkNotices([record(history, history.slice(0, 3))]))).toEqual([
      expect.stringMatching(/: China is shown nothing for .* ReplyLapsed/),
    ]);
  });

  it('a notice that the sides are shown with different instants', () => {
    const later = { ...lapsed, recordedAt: '2026-03-23T16:00:01.000Z' };
    expect(said(checkNotices([record(history, [filed, complete, registered, later])]))).toHaveLength(2);
  });

  it('nothing in what is the filer’s alone', () => {
    expect(checkNotices([record([{ ...filed, tier: 'FILER' }], [])])).toEqual([]);
  });
});

describe('of deadlines, the checker finds', () => {
  it('a default that is of another instant than its expiry', () => {
    const late = { ...lapsed, occurredAt: '2026-03-23T16:00:09.000Z' };
    expect(said(checkDeadlines([record([filed, complete, registered, late])], REPLY_DUE))).toEqual([
      `intake.case-${CASE}: ReplyLapsed is of 2026-03-23T16:00:09.000Z, and reply expired at ${REPLY_DUE}`,
    ]);
  });

  it('an expiry of which nothing came', () => {
    expect(said(checkDeadlines([record([filed, complete, registered])], '2026-03-24T00:00:00.000Z'))).toEqual([
      expect.stringMatching(/reply expired at .* and nothing came of it$/),
    ]);
    expect(checkDeadlines([record([filed, complete, registered])], '2026-03-22T00:00:00.000Z')).toEqual([]);
  });
});

describe('of numbers, the checker finds', () => {
  it('a gap in the public log', () => {
    expect(said(checkNumbers([log[0]!, { ...log[1]!, serial: 3 }], cases))).toEqual([
      'entry 2 of the public log has the serial 3',
    ]);
  });

  it('a docket number that was given to nobody', () => {
    const given = { ...cases[1]!, docketNumber: 'CN-2026-0003' };
    expect(said(checkNumbers([log[0]!, { ...log[1]!, docketNumber: 'CN-2026-0003' }], [cases[0]!, given]))).toEqual([
      'place 2 of CN-2026 has the number 3',
    ]);
  });

  it('a case that was registered twice, or never entered', () => {
    expect(said(checkNumbers([log[0]!, { ...log[0]!, serial: 2 }], cases))).toEqual([
      'CN-2026-0002 is a case’s, and nobody entered it in the public log',
      'CN-2026-0001 was registered twice in the public log',
    ]);
  });
});

describe('of the work in the background, the checker finds', () => {
  const quiet: Operations = {
    projections: [{ service: 'audit', name: 'docket', state: 'following', caughtUp: true }],
    overdue: [],
    parked: [],
  };
  const parked = { service: 'audit', consumer: 'docket', key: 'intake/case-1', reason: 'TypeError' };

  it('nothing where it is done', () => {
    expect(checkOperations(quiet)).toEqual([]);
  });

  it('a read model that lags', () => {
    expect(
      said(
        checkOperations({ ...quiet, projections: [{ ...quiet.projections[0]!, caughtUp: false, state: 'failing' }] }),
      ),
    ).toEqual(['the read model docket of audit lags (failing)']);
  });

  it('a default that should have happened', () => {
    expect(
      said(checkOperations({ ...quiet, overdue: [{ service: 'intake', caseId: 'case-1', deadline: 'reply' }] })),
    ).toEqual(['reply of case-1 is overdue in intake']);
  });

  it('a message of ours that is parked, and not a stranger’s', () => {
    expect(
      said(checkOperations({ ...quiet, parked: [parked, { ...parked, key: 'parley-1.intake.v1/2/17' }] })),
    ).toEqual(['intake/case-1 is parked by docket of audit: TypeError']);
  });
});

describe('of read models, the checker finds', () => {
  it('a list that is another one when it is built anew, or is gone', () => {
    expect(said(unlike({ docket: 'a', panels: 'b', cases: 'c' }, { docket: 'a', panels: 'x' }))).toEqual([
      'the list “panels” is another one when it is built anew',
      'the list “cases” is another one when it is built anew',
    ]);
  });
});
