import { given } from '@parley/testing';
import { at, CN, digest, US } from '../referral/referral-story.fixture';
import { obligation } from '../settlement/settlement-story.fixture';
import type { AgreementCommand } from './agreement-commands.rules';
import {
  acceptDate,
  decider,
  decline,
  expire,
  notice,
  propose,
  proposeDate,
  report,
  settled,
  sign,
  terms,
  verify,
} from './agreement-story.fixture';
import { complianceRegion } from './agreement.rules';

const nothing = given(decider);
const inForce = nothing.when(settled());
const proposed = nothing.when(propose(US, '2025-03-10T10:00:00Z'));
const ofNobody = (command: AgreementCommand) => ({ ...command, party: null }) as AgreementCommand;

describe('a settlement that was signed', () => {
  it(
    'starts a clock for each obligation, for the reports of who owes, and for the review ' + 'half a year later (S13)',
    () => {
      expect(inForce.state).toMatchObject({
        status: 'in-force',
        firstReview: '2025-09-12',
        running: {
          'obligation:O1': { dueDate: '2025-09-30' },
          'obligation:O2': { dueDate: '2026-03-31' },
          'status-report:CN:1': { dueDate: '2025-08-28' },
          'status-report:US:1': { dueDate: '2025-08-28' },
          'compliance-review:1': { dueDate: '2025-09-12' },
        },
      });
      expect(complianceRegion(inForce.state)).toBe('on-course');
    },
  );

  it('is entered once', () => expect(inForce.when(settled()).recorded).toEqual([]));

  it('shows in public owner and date of each obligation, and no word of a text that the parties keep (I-54)', () => {
    const kept = nothing.when(settled('facts-only'));
    expect(kept.events[0]).toMatchObject({
      tier: 'PUBLIC',
      data: {
        title: [],
        obligations: [
          { id: 'O1', owner: 'US', date: '2025-09-30' },
          { id: 'O2', owner: 'CN' },
        ],
      },
    });
    expect(JSON.stringify(kept.events)).not.toContain('schedule');
  });
});

describe('the register of existing agreements', () => {
  it('takes an agreement when both desks signed one digest', () => {
    const once = proposed.when(sign(US, '2025-03-11T10:00:00Z'));
    expect([once.recorded, complianceRegion(once.state)]).toEqual([['AgreementSigned'], 'none']);
    const both = once.when(sign(CN, '2025-03-12T10:00:00Z'));
    expect(both.recorded).toEqual(['AgreementSigned', 'AgreementEntered']);
    expect(both.events.at(-1)).toMatchObject({
      tier: 'PUBLIC',
      data: { origin: { kind: 'register', source: { citation: '2020 OJ 1' } }, agreedOn: '2025-03-12' },
    });
  });

  it.each<[string, AgreementCommand, string]>([
    ['over another digest', sign(CN, '2025-03-11T10:00:00Z', digest('a')), 'agreement-digest-differs'],
    ['for neither party', ofNobody(sign(CN, '2025-03-11T10:00:00Z')), 'not-a-party'],
    ['when an obligation’s date has passed meanwhile', sign(CN, '2025-09-30T10:00:00Z'), 'obligation-date-passed'],
  ])('is not signed %s', (_name, command, code) => expect(proposed.refusalOf(command)).toBe(code));

  it('is signed by two persons, once for each side (I-05)', () => {
    const once = proposed.when(sign(US, '2025-03-11T10:00:00Z'));
    expect(once.refusalOf(sign(US, '2025-03-11T11:00:00Z'))).toBe('party-has-signed');
    expect(once.refusalOf({ ...sign(CN, '2025-03-11T11:00:00Z'), by: 'us-desk-1' } as AgreementCommand)).toBe(
      'signs-for-both-sides',
    );
  });

  it('is proposed once, and signed when it is', () => {
    expect(proposed.when(propose(US, '2025-03-10T11:00:00Z')).recorded).toEqual([]);
    expect(nothing.refusalOf(sign(CN, '2025-03-11T10:00:00Z'))).toBe('no-such-agreement');
  });

  it('leaves out what a desk declined', () => {
    const declined = proposed.when(decline(CN, '2025-03-11T10:00:00Z'));
    expect(declined.refusalOf(sign(CN, '2025-03-12T10:00:00Z'))).toBe('agreement-not-proposed');
    expect(declined.refusalOf(decline(US, '2025-03-12T10:00:00Z'))).toBe('agreement-not-proposed');
    expect(nothing.refusalOf(decline(CN, '2025-03-11T10:00:00Z'))).toBe('no-such-agreement');
  });

  it.each([
    ['no later than today', { obligations: [obligation('O1', US, '2025-03-10')] }, 'obligation-date-passed'],
    ['too soon for a report', { firstReview: '2025-03-18' as never }, 'first-review-too-soon'],
    ['further off than a review interval', { firstReview: '2025-09-11' as never }, 'first-review-too-far'],
  ])('refuses a date that is %s', (_name, changes, code) =>
    expect(nothing.refusalOf(propose(US, '2025-03-10T10:00:00Z', changes))).toBe(code),
  );

  it('reviews on the day that was agreed on, and every six months from it', () => {
    const first = { firstReview: '2025-06-30' as never };
    const over =
      proposed.state.status === 'proposed' ? nothing.when(propose(US, '2025-03-10T10:00:00Z', first)) : proposed;
    const sealed = over.state.status === 'proposed' ? over.state.digest : undefined;
    const entered = over.when(sign(US, '2025-03-11T10:00:00Z', sealed), sign(CN, '2025-03-12T10:00:00Z', sealed));
    const next = entered.when(expire('status-report:US:1'), expire('compliance-review:1'));
    expect(next.events.at(-1)).toMatchObject({
      type: 'ReviewClosed',
      data: { next: { review: 2, date: '2025-12-30' } },
    });
    expect(terms(first).firstReview).toBe('2025-06-30');
  });
});

describe('an act about an agreement', () => {
  it('needs one that is in force', () => {
    expect(nothing.refusalOf(verify(US, '2025-08-01T10:00:00Z'))).toBe('no-such-agreement');
    expect(proposed.refusalOf(verify(US, '2025-08-01T10:00:00Z'))).toBe('agreement-not-in-force');
  });

  it.each<[string, AgreementCommand, typeof nothing]>([
    ['proposed', propose(US, '2025-03-10T10:00:00Z'), nothing],
    ['declined', decline(CN, '2025-03-11T10:00:00Z'), proposed],
    ['reported on', report(US, '2025-08-20T10:00:00Z', { O1: 'done' }), inForce],
    ['verified', verify(CN, '2025-08-21T10:00:00Z'), inForce.when(report(US, '2025-08-20T10:00:00Z', { O1: 'done' }))],
    ['given another date', proposeDate(US, '2025-09-20T10:00:00Z', '2025-12-31'), inForce],
    [
      'moved to that date',
      acceptDate(CN, '2025-09-21T10:00:00Z', '2025-12-31'),
      inForce.when(proposeDate(US, '2025-09-20T10:00:00Z', '2025-12-31')),
    ],
    ['said to be unfulfilled', notice(CN, '2025-10-09T10:00:00Z'), inForce.when(expire('obligation:O1'))],
  ])('is a party’s: nothing is %s for anybody else', (_name, command, scenario) => {
    expect(scenario.refusalOf(ofNobody(command))).toBe('not-a-party');
    expect(scenario.decision(command).kind).toBe('accepted');
  });
});

describe('a status report', () => {
  it('tells of each obligation of its party, before the end of its time', () => {
    const given = inForce.when(report(US, '2025-08-28T14:59:59.999Z', { O1: 'on-course' }));
    expect(given.events.at(-1)).toMatchObject({
      type: 'StatusReportGiven',
      tier: 'PUBLIC',
      data: { late: false, entries: [{ obligation: 'O1', says: 'on-course' }] },
    });
    expect(given.refusalOf(report(US, '2025-08-29T10:00:00Z', { O1: 'on-course' }))).toBe('report-given');
  });

  it.each<[string, AgreementCommand, string]>([
    ['that leaves one out', report(US, '2025-08-20T10:00:00Z', {}), 'report-incomplete'],
    ['of an obligation of the other', report(US, '2025-08-20T10:00:00Z', { O2: 'done' }), 'report-incomplete'],
    ['for a review that is not the next', report(US, '2025-08-20T10:00:00Z', { O1: 'done' }, 2), 'no-report-owed'],
  ])('%s is refused', (_name, command, code) => expect(inForce.refusalOf(command)).toBe(code));

  it('that does not come shows red as of its expiry, once, and until a later one is given (I-18, I-54)', () => {
    const late = inForce.when(expire('status-report:US:1'));
    expect(late.events.at(-1)).toMatchObject({
      type: 'StatusReportMissed',
      occurredAt: '2025-08-28T15:00:00.000Z',
      tier: 'PUBLIC',
      data: { party: 'US' },
    });
    expect(complianceRegion(late.state)).toBe('overdue');
    expect(late.when(expire('status-report:US:1')).recorded).toEqual([]);
    const given = late.when(report(US, '2025-09-01T10:00:00Z', { O1: 'delayed' }));
    expect([complianceRegion(given.state), given.events.at(-1)]).toMatchObject([
      'overdue',
      { data: { late: true, party: 'US' } },
    ]);
    expect(complianceRegion(given.when(report(CN, '2025-09-01T11:00:00Z', { O2: 'on-course' })).state)).toBe(
      'on-course',
    );
  });

  it('at the very instant of its expiry is late, whoever comes first, its timer or the report', () => {
    const given = inForce.when(report(US, '2025-08-28T15:00:00Z', { O1: 'done' }));
    expect(given.recorded).toEqual(['StatusReportMissed', 'StatusReportMissed', 'StatusReportGiven']);
  });

  it('keeps its words from the public where the parties keep theirs', () => {
    const given = nothing.when(settled('facts-only'), report(US, '2025-08-20T10:00:00Z', { O1: 'done' }));
    expect(given.recorded).toEqual(['StatusReportGiven', 'WordsKept']);
    expect(
      given.events
        .filter(({ tier }) => tier === 'PUBLIC')
        .map((event) => JSON.stringify(event))
        .join(),
    ).not.toContain('gazette');
  });
});

describe('a date that passes', () => {
  const overdue = inForce.when(expire('obligation:O1'));

  it('is public as of its expiry, though its owner says that it is done (I-54)', () => {
    const said = inForce.when(report(US, '2025-09-10T10:00:00Z', { O1: 'done' })).when(expire('obligation:O1'));
    expect(said.events.at(-1)).toMatchObject({
      type: 'ObligationOverdue',
      occurredAt: '2025-09-30T15:00:00.000Z',
      tier: 'PUBLIC',
    });
    expect([complianceRegion(said.state), said.when(expire('obligation:O1')).recorded]).toEqual(['overdue', []]);
  });

  it('is seen before its default is on record', () => {
    expect(
      complianceRegion(
        inForce.when(
          report(US, '2025-08-20T10:00:00Z', { O1: 'done' }),
          report(CN, '2025-08-20T10:00:00Z', { O2: 'done' }),
        ).state,
        at('2025-09-30T14:59:59.999Z'),
      ),
    ).toBe('on-course');
    expect(complianceRegion(inForce.state, at('2025-09-30T15:00:00Z'))).toBe('overdue');
  });

  it('is made good by a late verification, which says that it was late', () => {
    const late = overdue.when(
      report(US, '2025-10-20T10:00:00Z', { O1: 'done' }, 2),
      verify(CN, '2025-10-21T10:00:00Z'),
    );
    expect(late.events.findLast(({ type }) => type === 'ObligationFulfilled')).toMatchObject({ data: { late: true } });
  });
});

describe('another date (I-20)', () => {
  const asked = inForce.when(proposeDate(US, '2025-09-20T10:00:00Z', '2025-12-31'));
  const moved = asked.when(acceptDate(CN, '2025-09-30T14:59:59.999Z', '2025-12-31'));

  it('needs both, before the present one passes, and shows the first one and the change (I-64)', () => {
    expect(moved.state).toMatchObject({
      obligations: [
        { terms: { date: '2025-09-30' }, date: '2025-12-31', moves: [{ from: '2025-09-30', to: '2025-12-31' }] },
        {},
      ],
    });
    expect(moved.state).toMatchObject({ running: { 'obligation:O1': { dueDate: '2025-12-31' } } });
  });

  it.each<[string, AgreementCommand, string]>([
    ['at the instant of expiry', acceptDate(CN, '2025-09-30T15:00:00Z', '2025-12-31'), 'extension-after-expiry'],
    ['by who proposed it', acceptDate(US, '2025-09-21T10:00:00Z', '2025-12-31'), 'own-proposal'],
    ['as another date', acceptDate(CN, '2025-09-21T10:00:00Z', '2026-01-31'), 'proposed-date-differs'],
    ['where none is proposed', acceptDate(CN, '2025-09-21T10:00:00Z', '2025-12-31', 'O2'), 'no-date-proposed'],
  ])('is not accepted %s', (_name, command, code) => expect(asked.refusalOf(command)).toBe(code));

  it('is later, at most by its own length again, and once', () => {
    expect(inForce.refusalOf(proposeDate(US, '2025-09-20T10:00:00Z', '2025-09-30'))).toBe('date-not-later');
    expect(inForce.refusalOf(proposeDate(US, '2025-09-20T10:00:00Z', '2026-04-21'))).toBe('extension-too-long');
    expect(inForce.when(proposeDate(US, '2025-09-20T10:00:00Z', '2026-04-20')).recorded).toContain('DateMoveProposed');
    expect(moved.refusalOf(proposeDate(CN, '2025-10-20T10:00:00Z', '2026-01-31'))).toBe('date-moved-already');
  });
});

describe('a notice of non-performance', () => {
  const overdue = inForce.when(expire('obligation:O1'));

  it('is given by the other party, once for a date, and stands as that party’s word', () => {
    const noticed = overdue.when(notice(CN, '2025-10-09T10:00:00Z'));
    expect(noticed.events.at(-1)).toMatchObject({
      type: 'NonPerformanceNoticed',
      tier: 'PUBLIC',
      data: { party: 'CN', obligation: 'O1', n: 1 },
    });
    expect(noticed.refusalOf(notice(CN, '2025-10-10T10:00:00Z'))).toBe('notice-given');
    expect(overdue.refusalOf(notice(US, '2025-10-09T10:00:00Z'))).toBe('own-obligation');
    expect(overdue.refusalOf(notice(CN, '2025-10-09T10:00:00Z', 'O9'))).toBe('no-such-obligation');
    const fulfilled = overdue.when(
      report(US, '2025-10-09T10:00:00Z', { O1: 'done' }, 2),
      verify(CN, '2025-10-09T11:00:00Z'),
    );
    expect(fulfilled.refusalOf(notice(CN, '2025-10-10T10:00:00Z'))).toBe('obligation-fulfilled');
  });

  it('follows the date, or the owner’s word that it will be late', () => {
    expect(inForce.refusalOf(notice(CN, '2025-08-20T10:00:00Z'))).toBe('obligation-not-overdue');
    expect(
      inForce.when(report(US, '2025-08-20T10:00:00Z', { O1: 'delayed' }), notice(CN, '2025-08-21T10:00:00Z')).recorded,
    ).toEqual(['NonPerformanceNoticed']);
  });
});

describe('a review', () => {
  it('closes by itself, names what is not fulfilled, and sets the next one', () => {
    const closed = inForce.when(
      report(US, '2025-08-01T10:00:00Z', { O1: 'done' }),
      verify(CN, '2025-08-02T10:00:00Z'),
      expire('compliance-review:1'),
    );
    expect(closed.events.at(-1)).toMatchObject({
      type: 'ReviewClosed',
      occurredAt: '2025-09-12T15:00:00.000Z',
      data: {
        unverified: ['O2'],
        next: { review: 2, date: '2026-03-12' },
      },
    });
    expect(closed.state).toMatchObject({
      running: { 'status-report:CN:2': { dueDate: '2026-02-26' }, 'compliance-review:2': {} },
    });
    expect(closed.when(expire('compliance-review:1')).recorded).toEqual([]);
  });
});
