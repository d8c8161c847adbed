import { given } from '@parley/testing';
import { decider, expire, report, settled, verify } from '../compliance/agreement-story.fixture';
import { at, CN, US } from '../referral/referral-story.fixture';
import { dueOf, head, inForce, obligation } from './repudiated-agreement.fixture';

const agreed = given(decider).when(settled());
const reported = agreed.when(report(US, '2025-08-27T10:00:00Z', { O1: 'done' }));

describe('acts about an agreement of which a side repudiates several', () => {
  it('leave no word of an owner to silence, whichever report it repudiates first', () => {
    const twice = reported.when(report(US, '2025-08-28T10:00:00Z', { O1: 'delayed' }));
    const [first, second] = ['status-report:1:1', 'status-report:1:2'] as const;
    for (const [one, other] of [
      [first, second],
      [second, first],
    ] as const) {
      const undone = twice.when(head(US, '2025-08-29T10:00:00Z', one), head(US, '2025-08-29T11:00:00Z', other));
      expect(obligation(undone.state)).not.toHaveProperty('reported');
      expect(dueOf(undone.state, 'verification:O1')).toBeUndefined();
      expect(inForce(undone.state).reports[1]).toMatchObject({ state: 'due', entries: [] });
    }
  });

  it('keep what the other side answered, though the owner repudiates all that it said since', () => {
    const disputed = reported.when(verify(CN, '2025-08-28T10:00:00Z', 'O1', 'refused'));
    const undone = disputed.when(
      report(US, '2025-08-29T10:00:00Z', { O1: 'delayed' }),
      head(US, '2025-09-01T10:00:00Z', 'status-report:1:1'),
      head(US, '2025-09-01T11:00:00Z', 'status-report:1:2'),
    );
    expect(obligation(undone.state)?.reported).toMatchObject({ says: 'done', standing: 'disputed' });
    expect(dueOf(undone.state, 'joint-check:O1')).toBe(dueOf(disputed.state, 'joint-check:O1'));
  });

  it('leave no dispute that rests on a repudiated refusal, whichever answer is repudiated first', () => {
    const end = dueOf(reported.state, 'verification:O1');
    const undone = reported.when(
      verify(CN, '2025-09-10T10:00:00Z', 'O1', 'refused'),
      verify(CN, '2025-09-11T10:00:00Z'),
      head(CN, '2025-09-12T10:00:00Z', 'verification:O1:1'),
      head(CN, '2025-09-12T11:00:00Z', 'verification:O1:2'),
    );
    expect(obligation(undone.state)).toMatchObject({ state: 'open', reported: { says: 'done', standing: 'awaited' } });
    expect(dueOf(undone.state, 'joint-check:O1')).toBeUndefined();
    expect(dueOf(undone.state, 'verification:O1')).toBe(end);
  });

  it('lead an owner that takes back its newest word into no dispute whose refusal is repudiated', () => {
    const undone = reported.when(
      verify(CN, '2025-08-28T10:00:00Z', 'O1', 'refused'),
      report(US, '2025-08-29T10:00:00Z', { O1: 'delayed' }),
      head(CN, '2025-09-01T10:00:00Z', 'verification:O1:1'),
      head(US, '2025-09-01T11:00:00Z', 'status-report:1:2'),
    );
    expect(obligation(undone.state)?.reported).toMatchObject({ says: 'done', standing: 'awaited' });
    expect(dueOf(undone.state, 'verification:O1')).toBe(dueOf(reported.state, 'verification:O1'));
    expect(undone.when(expire('verification:O1')).recorded).toContain('ObligationVerifiedBySilence');
  });
});

describe('the other side of an owner that repudiates its newest word', () => {
  it('has at least 5 joint business days to answer the one before, of which its refusal is repudiated', () => {
    const undone = reported.when(
      verify(CN, '2025-09-22T10:00:00Z', 'O1', 'refused'),
      report(US, '2025-09-23T10:00:00Z', { O1: 'delayed' }, 2),
      head(CN, '2025-09-23T11:00:00Z', 'verification:O1:1'),
      head(US, '2025-09-24T10:00:00Z', 'status-report:2:1'),
    );
    expect(dueOf(reported.state, 'verification:O1')).toBe(at('2025-09-25T15:00:00Z'));
    expect(dueOf(undone.state, 'verification:O1')).toBe(at('2025-10-09T15:00:00Z'));
  });
});

describe('an answer that is given and repudiated again and again', () => {
  it('revives no date that has passed meanwhile', () => {
    const first = agreed.when(
      report(US, '2025-08-27T10:00:00Z', { O1: 'done' }),
      verify(CN, '2025-08-28T10:00:00Z'),
      head(CN, '2025-09-01T10:00:00Z', 'verification:O1:1'),
      verify(CN, '2025-09-02T10:00:00Z', 'O1', 'refused'),
      expire('joint-check:O1'),
      expire('obligation:O1'),
    );
    expect(obligation(first.state)).toMatchObject({ state: 'overdue' });
    const again = first.when(verify(CN, '2025-10-20T10:00:00Z'), head(CN, '2025-10-22T10:00:00Z', 'verification:O1:3'));
    expect(obligation(again.state)).toMatchObject({ state: 'overdue', reported: { standing: 'disputed' } });
    expect(dueOf(again.state, 'obligation:O1')).toBeUndefined();
    expect(obligation(again.state)?.deadline.dueAt).toBe(at('2025-09-30T15:00:00Z'));
  });
});
