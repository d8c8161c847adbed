import type { PartyCode } from '@parley/kernel';
import { given } from '@parley/testing';
import { amend, answer, claim, first, withClaims } from '../../case/amendments/amendments-story.fixture';
import type { AnswerAmendment } from '../../case/amendments/amendments.rules';
import type { CaseCommand, RegisteredCase } from '../../case/case-commands.rules';
import {
  at,
  complainant,
  enteredLate,
  decider,
  expire,
  registered,
  reply,
  respondent,
} from '../../case/case-story.fixture';
import type { AnswerSummary } from '../../case/summaries/summaries.rules';

const ENTERED = '2025-03-10T10:00:00Z';
const story = given(decider).when(...registered);
const runningOf = ({ state }: { readonly state: unknown }) => (state as RegisteredCase).running;

describe('an answer to a request for a summary that came by another channel', () => {
  const asked = story.when({
    type: 'RequestSummary',
    ...complainant('2025-02-10T10:00:00Z'),
    of: 'USA-1',
    reasons: [],
  });
  const unanswered = asked.when(expire('summary:US:1'));
  const text = [{ lang: 'en', text: 'Prices fell by a third.', kind: 'original' }] as const;
  const enter = (cameAt: string, act: Partial<AnswerSummary> = {}, entered = ENTERED): CaseCommand =>
    enteredLate(
      { type: 'AnswerSummary', ...respondent(cameAt), summaryId: 'summary:US:1', answer: 'given', text, ...act },
      entered,
    );

  it('stands in the place of the silence, by an event that points to the entry (I-19)', () => {
    const proved = unanswered.when(enter('2025-02-12T10:00:00Z'));
    expect(proved.recorded).toEqual(['LateEntryCounted', 'DefaultSetAside', 'SummaryAnswered']);
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
      'LateEntryCounted',
      'SummaryAnswered',
    ]);
  });

  it('came in time, to a request that there is, from the side that was asked', () => {
    const { dueAt } = runningOf(asked)['summary:US:1'] ?? { dueAt: '' };
    expect(unanswered.refusalOf(enter(dueAt))).toBe('late-entry-came-too-late');
    expect(unanswered.refusalOf(enter('2025-02-10T09:59:59Z'))).toBe('late-entry-before-its-time');
    expect(unanswered.refusalOf(enter('2025-03-11T10:00:00Z'))).toBe('late-entry-in-the-future');
    expect(unanswered.refusalOf(enter('2025-02-12T10:00:00Z', { summaryId: 'constructor' }))).toBe(
      'unknown-summary-request',
    );
    expect(unanswered.refusalOf(enter('2025-02-12T10:00:00Z', complainant('2025-02-12T10:00:00Z')))).toBe(
      'own-summary-request',
    );
    expect(unanswered.decision(enter('2025-02-12T10:00:00Z', { party: 'FR' as PartyCode }))).toMatchObject({
      reason: { code: 'not-a-party' },
    });
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
  const enter = (cameAt: string, changes: object = {}, entered = ENTERED): CaseCommand =>
    enteredLate({ ...(answer('S1', ['C2'], cameAt) as AnswerAmendment), ...changes }, entered);

  it('comes beside the consultations that the lapse has started, whose time stays as it is (I-19)', () => {
    const proved = unanswered.when(enter('2025-02-24T10:00:00Z'));
    expect(proved.recorded).toEqual(['LateEntryCounted', 'DefaultSetAside', 'AmendmentAnswered']);
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
    expect(answered.recorded).toEqual(['LateEntryCounted', 'AmendmentAnswered']);
    expect(runningOf(answered)).toHaveProperty('consultations:S1');
  });

  it('is too late once its claims are gone, and is refused with the reason where anything else is wrong', () => {
    const gone = unanswered.when({ type: 'WithdrawClaims', ...complainant('2025-03-03T10:00:00Z'), claims: ['C2'] });
    expect(gone.refusalOf(enter('2025-02-24T10:00:00Z'))).toBe('late-entry-overtaken');
    expect(unanswered.refusalOf(enter('2025-02-25T17:00:00+01:00'))).toBe('late-entry-came-too-late');
    expect(unanswered.refusalOf(enter('2025-02-24T10:00:00Z', complainant('2025-02-24T10:00:00Z')))).toBe(
      'not-the-respondent',
    );
    expect(unanswered.refusalOf(enter('2025-02-24T10:00:00Z', { amendmentId: 'S2' }))).toBe('unknown-amendment');
    expect(
      unanswered.refusalOf(enter('2025-02-24T10:00:00Z', { counterStatements: [{ claim: 'C1', statement: [] }] })),
    ).toBe('claim-not-of-the-amendment');
    expect(
      unanswered.decision(enter('2025-02-24T10:00:00Z', { counterStatements: [{ claim: 'C1', statement: [] }] })),
    ).toMatchObject({ path: '/counterStatements/0/claim' });
    expect(unanswered.refusalOf(enter('2025-02-24T10:00:00Z', { party: null }))).toBe('not-a-party');
    const over = unanswered.when(expire('officials'), {
      type: 'WithdrawGrievance',
      ...complainant('2025-03-06T10:00:00Z'),
    });
    expect(over.refusalOf(enter('2025-02-24T10:00:00Z'))).toBe('screening-ended');
    const ended = supplemented.when({ type: 'WithdrawGrievance', ...complainant('2025-02-24T12:00:00Z') });
    expect(ended.refusalOf(enter('2025-02-24T10:00:00Z'))).toBe('screening-ended');
  });
});
