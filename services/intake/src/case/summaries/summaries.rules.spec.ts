import { given } from '@parley/testing';
import type { Act, CaseCommand } from '../case-commands.rules';
import { at, complainant, decider, expire, registered, respondent } from '../case-story.fixture';

const DUE = '2025-02-25T16:00:00.000Z';
const open = given(decider).when(...registered);
const text = [{ lang: 'en', text: 'Prices fell by a third.', kind: 'original' }] as const;
const asks = (by: Act): CaseCommand => ({ type: 'RequestSummary', ...by, of: 'USA-1', reasons: [] });
const answers = (by: Act, answer: 'given' | 'declined' = 'given', summaryId = 'summary:US:1'): CaseCommand => ({
  type: 'AnswerSummary',
  ...by,
  summaryId,
  answer,
  text,
});

describe('a non-confidential summary', () => {
  const asked = open.when(asks(complainant('2025-02-10T09:00:00Z')));

  it('is asked of the other party, which has ten joint business days', () => {
    expect(asked.events.at(-1)).toMatchObject({
      type: 'SummaryRequested',
      tier: 'PANEL',
      data: {
        summaryId: 'summary:US:1',
        askedBy: 'CN',
        opens: [{ id: 'summary:US:1', clock: 'summary', dueAt: at(DUE), awaits: 'party:US' }],
      },
    });
  });

  it('is given, or declined with reasons, until the expiry and not at it', () => {
    const justBefore = new Date(Date.parse(DUE) - 1).toISOString();
    expect(asked.when(answers(respondent(justBefore))).state).toMatchObject({
      summaries: [{ outcome: { kind: 'given', text } }],
    });
    expect(asked.when(answers(respondent(justBefore), 'declined')).state).toMatchObject({
      summaries: [{ outcome: { kind: 'declined' } }],
    });
    expect(asked.refusalOf(answers(respondent(DUE)))).toBe('summary-out-of-time');
  });

  it('that nobody gives becomes a public fact as of the expiry, once', () => {
    const silent = asked.when(expire('summary:US:1'));
    expect(silent.events.at(-1)).toMatchObject({ type: 'SummaryUnanswered', tier: 'PUBLIC', occurredAt: at(DUE) });
    expect(silent.when(expire('summary:US:1')).recorded).toEqual([]);
    expect(silent.refusalOf(answers(respondent(DUE)))).toBe('summary-out-of-time');
  });

  it('is answered once, by the side that was asked, in its own case', () => {
    expect(asked.refusalOf(answers(complainant('2025-02-11T09:00:00Z')))).toBe('own-summary-request');
    expect(asked.refusalOf(answers(respondent('2025-02-11T09:00:00Z'), 'given', 'summary:US:2'))).toBe(
      'unknown-summary-request',
    );
    expect(
      asked.when(answers(respondent('2025-02-11T09:00:00Z'))).refusalOf(answers(respondent('2025-02-11T10:00:00Z'))),
    ).toBe('summary-answered');
    expect(asked.refusalOf(answers({ ...respondent('2025-02-11T09:00:00Z'), party: null }))).toBe('not-a-party');
  });

  it('is asked for while the screening goes on, and not without end', () => {
    expect(
      given(decider)
        .when(registered[0]!)
        .refusalOf(asks(complainant('2025-02-04T12:00:00Z'))),
    ).toBe('not-registered');
    const ended = asked.when({ type: 'WithdrawGrievance', ...complainant('2025-02-11T09:00:00Z') });
    expect(ended.refusalOf(asks(respondent('2025-02-12T09:00:00Z')))).toBe('screening-ended');
    expect(ended.refusalOf(answers(respondent('2025-02-12T09:00:00Z')))).toBe('screening-ended');
    const full = open.when(...Array.from({ length: 50 }, () => asks(complainant('2025-02-10T09:00:00Z'))));
    expect(full.refusalOf(asks(complainant('2025-02-10T09:00:00Z')))).toBe('too-many-summary-requests');
  });
});
