import { currentRuleSet } from '@parley/procedure';
import { mayKnowOfClock, PUBLIC_CLOCKS, readersOfClock } from './clock-readers';

describe('who may know of a clock', () => {
  it('is anybody where the clock itself is on the docket', () => {
    expect(PUBLIC_CLOCKS).toEqual(
      expect.arrayContaining([
        'reply',
        'consultations',
        'nomination',
        'review',
        'settlement-window',
        'dossier',
        'long-stop',
      ]),
    );
  });

  it('is nobody but the parties and the secretariat where the act that starts it stands between them (I-43)', () => {
    for (const clock of [
      'completeness',
      'cure',
      'consent',
      'urgency-refusal',
      'readers-decision',
      'translation',
      'delivery',
      'retrieval',
    ]) {
      expect([clock, readersOfClock(clock), mayKnowOfClock({ clock }, false), mayKnowOfClock({ clock }, true)]).toEqual(
        [clock, 'parties', false, true],
      );
    }
  });

  it('is the panel too, and not the public, where it is told of the act', () => {
    expect([
      readersOfClock('summary'),
      mayKnowOfClock({ clock: 'summary' }, false),
      PUBLIC_CLOCKS.includes('summary'),
    ]).toEqual(['panel', true, false]);
  });

  it('is the parties alone for a clock that it does not know, whatever its name', () => {
    for (const clock of ['of-a-later-day', 'constructor', '__proto__', ''])
      expect(readersOfClock(clock)).toBe('parties');
  });

  it('is decided for every clock of the rule set', () => {
    const clocks = Object.values(currentRuleSet.tracks).flatMap((track) => Object.keys(track.clocks));
    expect(clocks.length).toBeGreaterThan(20);
    for (const clock of clocks) expect(['anybody', 'panel', 'parties']).toContain(readersOfClock(clock));
  });
});
