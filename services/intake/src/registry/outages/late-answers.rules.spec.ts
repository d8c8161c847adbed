import type { PartyCode } from '@parley/kernel';
import { given } from '@parley/testing';
import { amend, answer, claim, first, withClaims } from '../../case/amendments/amendments-story.fixture';
import type { AnswerAmendment } from '../../case/amendments/amendments.rules';
import type { CaseCommand, RegisteredCase } from '../../case/case-commands.rules';
import {
  at,
  complainant,
  decider,
  expire,
  person,
  registered,
  registry,
  reply,
  respondent,
} from '../../case/case-story.fixture';
import { extension, propose, reopening, sign, suspension } from '../../case/consent/consent-story.fixture';
import type { AnswerSummary } from '../../case/summaries/summaries.rules';

const ENTERED = '2025-03-10T10:00:00Z';
const entry = (cameAt: string, entered = ENTERED) => ({
  ...registry(entered),
  entryId: 'e1',
  channel: 'Note handed over at the seat',
  cameAt: at(cameAt),
});
const story = given(decider).when(...registered);
const runningOf = ({ state }: { readonly state: unknown }) => (state as RegisteredCase).running;
const own = { by: registry(ENTERED).by };

describe('an answer to a request for a summary that came by another channel', () => {
  const asked = story.when({
    type: 'RequestSummary',
    ...complainant('2025-02-10T10:00:00Z'),
    of: 'USA-1',
    reasons: [],
  });
  const unanswered = asked.when(expire('summary:US:1'));
  const text = [{ lang: 'en', text: 'Prices fell by a third.', kind: 'original' }] as const;
  const enter = (cameAt: string, act: Partial<AnswerSummary> = {}, entered = ENTERED): CaseCommand => ({
    type: 'EnterFallbackSummary',
    ...entry(cameAt, entered),
    act: { type: 'AnswerSummary', ...respondent(cameAt), summaryId: 'summary:US:1', answer: 'given', text, ...act },
  });

  it('stands in the place of the silence, by an event that points to the entry (I-19)', () => {
    const proved = unanswered.when(enter('2025-02-12T10:00:00Z'));
    expect(proved.recorded).toEqual(['FallbackEntryMade', 'DefaultSetAside', 'SummaryAnswered']);
    expect(proved.events.at(-2)).toMatchObject({
      rule: 'I-19',
      tier: 'PUBLIC',
      data: { becauseOf: 'e1', act: 'summary-answer', deadline: 'summary:US:1', enteredAt: at(ENTERED) },
    });
    expect(proved.state).toMatchObject({ summaries: [{ outcome: { kind: 'given', at: at('2025-02-12T10:00:00Z') } }] });
    expect(proved.refusalOf(enter('2025-02-12T10:00:00Z'))).toBe('summary-answered');
  });

  it('is simply the answer while it is awaited', () => {
    expect(asked.when(enter('2025-02-12T10:00:00Z', {}, '2025-02-13T10:00:00Z')).recorded).toEqual([
      'FallbackEntryMade',
      'SummaryAnswered',
    ]);
  });

  it('came in time, to a request that there is, from the side that was asked and not from who enters it', () => {
    const { dueAt } = runningOf(asked)['summary:US:1'] ?? { dueAt: '' };
    expect(unanswered.refusalOf(enter(dueAt))).toBe('fallback-receipt-out-of-time');
    expect(unanswered.refusalOf(enter('2025-02-10T09:59:59Z'))).toBe('fallback-receipt-before-its-time');
    expect(unanswered.refusalOf(enter('2025-03-11T10:00:00Z'))).toBe('fallback-receipt-in-the-future');
    expect(unanswered.refusalOf(enter('2025-02-12T10:00:00Z', { summaryId: 'constructor' }))).toBe(
      'unknown-summary-request',
    );
    expect(unanswered.refusalOf(enter('2025-02-12T10:00:00Z', complainant('2025-02-12T10:00:00Z')))).toBe(
      'own-summary-request',
    );
    expect(unanswered.decision(enter('2025-02-12T10:00:00Z', { party: 'FR' as PartyCode }))).toMatchObject({
      reason: { code: 'not-a-party' },
      path: '/summaryAnswer/party',
    });
    expect(unanswered.refusalOf(enter('2025-02-12T10:00:00Z', own))).toBe('enters-own-act');
    expect(
      unanswered
        .when(expire('reply'), expire('officials'), {
          type: 'WithdrawGrievance',
          ...complainant('2025-03-06T10:00:00Z'),
        })
        .refusalOf(enter('2025-02-12T10:00:00Z')),
    ).toBe('screening-ended');
    expect(
      asked
        .when({ type: 'WithdrawGrievance', ...complainant('2025-02-13T10:00:00Z') })
        .refusalOf(enter('2025-02-12T10:00:00Z')),
    ).toBe('screening-ended');
  });
});

describe('an answer to an amendment that came by another channel', () => {
  const supplemented = story.when(
    amend('supplement', withClaims(first, claim('C2', 'II')), '2025-02-10T10:00:00Z'),
    reply('2025-02-20T10:00:00Z'),
  );
  const unanswered = supplemented.when(expire('reply:S1'));
  const enter = (cameAt: string, changes: object = {}, entered = ENTERED): CaseCommand => ({
    type: 'EnterFallbackAmendmentReply',
    ...entry(cameAt, entered),
    act: { ...(answer('S1', ['C2'], cameAt) as AnswerAmendment), ...changes },
  });

  it('comes beside the consultations that the lapse has started, whose time stays as it is (I-19)', () => {
    const proved = unanswered.when(enter('2025-02-24T10:00:00Z'));
    expect(proved.recorded).toEqual(['FallbackEntryMade', 'DefaultSetAside', 'AmendmentAnswered']);
    expect(proved.events.at(-1)).toMatchObject({ data: { opens: [], closes: ['reply:S1'] } });
    expect(proved.state).toMatchObject({
      amendments: [{ stage: 'consultations', answer: { at: at('2025-02-24T10:00:00Z') } }],
    });
    expect(runningOf(proved)).toEqual(runningOf(unanswered));
    expect(proved.refusalOf(enter('2025-02-24T10:00:00Z'))).toBe('not-awaiting-reply');
  });

  it('reopens no consultations that are over', () => {
    const closed = unanswered.when(expire('consultations:S1'));
    expect(closed.when(enter('2025-02-24T10:00:00Z', {}, '2025-04-10T10:00:00Z')).state).toMatchObject({
      amendments: [{ stage: 'closed', answer: { at: at('2025-02-24T10:00:00Z') } }],
    });
  });

  it('is simply the answer while it is awaited, and starts the consultations', () => {
    const answered = supplemented.when(enter('2025-02-24T10:00:00Z', {}, '2025-02-25T10:00:00Z'));
    expect(answered.recorded).toEqual(['FallbackEntryMade', 'AmendmentAnswered']);
    expect(runningOf(answered)).toHaveProperty('consultations:S1');
  });

  it('is too late once its claims are gone, and is refused with the reason where anything else is wrong', () => {
    const gone = unanswered.when({ type: 'WithdrawClaims', ...complainant('2025-03-03T10:00:00Z'), claims: ['C2'] });
    expect(gone.refusalOf(enter('2025-02-24T10:00:00Z'))).toBe('fallback-overtaken');
    expect(unanswered.refusalOf(enter('2025-02-25T17:00:00+01:00'))).toBe('fallback-receipt-out-of-time');
    expect(unanswered.refusalOf(enter('2025-02-24T10:00:00Z', complainant('2025-02-24T10:00:00Z')))).toBe(
      'not-the-respondent',
    );
    expect(unanswered.refusalOf(enter('2025-02-24T10:00:00Z', { amendmentId: 'S2' }))).toBe('unknown-amendment');
    expect(
      unanswered.refusalOf(enter('2025-02-24T10:00:00Z', { counterStatements: [{ claim: 'C1', statement: [] }] })),
    ).toBe('claim-not-of-the-amendment');
    expect(
      unanswered.decision(enter('2025-02-24T10:00:00Z', { counterStatements: [{ claim: 'C1', statement: [] }] })),
    ).toMatchObject({ path: '/amendmentReply/counterStatements/0/claim' });
    expect(unanswered.refusalOf(enter('2025-02-24T10:00:00Z', { party: null }))).toBe('not-a-party');
    const over = unanswered.when(expire('officials'), {
      type: 'WithdrawGrievance',
      ...complainant('2025-03-06T10:00:00Z'),
    });
    expect(over.refusalOf(enter('2025-02-24T10:00:00Z'))).toBe('screening-ended');
    const ended = supplemented.when({ type: 'WithdrawGrievance', ...complainant('2025-02-24T12:00:00Z') });
    expect(ended.refusalOf(enter('2025-02-24T10:00:00Z'))).toBe('screening-ended');
    expect(unanswered.refusalOf(enter('2025-02-24T10:00:00Z', own))).toBe('enters-own-act');
  });
});

describe('a signature of a proposal that came by another channel', () => {
  const enter = (
    matter: Parameters<typeof sign>[0],
    cameAt: string,
    changes: object = {},
    entered = ENTERED,
  ): CaseCommand => {
    const { signatories: _of, ...act } = sign(matter, cameAt);
    return { type: 'EnterFallbackSignature', ...entry(cameAt, entered), act: { ...act, ...changes } };
  };
  const pause = suspension(null);
  const proposed = story.when(reply('2025-02-10T09:00:00Z'), propose(pause, '2025-02-10T10:00:00Z'));
  const lapsed = proposed.when(expire('proposal:1'));

  it('brings about what both signed, from the entry on: what had happened by then stands (I-19)', () => {
    const proved = lapsed.when(expire('officials'), enter(pause, '2025-02-12T10:00:00Z', {}, '2025-02-28T10:00:00Z'));
    expect(proved.recorded.slice(-4)).toEqual([
      'FallbackEntryMade',
      'DefaultSetAside',
      'ProposalSigned',
      'ScreeningSuspended',
    ]);
    const [made, setAside, signed, suspended] = proved.events.slice(-4);
    expect([made?.occurredAt, setAside?.occurredAt, signed?.occurredAt, suspended?.occurredAt]).toEqual([
      ...Array<string>(3).fill(at('2025-02-12T10:00:00Z')),
      at('2025-02-28T10:00:00Z'),
    ]);
    expect(setAside).toMatchObject({
      tier: 'PARTIES',
      data: { becauseOf: 'e1', act: 'proposal-signature', deadline: 'proposal:1' },
    });
    expect(proved.state).toMatchObject({
      status: 'suspended',
      proposals: [{ end: { kind: 'signed', at: at('2025-02-28T10:00:00Z') } }],
    });
    expect(proved.refusalOf(enter(pause, '2025-02-12T10:00:00Z', {}, '2025-02-28T11:00:00Z'))).toBe(
      'fallback-nothing-awaited',
    );
  });

  it('has effect from its entry on though it was still awaited then', () => {
    const signed = proposed.when(enter(pause, '2025-02-11T10:00:00Z', {}, '2025-02-13T10:00:00Z'));
    expect(signed.recorded).toEqual(['FallbackEntryMade', 'ProposalSigned', 'ScreeningSuspended']);
    expect(signed.events.at(-1)?.occurredAt).toBe(at('2025-02-13T10:00:00Z'));
  });

  it('extends no deadline that has ended since (I-20)', () => {
    const longer = extension('reply', 5);
    const over = story.when(propose(longer, '2025-02-10T10:00:00Z'), expire('proposal:1'), expire('reply'));
    expect(over.refusalOf(enter(longer, '2025-02-12T10:00:00Z', {}, '2025-02-24T10:00:00Z'))).toBe('no-such-deadline');
  });

  it('reopens an ended screening from the entry on, so that no older outcome ends it again (I-26)', () => {
    const ended = story.when(
      { type: 'WithdrawGrievance', ...complainant('2025-02-12T10:00:00Z') },
      propose(reopening, '2025-02-12T11:00:00Z'),
      expire('proposal:1'),
    );
    const again = ended.when(enter(reopening, '2025-02-13T10:00:00Z', {}, '2025-03-20T10:00:00Z'));
    expect(again.state).toMatchObject({
      status: 'registered',
      proposals: [{ end: { kind: 'signed', at: at('2025-03-20T10:00:00Z') } }],
    });
  });

  it('is the other side’s, over the digest of the proposal, in its time, and not that of who enters it', () => {
    const { dueAt } = runningOf(proposed)['proposal:1'] ?? { dueAt: '' };
    expect(lapsed.refusalOf(enter(pause, dueAt))).toBe('fallback-receipt-out-of-time');
    expect(lapsed.refusalOf(enter(pause, '2025-02-10T09:59:59Z'))).toBe('fallback-receipt-before-its-time');
    expect(lapsed.refusalOf(enter(pause, '2025-02-12T10:00:00Z', complainant('2025-02-12T10:00:00Z')))).toBe(
      'own-proposal',
    );
    expect(lapsed.refusalOf(enter(pause, '2025-02-12T10:00:00Z', { by: person('cn-desk-1') }))).toBe('signs-for-both');
    expect(lapsed.refusalOf(enter(pause, '2025-02-12T10:00:00Z', { digest: 'cd'.repeat(32) }))).toBe('digest-differs');
    expect(lapsed.refusalOf(enter(pause, '2025-02-12T10:00:00Z', { proposalId: '__proto__' }))).toBe(
      'unknown-proposal',
    );
    expect(lapsed.refusalOf(enter(pause, '2025-02-12T10:00:00Z', { party: null }))).toBe('not-a-party');
    expect(lapsed.refusalOf(enter(pause, '2025-02-12T10:00:00Z', own))).toBe('enters-own-act');
    expect(lapsed.decision(enter(pause, '2025-02-12T10:00:00Z', { digest: 'cd'.repeat(32) }))).toMatchObject({
      path: '/signature/digest',
    });
    expect(lapsed.decision(enter(pause, '2025-02-12T10:00:00Z', own))).toMatchObject({ path: '/signature/from' });
    const declined = proposed.when({
      type: 'DeclineProposal',
      ...respondent('2025-02-12T10:00:00Z'),
      signatories: 'parties',
      proposalId: 'proposal:1',
    });
    expect(declined.refusalOf(enter(pause, '2025-02-11T10:00:00Z'))).toBe('fallback-nothing-awaited');
  });
});
