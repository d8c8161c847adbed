import { given } from '@parley/testing';
import { at, CN, US } from '../referral/referral-story.fixture';
import { attemptsUntil } from './note-screening.rules';
import { acceptOf, breakOff, decider, expire, filed, findings, propose, registered } from './settlement-story.fixture';
import type { SettlementState } from './settlement-region.rules';

const story = given(decider).when(filed, registered);
const kinds = (state: SettlementState, until: string): readonly string[] =>
  state.status === 'filed' ? attemptsUntil(state, at(until)).map(({ kind }) => kind) : [];

describe('the fact of attempts to settle', () => {
  const tried = story.when(
    propose(US, '2025-03-03T10:00:00Z'),
    expire('conciliation-answer:1'),
    propose(CN, '2025-03-18T10:00:00Z'),
    acceptOf(US, '2025-03-19T10:00:00Z', 2),
    breakOff(CN, '2025-03-25T10:00:00Z', 2),
    findings,
  );

  it('is told in order, with who proposed and who broke off', () => {
    expect(kinds(tried.state, '2025-08-01T10:00:00Z')).toEqual([
      'proposed',
      'unanswered',
      'proposed',
      'begun',
      'broken-off',
      'window-opened',
      'window-lapsed',
    ]);
  });

  it('ends with the instant that is asked for', () => {
    expect(kinds(tried.state, '2025-03-18T10:00:00Z')).toEqual(['proposed', 'unanswered', 'proposed']);
  });

  it('is the same before a default is on record as after it (I-51)', () => {
    const proposed = story.when(propose(US, '2025-03-03T10:00:00Z'));
    const recorded = proposed.when(expire('conciliation-answer:1'));
    expect(kinds(proposed.state, '2025-03-17T16:00:00Z')).toEqual(kinds(recorded.state, '2025-03-17T16:00:00Z'));
  });
});
