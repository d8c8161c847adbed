import type { IsoDate } from '@parley/kernel';
import { deciding, member, openedPanel, reviewing, text, type Said } from '../panel/panel-story.fixture';
import { givenPanel } from '../panel/told-panel.fixture';
import type { DelayedStage } from './delays.rules';

const notify = (stage: DelayedStage, expectedOn: string, when: string, by = 'us-2'): Said => ({
  type: 'NotifyDelay',
  ...member(by, when),
  stage,
  expectedOn: expectedOn as IsoDate,
  reason: text('An answer came late.'),
});

describe('a notice of delay', () => {
  const panel = givenPanel().when(...reviewing);

  it('tells everybody what will be late and why, and moves no clock', () => {
    const told = panel.when(notify('review', '2025-05-05', '2025-04-10T10:00:00Z'));
    expect(told.events.at(-1)).toMatchObject({
      type: 'DelayNotified',
      tier: 'PUBLIC',
      data: { stage: 'review', expectedOn: '2025-05-05', opens: [], closes: [] },
    });
    expect(openedPanel(told.state).running).toEqual(openedPanel(panel.state).running);
  });

  it('is given by a co-chair, before the end of the stage’s time', () => {
    expect(panel.refusalOf(notify('review', '2025-05-05', '2025-04-10T10:00:00Z', 'us-1'))).toBe('not-a-co-chair');
    expect(panel.refusalOf(notify('review', '2025-05-05', '2025-04-23T17:00:00+02:00'))).toBe('stage-not-running');
    expect(panel.refusalOf(notify('findings', '2025-05-20', '2025-04-10T10:00:00Z'))).toBe('stage-not-running');
    expect(givenPanel().when(...deciding, notify('findings', '2025-06-02', '2025-04-28T10:00:00Z')).recorded).toContain(
      'DelayNotified',
    );
  });

  it('is given by a whole panel only (I-02)', () => {
    const broken = panel.when({ type: 'RecuseMember', ...member('us-1', '2025-04-09T10:00:00Z'), reason: [] });
    expect(broken.refusalOf(notify('review', '2025-05-05', '2025-04-10T10:00:00Z'))).toBe('parity-broken');
  });

  it('names a day after the last one of that time, and each day once', () => {
    expect(panel.refusalOf(notify('review', '2025-04-23', '2025-04-10T10:00:00Z'))).toBe('no-delay');
    const told = panel.when(notify('review', '2025-05-05', '2025-04-10T10:00:00Z'));
    expect(told.refusalOf(notify('review', '2025-05-05', '2025-04-11T10:00:00Z'))).toBe('delay-notified');
    expect(told.when(notify('review', '2025-05-09', '2025-04-11T10:00:00Z')).recorded).toEqual(['DelayNotified']);
  });
});
