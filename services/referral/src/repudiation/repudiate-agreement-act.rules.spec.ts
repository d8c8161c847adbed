import { given } from '@parley/testing';
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
  verify,
} from '../compliance/agreement-story.fixture';
import { complianceRegion } from '../compliance/agreement.rules';
import { at, CN, US } from '../referral/referral-story.fixture';
import { dueOf, head, inForce, obligation } from './repudiated-agreement.fixture';
import type { RepudiateAct } from './repudiation.rules';

const proposed = given(decider).when(propose(CN, '2025-03-03T10:00:00Z'), sign(CN, '2025-03-04T10:00:00Z'));
const entered = proposed.when(sign(US, '2025-03-05T10:00:00Z'));
const agreed = given(decider).when(settled());

describe('the repudiation of a signature of an agreement of the register', () => {
  const undone = entered.when(head(US, '2025-03-10T10:00:00Z', 'agreement-signature'));

  it('leaves a proposal that awaits that signature alone, and no limit', () => {
    expect(undone.events.at(-1)).toMatchObject({
      type: 'ActRepudiated',
      rule: 'I-67',
      tier: 'PUBLIC',
      data: { kind: 'agreement-signature', party: US, doneBy: 'us-desk-1', undoesAgreement: true, opens: [] },
    });
    expect(undone.events.at(-1)?.data).toMatchObject({ closes: Object.keys(inForce(entered.state).running) });
    expect(undone.state).toMatchObject({ status: 'proposed', signatures: [{ party: CN }] });
    expect(undone.when(expire('obligation:O1')).recorded).toEqual([]);
    expect(undone.refusalOf(report(US, '2025-03-11T10:00:00Z', { O1: 'done' }))).toBe('agreement-not-in-force');
  });

  it('bars neither another signature nor that the other side declines', () => {
    const again = undone.when(sign(US, '2025-03-11T10:00:00Z'));
    expect(again.recorded).toEqual(['AgreementSigned', 'AgreementEntered']);
    expect(again.when(head(US, '2025-03-12T10:00:00Z', 'agreement-signature')).recorded).toEqual(['ActRepudiated']);
    const reported = entered.when(report(US, '2025-03-06T10:00:00Z', { O1: 'done' }));
    const entry = reported.when(
      head(US, '2025-03-10T10:00:00Z', 'agreement-signature'),
      sign(US, '2025-03-11T10:00:00Z'),
    );
    expect(obligation(entry.state)).not.toHaveProperty('reported');
    expect(entry.refusalOf(head(US, '2025-03-12T10:00:00Z', 'status-report:1:1'))).toBe('unknown-act-to-repudiate');
    expect(undone.when(decline(CN, '2025-03-11T10:00:00Z')).state.status).toBe('declined');
  });

  it('is told to nobody but the parties while one desk alone has signed', () => {
    const unsigned = proposed.when(head(CN, '2025-03-05T10:00:00Z', 'agreement-signature'));
    expect(unsigned.events.at(-1)).toMatchObject({ tier: 'PARTIES', data: { undoesAgreement: false } });
    expect(unsigned.state).toMatchObject({ status: 'proposed', signatures: [] });
  });

  it.each<[string, RepudiateAct, string]>([
    [
      'by an officer who does not head the delegation',
      head(US, '2025-03-06T10:00:00Z', 'agreement-signature', { isHead: false }),
      'repudiated-by-its-head-alone',
    ],
    ['by nobody’s party', head(US, '2025-03-06T10:00:00Z', 'agreement-signature', { party: null }), 'not-a-party'],
    ['of what was not done', head(US, '2025-03-06T10:00:00Z', 'status-report:1:1'), 'unknown-act-to-repudiate'],
    [
      'when its own time is over, though that of the other signature is not',
      head(CN, '2025-03-11T16:00:00.000Z', 'agreement-signature'),
      'repudiation-out-of-time',
    ],
  ])('is refused %s', (_, command, code) => {
    expect(entered.refusalOf(command)).toBe(code);
  });

  it('is each side’s of its own, until the last millisecond, and once', () => {
    expect(proposed.refusalOf(head(US, '2025-03-05T10:00:00Z', 'agreement-signature'))).toBe('act-of-the-other-side');
    const last = head(US, '2025-03-12T15:59:59.999Z', 'agreement-signature');
    expect(entered.when(last).refusalOf(last)).toBe('repudiated-already');
  });

  it('is none of a settlement here, nor of what is declined', () => {
    expect(agreed.refusalOf(head(US, '2025-03-13T10:00:00Z', 'agreement-signature'))).toBe('unknown-act-to-repudiate');
    const declined = proposed.when(decline(US, '2025-03-05T10:00:00Z'));
    expect(declined.refusalOf(head(CN, '2025-03-06T10:00:00Z', 'agreement-signature'))).toBe('agreement-not-in-force');
  });
});

describe('the repudiation of a status report', () => {
  const reported = agreed.when(report(US, '2025-08-27T10:00:00Z', { O1: 'done' }));

  it('leaves nothing to answer, and the report owed by the end that it had', () => {
    const undone = reported.when(head(US, '2025-08-28T10:00:00Z', 'status-report:1:1'));
    expect(undone.events.at(-1)?.data).toMatchObject({ closes: ['verification:O1'], obligations: ['O1'] });
    expect(obligation(undone.state)).not.toHaveProperty('reported');
    expect(dueOf(undone.state, 'status-report:US:1')).toBe(dueOf(agreed.state, 'status-report:US:1'));
    expect(inForce(undone.state).reports[0]).toMatchObject({ party: CN });
    expect(inForce(undone.state).reports[1]).toMatchObject({ party: US, state: 'due', entries: [] });
    expect(undone.refusalOf(verify(CN, '2025-08-29T10:00:00Z'))).toBe('nothing-to-verify');
  });

  it('gives its side no time: once the end has passed, the report is missing at once', () => {
    const when = '2025-09-02T10:00:00Z';
    const undone = reported.when(head(US, when, 'status-report:1:1'));
    expect(dueOf(undone.state, 'status-report:US:1')).toBe(at(when));
    const missed = undone.when(expire('status-report:US:1'));
    expect(missed.recorded).toEqual(['StatusReportMissed']);
    expect(complianceRegion(missed.state)).toBe('overdue');
    const late = missed.when(report(US, '2025-09-03T10:00:00Z', { O1: 'done' }));
    expect(inForce(late.state).reports[1]).toMatchObject({ state: 'given-late' });
    const again = late.when(head(US, '2025-09-04T10:00:00Z', 'status-report:1:2'));
    expect(inForce(again.state).reports[1]).toMatchObject({ state: 'missing' });
    expect(again.events.at(-1)?.data).toMatchObject({ opens: [] });
  });

  it('brings back what was said before, and gives the other side at least 5 joint business days to answer that', () => {
    const first = agreed.when(report(US, '2025-04-01T10:00:00Z', { O1: 'delayed' }));
    const before = dueOf(first.state, 'verification:O1');
    const second = first.when(report(US, '2025-04-28T10:00:00Z', { O1: 'done' }));
    expect(dueOf(second.state, 'verification:O1')).not.toBe(before);
    const early = second.when(head(US, '2025-04-28T12:00:00Z', 'status-report:1:2'));
    expect(obligation(early.state)?.reported).toMatchObject({ says: 'delayed', standing: 'awaited' });
    expect(inForce(early.state).reports[1]).toMatchObject({ state: 'given', entries: [{ says: 'delayed' }] });
    expect(before).toBe(at('2025-04-30T15:00:00Z'));
    // The holidays of May stand between.
    expect(dueOf(early.state, 'verification:O1')).toBe(at('2025-05-08T15:00:00Z'));
  });

  it('takes nothing from the other side that has answered: the report stands as far as it is answered', () => {
    const refusedThen = reported.when(verify(CN, '2025-08-28T10:00:00Z', 'O1', 'refused'));
    expect(refusedThen.refusalOf(head(US, '2025-08-29T10:00:00Z', 'status-report:1:1'))).toBe('report-answered');
    const verified = reported.when(verify(CN, '2025-08-28T10:00:00Z'));
    expect(verified.refusalOf(head(US, '2025-08-29T10:00:00Z', 'status-report:1:1'))).toBe('report-answered');
  });

  it('ends no dispute: what was said anew in it goes, and the dispute with its check stays', () => {
    const disputed = reported.when(verify(CN, '2025-08-28T10:00:00Z', 'O1', 'refused'));
    const check = dueOf(disputed.state, 'joint-check:O1');
    const undone = disputed.when(
      report(US, '2025-08-29T10:00:00Z', { O1: 'delayed' }),
      head(US, '2025-09-01T10:00:00Z', 'status-report:1:2'),
    );
    expect(obligation(undone.state)?.reported).toMatchObject({ says: 'done', standing: 'disputed' });
    expect(dueOf(undone.state, 'joint-check:O1')).toBe(check);
  });
});

describe('the repudiation of an answer to a report', () => {
  const reported = given(decider)
    .when(propose(CN, '2025-03-03T10:00:00Z'), sign(CN, '2025-03-04T10:00:00Z'), sign(US, '2025-03-05T10:00:00Z'))
    .when(report(US, '2025-08-27T10:00:00Z', { O1: 'done' }));
  const end = dueOf(reported.state, 'verification:O1');
  const verified = reported.when(verify(CN, '2025-09-22T10:00:00Z'));

  it('lets what is reported await its answer by the end that it had, and fulfils nothing', () => {
    expect(inForce(verified.state)).toHaveProperty('fulfilledAt');
    const undone = verified.when(head(CN, '2025-09-23T10:00:00Z', 'verification:O1:1'));
    expect(undone.events.at(-1)).toMatchObject({ tier: 'PUBLIC', data: { kind: 'verification', obligations: ['O1'] } });
    expect(obligation(undone.state)).toMatchObject({ state: 'open', reported: { says: 'done', standing: 'awaited' } });
    expect(inForce(undone.state)).not.toHaveProperty('fulfilledAt');
    expect(dueOf(undone.state, 'verification:O1')).toBe(end);
    expect(complianceRegion(undone.state)).toBe('on-course');
    expect(undone.when(verify(CN, '2025-09-24T10:00:00Z', 'O1', 'refused')).recorded).toEqual(['ObligationVerified']);
  });

  it('gives no time to its side: once the end has passed, its silence counts at once', () => {
    const when = '2025-09-29T10:00:00Z';
    expect(end).toBe(at('2025-09-25T15:00:00Z'));
    const undone = verified.when(head(CN, when, 'verification:O1:1'));
    expect(dueOf(undone.state, 'verification:O1')).toBe(at(when));
    expect(undone.refusalOf(verify(CN, '2025-09-29T10:00:01Z', 'O1', 'refused'))).toBe('obligation-fulfilled');
    const silent = undone.when(expire('verification:O1'));
    expect(silent.recorded).toEqual(['ObligationVerifiedBySilence', 'ObligationFulfilled', 'AgreementFulfilled']);
  });

  it('gives the owner at least 5 joint business days for what fell due while it was fulfilled', () => {
    const late = given(decider)
      .when(propose(CN, '2025-03-03T10:00:00Z'), sign(CN, '2025-03-04T10:00:00Z'), sign(US, '2025-03-05T10:00:00Z'))
      .when(report(US, '2025-09-24T10:00:00Z', { O1: 'done' }, 2), verify(CN, '2025-09-29T10:00:00Z'));
    const undone = late.when(head(CN, '2025-10-01T10:00:00Z', 'verification:O1:1'));
    // The holidays of October stand between: the fifth joint business day after the ninth is the seventeenth.
    expect(dueOf(undone.state, 'obligation:O1')).toBe(at('2025-10-17T15:00:00Z'));
    expect(obligation(undone.state)?.deadline).toMatchObject({ dueAt: at('2025-10-17T15:00:00Z') });
    expect(complianceRegion(undone.state, at('2025-10-02T10:00:00Z'))).toBe('on-course');
  });

  it('lets the owner report before a review that was set while all its own was fulfilled', () => {
    const closed = agreed.when(
      report(US, '2025-08-27T10:00:00Z', { O1: 'done' }),
      verify(CN, '2025-09-10T10:00:00Z'),
      expire('compliance-review:1'),
    );
    expect(dueOf(closed.state, 'status-report:US:2')).toBeUndefined();
    const undone = closed.when(head(CN, '2025-09-16T10:00:00Z', 'verification:O1:1'));
    expect(dueOf(undone.state, 'status-report:US:2')).toBe(dueOf(undone.state, 'status-report:CN:2'));
    const disputed = undone.when(verify(CN, '2025-09-17T10:00:00Z', 'O1', 'refused'));
    const said = disputed.when(report(US, '2025-09-18T10:00:00Z', { O1: 'delayed' }, 2));
    expect(obligation(said.state)?.reported).toMatchObject({ says: 'delayed', standing: 'disputed' });
  });

  it('ends the dispute that rested on a refusal alone, and its check', () => {
    const refusedThen = reported.when(verify(CN, '2025-09-22T10:00:00Z', 'O1', 'refused'));
    const undone = refusedThen.when(head(CN, '2025-09-23T10:00:00Z', 'verification:O1:1'));
    expect(obligation(undone.state)?.reported).toMatchObject({ says: 'done', standing: 'awaited' });
    expect(dueOf(undone.state, 'joint-check:O1')).toBeUndefined();
    expect(dueOf(undone.state, 'verification:O1')).toBe(end);
    const anew = refusedThen.when(
      report(US, '2025-09-22T11:00:00Z', { O1: 'delayed' }, 2),
      head(CN, '2025-09-23T10:00:00Z', 'verification:O1:1'),
    );
    expect(obligation(anew.state)?.reported).toMatchObject({ says: 'delayed', standing: 'awaited' });
  });

  it('leads back into the dispute that the answer had ended', () => {
    const disputed = reported.when(
      verify(CN, '2025-09-22T10:00:00Z', 'O1', 'refused'),
      verify(CN, '2025-09-23T10:00:00Z'),
    );
    const undone = disputed.when(head(CN, '2025-09-24T10:00:00Z', 'verification:O1:2'));
    expect(obligation(undone.state)?.reported).toMatchObject({ standing: 'disputed' });
    expect(dueOf(undone.state, 'joint-check:O1')).toBeDefined();
  });

  it('has nothing to undo once the same side has answered otherwise', () => {
    const answered = reported.when(
      verify(CN, '2025-09-22T10:00:00Z', 'O1', 'refused'),
      verify(CN, '2025-09-23T10:00:00Z'),
      head(CN, '2025-09-24T10:00:00Z', 'verification:O1:1'),
    );
    expect(answered.events.at(-1)?.data).toMatchObject({ opens: [], closes: [], obligations: [] });
    expect(obligation(answered.state)).toMatchObject({ state: 'fulfilled' });
  });

  it('is each side’s of its own', () => {
    expect(verified.refusalOf(head(US, '2025-09-23T10:00:00Z', 'verification:O1:1'))).toBe('act-of-the-other-side');
  });
});

describe('the repudiation of a consent to a later date', () => {
  const moved = agreed.when(
    proposeDate(US, '2025-09-24T10:00:00Z', '2025-12-15'),
    acceptDate(CN, '2025-09-26T10:00:00Z', '2025-12-15'),
  );
  const old = dueOf(agreed.state, 'obligation:O1');

  it('lets the date before stand, and keeps the change in sight (I-64)', () => {
    const undone = moved.when(head(US, '2025-09-29T10:00:00Z', 'later-date:O1:1'));
    expect(dueOf(undone.state, 'obligation:O1')).toBe(old);
    expect(obligation(undone.state)).toMatchObject({
      date: '2025-09-30',
      moves: [{ to: '2025-12-15', repudiatedAt: '2025-09-29T10:00:00.000Z' }],
    });
  });

  it('gives no time to the owner that repudiates, and at least 5 joint business days to one that relied on it', () => {
    const when = '2025-10-01T10:00:00Z';
    const own = moved.when(head(US, when, 'later-date:O1:1'));
    expect(dueOf(own.state, 'obligation:O1')).toBe(at(when));
    expect(own.when(expire('obligation:O1')).recorded).toEqual(['ObligationOverdue']);
    const others = moved.when(head(CN, when, 'later-date:O1:1'));
    expect(dueOf(others.state, 'obligation:O1')).toBe(at('2025-10-17T15:00:00Z'));
  });

  it('never gives more than the later date had', () => {
    const short = agreed.when(
      proposeDate(US, '2025-09-24T10:00:00Z', '2025-10-02'),
      acceptDate(CN, '2025-09-26T10:00:00Z', '2025-10-02'),
    );
    const undone = short.when(head(CN, '2025-10-01T10:00:00Z', 'later-date:O1:1'));
    expect(dueOf(undone.state, 'obligation:O1')).toBe(dueOf(short.state, 'obligation:O1'));
  });

  it('has nothing to undo where the same date was proposed and agreed on anew', () => {
    const anew = agreed.when(
      proposeDate(US, '2025-09-23T10:00:00Z', '2025-12-15'),
      proposeDate(US, '2025-09-24T10:00:00Z', '2025-12-15'),
      acceptDate(CN, '2025-09-26T10:00:00Z', '2025-12-15'),
      head(US, '2025-09-29T10:00:00Z', 'later-date:O1:1'),
    );
    expect(obligation(anew.state)).toMatchObject({ date: '2025-12-15' });
  });

  it('takes a proposal away that awaits an answer, and tells the parties alone', () => {
    const undone = agreed.when(
      proposeDate(US, '2025-09-24T10:00:00Z', '2025-12-15'),
      head(US, '2025-09-25T10:00:00Z', 'later-date:O1:1'),
    );
    expect(undone.events.at(-1)).toMatchObject({ tier: 'PARTIES', data: { obligations: ['O1'], opens: [] } });
    expect(undone.refusalOf(acceptDate(CN, '2025-09-26T10:00:00Z', '2025-12-15'))).toBe('no-date-proposed');
  });
});

describe('the repudiation of a notice of non-performance', () => {
  it('leaves its words in sight as repudiated, and lets its side give another', () => {
    const noticed = agreed.when(
      report(US, '2025-08-27T10:00:00Z', { O1: 'delayed' }),
      notice(CN, '2025-08-28T10:00:00Z'),
    );
    const undone = noticed.when(head(CN, '2025-08-29T10:00:00Z', 'non-performance-notice:O1:1'));
    expect(obligation(undone.state)?.notices).toMatchObject([{ n: 1, repudiatedAt: '2025-08-29T10:00:00.000Z' }]);
    expect(noticed.refusalOf(notice(CN, '2025-08-29T11:00:00Z'))).toBe('notice-given');
    expect(undone.when(notice(CN, '2025-08-29T11:00:00Z')).recorded).toEqual(['NonPerformanceNoticed']);
  });
});
