import { given } from '@parley/testing';
import type { PersonId, Sha256 } from '@parley/kernel';
import type { ClaimLateEntry } from '@parley/procedure';
import type { AgreementCommand, GiveStatusReport, VerifyObligation } from '../compliance/agreement-commands.rules';
import {
  decider as agreements,
  expire as expireReport,
  report,
  settled as inForce,
  verify,
} from '../compliance/agreement-story.fixture';
import { complianceRegion } from '../compliance/agreement.rules';
import { at, CN, US } from '../referral/referral-story.fixture';
import { head } from '../repudiation/repudiated-agreement.fixture';
import type { Act } from '../referral/common-refusals.rules';
import { attemptsUntil } from '../settlement/note-screening.rules';
import type { AcceptConciliation, SettlementCommand } from '../settlement/settlement-region.rules';
import {
  acceptOf,
  decider as settlements,
  ended,
  expire as expireAnswer,
  filed as caseFiled,
  propose,
  registered as caseRegistered,
} from '../settlement/settlement-story.fixture';

/** Entered in an outage that covers it: it counts. */
const late = <Command extends Act>(act: Command, enteredAt: string): ClaimLateEntry<Command> => ({
  type: 'ClaimLateEntry',
  by: 'us-registry' as PersonId,
  party: act.party,
  receivedAt: at(enteredAt),
  entryId: 'e1',
  channel: 'Note handed over at the seat',
  cameAt: act.receivedAt,
  original: 'ab'.repeat(32) as Sha256,
  office: 'registry',
  outages: [{ from: act.receivedAt, to: at(enteredAt) }],
  act,
});

describe('an acceptance of conciliation that came by another channel', () => {
  const enter = (act: SettlementCommand, enteredAt: string): SettlementCommand =>
    late(act as AcceptConciliation, enteredAt);
  const proposed = given(settlements).when(caseFiled, caseRegistered, propose(CN, '2025-03-03T09:00:00Z'));
  const unanswered = proposed.when(expireAnswer('conciliation-answer:1'));
  const inTime = acceptOf(US, '2025-03-04T09:00:00Z');

  it('begins it, though silence had ended the proposal, by an event that points to the entry (I-19)', () => {
    const begun = unanswered.when(enter(inTime, '2025-04-10T09:00:00Z'));
    expect(begun.recorded).toEqual(['LateEntryCounted', 'DefaultSetAside', 'ConciliationBegun']);
    expect(begun.events.at(-2)).toMatchObject({
      rule: 'I-19',
      data: { becauseOf: 'e1', deadline: 'conciliation-answer:1' },
    });
    expect(begun.state).toMatchObject({
      region: 'conciliation',
      conciliations: [{ begunAt: at('2025-03-04T09:00:00Z') }],
      running: {},
    });
  });

  it('waits for the other registry’s answer for 24 hours in an urgent case', () => {
    const urgent = given(settlements).when(
      caseFiled,
      { ...caseRegistered, fact: { ...caseRegistered.fact, track: 'urgent' } } as typeof caseRegistered,
      propose(CN, '2025-03-03T09:00:00Z'),
    );
    const soon = acceptOf(US, '2025-03-03T15:00:00Z');
    const claimed = { ...enter(soon, '2025-03-04T10:00:00Z'), outages: [] } as SettlementCommand;
    const { state } = urgent.when(claimed);
    if (state.status !== 'filed') throw new Error(state.status);
    expect(Object.values(state.running).find(({ clock }) => clock === 'late-entry-answer')).toMatchObject({
      track: 'urgent',
      dueAt: at('2025-03-05T10:00:00Z'),
    });
  });

  it('was no answer for who looked before it was entered, and none was missing for who looks after (I-51)', () => {
    const { state } = unanswered.when(enter(inTime, '2025-04-10T09:00:00Z'));
    if (state.status !== 'filed') throw new Error(state.status);
    expect(attemptsUntil(state, at('2025-04-10T08:59:59Z')).map(({ kind }) => kind)).toEqual([
      'proposed',
      'unanswered',
    ]);
    expect(attemptsUntil(state, at('2025-04-10T09:00:00Z')).map(({ kind }) => kind)).toEqual(['proposed', 'begun']);
  });

  it('is refused when it came too late, when another attempt is under way, and when the screening is over', () => {
    expect(unanswered.refusalOf(enter(acceptOf(US, '2025-04-09T09:00:00Z'), '2025-04-10T09:00:00Z'))).toBe(
      'late-entry-came-too-late',
    );
    expect(unanswered.when(propose(US, '2025-04-08T09:00:00Z')).refusalOf(enter(inTime, '2025-04-10T09:00:00Z'))).toBe(
      'late-entry-overtaken',
    );
    expect(
      unanswered.when(ended('withdrawn', '2025-04-09T09:00:00Z')).refusalOf(enter(inTime, '2025-04-10T09:00:00Z')),
    ).toBe('screening-ended');
    expect(unanswered.refusalOf(enter(acceptOf(CN, '2025-03-04T09:00:00Z'), '2025-04-10T09:00:00Z'))).toBe(
      'own-proposal',
    );
  });

  it('is simply given while it is awaited', () => {
    expect(proposed.when(enter(inTime, '2025-03-05T09:00:00Z')).recorded).toEqual([
      'LateEntryCounted',
      'ConciliationBegun',
    ]);
  });
});

describe('a status report that came by another channel', () => {
  const enter = (act: AgreementCommand, enteredAt: string): AgreementCommand =>
    late(act as GiveStatusReport, enteredAt);
  const missed = given(agreements).when(inForce(), expireReport('status-report:US:1'));
  const inTime = report(US, '2025-08-20T09:00:00Z', { O1: 'on-course' });

  it('shows red no more', () => {
    const given1 = missed.when(enter(inTime, '2025-09-02T09:00:00Z'));
    expect(given1.recorded.slice(-3)).toEqual(['LateEntryCounted', 'DefaultSetAside', 'StatusReportGiven']);
    expect(given1.events.at(-1)).toMatchObject({ data: { late: false } });
    expect(given1.state).toMatchObject({
      reports: expect.arrayContaining([expect.objectContaining({ party: US, state: 'given' })]) as unknown,
    });
  });

  it('does so even when the party has given it once more, late, and when the review has closed', () => {
    const again = missed
      .when(report(US, '2025-09-01T09:00:00Z', { O1: 'delayed' }))
      .when(enter(inTime, '2025-09-02T09:00:00Z'));
    expect(again.recorded).toContain('DefaultSetAside');
    const closed = missed.when(expireReport('compliance-review:1'));
    const after = closed.when(enter(inTime, '2025-09-20T09:00:00Z'));
    expect(after.recorded.slice(-3)).toEqual(['LateEntryCounted', 'DefaultSetAside', 'StatusReportGiven']);
    expect(after.state).toMatchObject({ review: { n: 2 } });
  });

  it('is repudiated for 5 joint business days after it counted, however long before it came (I-67)', () => {
    const counted = missed.when(enter(inTime, '2025-09-02T09:00:00Z'));
    const repudiate = (receivedAt: string): AgreementCommand => head(US, receivedAt, 'status-report:1:1');
    expect(counted.when(repudiate('2025-09-09T14:59:59.999Z')).recorded).toContain('ActRepudiated');
    expect(counted.refusalOf(repudiate('2025-09-09T15:00:00.000Z'))).toBe('repudiation-out-of-time');
  });

  it('is refused when it came late, or is awaited by nobody', () => {
    expect(
      missed.refusalOf(enter(report(US, '2025-09-01T09:00:00Z', { O1: 'on-course' }), '2025-09-02T09:00:00Z')),
    ).toBe('late-entry-came-too-late');
    expect(
      missed.refusalOf(enter(report(US, '2025-08-20T09:00:00Z', { O1: 'on-course' }, 7), '2025-09-02T09:00:00Z')),
    ).toBe('late-entry-nothing-awaited');
  });
});

describe('an answer to a status report that came by another channel', () => {
  const enter = (act: AgreementCommand, enteredAt: string): AgreementCommand =>
    late(act as VerifyObligation, enteredAt);
  const reported = given(agreements).when(inForce(), report(US, '2025-08-01T10:00:00Z', { O1: 'done' }));
  const silent = reported.when(expireReport('verification:O1'));
  const refused = verify(CN, '2025-08-28T10:00:00Z', 'O1', 'refused');

  it('makes disputed what silence had fulfilled, and the limits that had ended with it run again', () => {
    const disputed = silent.when(enter(refused, '2025-09-01T10:00:00Z'));
    expect(disputed.recorded.slice(-3)).toEqual(['LateEntryCounted', 'DefaultSetAside', 'ObligationVerified']);
    expect(disputed.events.find(({ type }) => type === 'DefaultSetAside')).toMatchObject({
      data: { deadline: 'verification:O1', closes: [] },
    });
    expect(disputed.state).toMatchObject({
      obligations: [{ state: 'open', reported: { says: 'done', standing: 'disputed' } }, {}],
      reports: expect.arrayContaining([expect.objectContaining({ party: US, state: 'given' })]) as unknown,
      // Nobody knew of it before it counted: the co-heads have their full time.
      running: { 'obligation:O1': { dueDate: '2025-09-30' }, 'joint-check:O1': { dueDate: '2025-09-30' } },
    });
    expect(disputed.state).not.toHaveProperty('running.verification:O1');
  });

  it('brings back an agreement that silence had fulfilled as a whole, though nothing else can be done about it', () => {
    const all = reported
      .when(report(CN, '2025-08-02T10:00:00Z', { O2: 'done' }), verify(US, '2025-08-04T10:00:00Z', 'O2'))
      .when(expireReport('verification:O1'));
    expect([all.recorded.at(-1), complianceRegion(all.state as never)]).toEqual(['AgreementFulfilled', 'fulfilled']);
    expect(all.refusalOf(refused)).toBe('agreement-fulfilled');
    const back = all.when(enter(refused, '2025-09-01T10:00:00Z'));
    expect(complianceRegion(back.state as never)).toBe('on-course');
    expect(Object.keys((back.state as { running: object }).running).toSorted()).toEqual([
      'compliance-review:1',
      'joint-check:O1',
      'obligation:O1',
    ]);
    expect(back.when(expireReport('obligation:O1')).recorded).toEqual(['ObligationOverdue']);
  });

  it('leaves fulfilled what it verifies, on the word of the other side', () => {
    const verified = silent.when(enter(verify(CN, '2025-08-28T10:00:00Z'), '2025-09-01T10:00:00Z'));
    expect(verified.state).toMatchObject({
      obligations: [{ state: 'fulfilled', reported: { standing: 'verified' } }, {}],
    });
    expect(verified.state).not.toHaveProperty('running.obligation:O1');
  });

  it('waits for its own answer though all is fulfilled meanwhile, and is without effect when none comes', () => {
    const uncovered = { ...enter(refused, '2025-08-29T10:00:00Z'), outages: [] } as AgreementCommand;
    const waiting = reported
      .when(report(CN, '2025-08-02T10:00:00Z', { O2: 'done' }), verify(US, '2025-08-04T10:00:00Z', 'O2'))
      .when(uncovered)
      .when(expireReport('verification:O1'));
    expect(Object.keys((waiting.state as { running: object }).running)).toEqual(['late-entry:e1']);
    const lapsed = waiting.when(expireReport('late-entry:e1'));
    expect([lapsed.recorded, complianceRegion(lapsed.state as never)]).toEqual([['LateEntryLapsed'], 'fulfilled']);
  });

  it('is refused when it came too late, is of the owner, or its owner has said something else since', () => {
    const at2 = '2025-09-01T10:00:00Z';
    expect(silent.refusalOf(enter(verify(CN, '2025-08-29T15:00:00Z', 'O1', 'refused'), at2))).toBe(
      'late-entry-came-too-late',
    );
    expect(silent.refusalOf(enter(verify(US, '2025-08-28T10:00:00Z'), at2))).toBe('own-obligation');
    expect(silent.refusalOf(enter(verify(US, '2025-08-28T10:00:00Z', 'O2'), at2))).toBe('late-entry-nothing-awaited');
    const onCourse = given(agreements)
      .when(inForce(), report(US, '2025-08-01T10:00:00Z', { O1: 'on-course' }))
      .when(expireReport('verification:O1'), report(US, '2025-08-30T10:00:00Z', { O1: 'done' }));
    const answer = verify(CN, '2025-08-28T10:00:00Z', 'O1', 'refused', 'on-course');
    expect(onCourse.refusalOf(enter(answer, at2))).toBe('late-entry-overtaken');
    expect(
      silent.when(enter(refused, at2)).refusalOf({ ...enter(refused, at2), entryId: 'e2' } as AgreementCommand),
    ).toBe('late-entry-overtaken');
  });
});
