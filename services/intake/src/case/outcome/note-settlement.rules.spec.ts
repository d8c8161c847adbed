import { given } from '@parley/testing';
import type { CaseCommand } from '../case-commands.rules';
import { at, complainant, decider, expire, registered } from '../case-story.fixture';

const story = given(decider).when(...registered);
const settlement = (when: string): CaseCommand => ({
  type: 'NoteSettlement',
  at: at(when),
  eventId: 'settlement-event',
});
const findings = (when: string): CaseCommand => ({
  type: 'NotePanelOutcome',
  outcome: 'findings',
  at: at(when),
  eventId: 'panel-event',
});

describe('a settlement that both parties signed', () => {
  it('ends the screening as settled, at the instant of the second signature (S10)', () => {
    const settled = story.when(settlement('2025-02-10T10:00:00Z'));
    expect(settled.events.at(-1)).toMatchObject({
      type: 'ScreeningEnded',
      occurredAt: '2025-02-10T10:00:00.000Z',
      rule: 'S10',
      tier: 'PUBLIC',
    });
    expect(settled.state).toMatchObject({ status: 'ended', outcome: 'settled', running: {} });
  });

  it('comes behind what fell silent by then (I-18)', () => {
    expect(story.when(settlement('2025-02-21T17:00:00+01:00')).recorded).toEqual(['ReplyLapsed', 'ScreeningEnded']);
  });

  it('in time sets a lapse aside that it was learned of after, and one at the long-stop does not (I-19)', () => {
    const lapsed = story.when(expire('reply'), expire('consultations'), expire('long-stop'));
    const { endedAt } = lapsed.state as { endedAt: string };
    const before = new Date(Date.parse(endedAt) - 1).toISOString();
    const settled = lapsed.when(settlement(before));
    expect(settled.recorded).toEqual(['LapseSetAside', 'ScreeningEnded']);
    expect(settled.state).toMatchObject({ outcome: 'settled', registration: { docketNumber: 'CN-2025-0001' } });
    expect(lapsed.when(settlement(endedAt)).recorded).toEqual([]);
  });

  it.each([
    ['before', '2025-06-09T10:00:00Z', 'settled'],
    ['at the very instant of', '2025-06-10T10:00:00Z', 'findings-issued'],
    ['after', '2025-06-11T10:00:00Z', 'findings-issued'],
  ])('%s findings gives the same outcome in whatever order the two are heard of', (_, signedAt, outcome) => {
    const [issued, signed] = [findings('2025-06-10T10:00:00Z'), settlement(signedAt)];
    for (const heard of [
      [issued, signed],
      [signed, issued],
    ]) {
      const { state } = story.when(...heard);
      expect(state).toMatchObject({
        status: 'ended',
        outcome,
        endedAt: at(outcome === 'settled' ? signedAt : '2025-06-10T10:00:00Z'),
      });
      expect(story.when(...heard, ...heard).state).toEqual(state);
    }
  });

  it.each(['2025-06-09T10:00:00Z', '2025-06-10T10:00:00Z', '2025-06-11T10:00:00Z'])(
    'beside a panel that cannot be had is ordered by its instant too: %s',
    (signedAt) => {
      const exhausted: CaseCommand = {
        type: 'NotePanelOutcome',
        outcome: 'roster-exhausted',
        sides: [],
        at: at('2025-06-10T10:00:00Z'),
        eventId: 'panel-event',
      };
      const outcomes = [
        [exhausted, settlement(signedAt)],
        [settlement(signedAt), exhausted],
      ].map((heard) => (story.when(...heard).state as { outcome: string }).outcome);
      expect(outcomes).toEqual(signedAt > '2025-06-10T10:00:00Z' ? ['no-panel', 'no-panel'] : ['settled', 'settled']);
    },
  );

  it('leaves an outcome of another kind as it is', () => {
    expect(story.when(findings('2025-06-10T10:00:00Z')).when(settlement('2025-06-20T10:00:00Z')).recorded).toEqual([]);
    expect(
      story
        .when({ type: 'WithdrawGrievance', ...complainant('2025-02-10T10:00:00Z') })
        .when(settlement('2025-02-10T10:00:00.001Z')).recorded,
    ).toEqual([]);
  });

  it('is noted once', () => {
    expect(story.when(settlement('2025-02-10T10:00:00Z')).when(settlement('2025-02-10T10:00:00Z')).recorded).toEqual(
      [],
    );
  });
});
