import { given } from '@parley/testing';
import type { CaseCommand } from '../case-commands.rules';
import { at, complainant, decider, expire, filing, register, registry } from '../case-story.fixture';
import { propose, reopening, sign } from '../consent/consent-story.fixture';

const story = given(decider).when(
  filing('2025-02-04T10:00:00+01:00'),
  { type: 'FindComplete', ...registry('2025-02-06T10:00:00+01:00') },
  register,
  expire('reply'),
  expire('consultations'),
  expire('joint-proposal'),
);
const ofPanel = (outcome: 'interim' | 'close' | 'findings', when: string): CaseCommand => ({
  type: 'NotePanelOutcome',
  outcome,
  at: at(when),
  eventId: outcome,
});
const LONG_STOP = '2025-07-07T15:00:00.000Z';
const interim = ofPanel('interim', '2025-06-20T10:00:00Z');
const [close, issue] = [ofPanel('close', LONG_STOP), ofPanel('findings', '2025-07-14T15:00:00Z')];

describe('the long-stop of a case (I-68)', () => {
  it('lapses a screening that has no interim text yet', () => {
    const lapsed = story.when(expire('long-stop'));
    expect(lapsed.events.at(-1)).toMatchObject({ type: 'ScreeningEnded', occurredAt: LONG_STOP });
  });

  it('ends no screening from the interim text on: its findings end it', () => {
    const reached = story.when(interim, expire('long-stop'));
    expect(reached.recorded).toEqual(['LongStopReached']);
    expect(reached.events.at(-1)).toMatchObject({
      occurredAt: LONG_STOP,
      tier: 'PUBLIC',
      data: { closes: ['long-stop'] },
    });
    expect(reached.when(close).recorded).toEqual(['CloseNoted']);
    expect(reached.when(close, issue).state).toMatchObject({ status: 'ended', outcome: 'findings-issued' });
  });

  it('takes a lapse back that was recorded before an earlier interim text was heard of', () => {
    const late = story.when(expire('long-stop'), interim);
    expect(late.recorded).toEqual(['LapseSetAside', 'InterimNoted', 'LongStopReached']);
    expect(late.when(close, issue).state).toMatchObject({ status: 'ended', outcome: 'findings-issued' });
    const behind = story.when(expire('long-stop'), ofPanel('interim', LONG_STOP));
    expect(behind.state).toMatchObject({ status: 'ended', outcome: 'lapsed' });
  });

  it('bars a withdrawal from then on, as the close does', () => {
    const reached = story.when(interim, expire('long-stop'));
    expect(reached.refusalOf({ type: 'WithdrawGrievance', ...complainant(LONG_STOP) })).toBe('long-stop-passed');
  });

  it('is followed by findings of a deliberation that was closed before both parties reopened the screening', () => {
    const closedAt = '2025-07-01T10:00:00Z';
    const reopened = story.when(
      interim,
      { type: 'WithdrawGrievance', ...complainant('2025-07-01T11:00:00Z') },
      propose(reopening, '2025-07-01T12:00:00Z'),
      sign(reopening, '2025-07-01T12:00:00Z'),
    );
    expect(reopened.events.at(-1)).toMatchObject({ type: 'ScreeningReopened' });
    const found = reopened.when(ofPanel('close', closedAt), ofPanel('findings', '2025-07-01T10:30:00Z'));
    expect(found.state).toMatchObject({ status: 'ended', outcome: 'findings-issued' });
  });
});
