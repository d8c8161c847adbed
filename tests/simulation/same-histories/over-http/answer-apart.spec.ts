import type { CaseId, CommandId, Instant, PartyCode, PersonId } from '@parley/kernel';
import type { Answer, Attempt } from '../../parties/attempt';
import { answerApart } from './answer-apart';

describe('an answer there', () => {
  const attempt: Omit<Attempt, 'answer'> = {
    at: '2025-02-03T09:12:01.234Z' as Instant,
    offer: {
      desk: 'settlement',
      caseId: 'c1' as CaseId,
      command: {
        type: 'ProposeConciliation',
        by: 'a-desk' as PersonId,
        party: 'US' as PartyCode,
        receivedAt: '2025-02-03T09:12:01.234Z' as Instant,
      },
    },
    commandId: 'k' as CommandId,
    manner: 'plain',
  };
  const answered = (answer: Answer): Attempt => ({ ...attempt, answer });
  const refusedFor = (code: string): Attempt =>
    answered({ kind: 'refused', reason: { code, rule: 'S4', en: '', 'zh-Hans': '' } });

  it('is the same when it has the same code', () => {
    expect(answerApart(answered({ kind: 'done', recorded: [], repeated: true }), 'done')).toEqual([]);
    expect(answerApart(refusedFor('reply-out-of-time'), 'reply-out-of-time')).toEqual([]);
    expect(answerApart(answered({ kind: 'key-reused' }), 'idempotency-key-reused')).toEqual([]);
    expect(answerApart(answered({ kind: 'stale' }), 'stale')).toEqual([]);
  });

  it('is told when it is another', () => {
    expect(answerApart(refusedFor('reply-out-of-time'), 'done')).toEqual([
      `${attempt.at} ProposeConciliation (plain): reply-out-of-time here, and done there`,
    ]);
    expect(answerApart(answered({ kind: 'done', recorded: [], repeated: false }), 'not-found')).toHaveLength(1);
  });

  it('may name form or side where something else came first here, and never where it was done', () => {
    expect(answerApart(refusedFor('screening-suspended'), 'not-your-side')).toEqual([]);
    expect(answerApart(refusedFor('objection-missing'), 'invalid-fields')).toEqual([]);
    expect(answerApart(answered({ kind: 'done', recorded: [], repeated: false }), 'not-your-side')).toHaveLength(1);
  });
});
