import { currentRuleSet, owedBy } from '@parley/procedure';
import { clockName, clockRow, clockRows, mayKnowOfClock, PUBLIC_CLOCKS, readersOfClock } from './clocks';

describe('the clocks of the book', () => {
  const clocks = new Set(Object.values(currentRuleSet.tracks).flatMap((track) => Object.keys(track.clocks)));

  it('are all those of the rule set, each once, and the times that acts name', () => {
    expect(clocks.size).toBeGreaterThan(20);
    expect(new Set(Object.keys(clockRows))).toEqual(
      new Set([
        ...clocks,
        'call',
        'hotline',
        'hotline-unanswered',
        'draw-commitments',
        'draw-nonces',
        'options-paper',
        'suspension-end',
      ]),
    );
  });

  it('have a name in both languages', () => {
    for (const { name } of Object.values(clockRows)) {
      expect(name.en).toMatch(/^[a-z]/);
      expect(name['zh-Hans']).toMatch(/^\p{Script=Han}/u);
    }
  });

  it('say whose act they await, as the rules do', () => {
    for (const [clock, row] of Object.entries(clockRows)) expect([clock, row.owedBy]).toEqual([clock, owedBy(clock)]);
  });

  it('are known to anybody where the clock itself is on the docket', () => {
    expect(PUBLIC_CLOCKS).toEqual(
      expect.arrayContaining([
        ...['reply', 'consultations', 'nomination', 'review', 'settlement-window', 'dossier', 'long-stop'],
      ]),
    );
  });

  it('are known to parties and secretariat alone where the act that starts one stands between them (I-43)', () => {
    for (const clock of [
      ...[
        'completeness',
        'cure',
        'consent',
        'correction',
        'urgency-refusal',
        'readers-decision',
        'translation',
        'delivery',
      ],
      'retrieval',
    ])
      expect([clock, readersOfClock(clock), mayKnowOfClock({ clock }, false), mayKnowOfClock({ clock }, true)]).toEqual(
        [clock, 'parties', false, true],
      );
  });

  it('are known to the panel too, and not to the public, where it is told of the act', () => {
    expect([
      readersOfClock('summary'),
      mayKnowOfClock({ clock: 'summary' }, false),
      PUBLIC_CLOCKS.includes('summary'),
    ]).toEqual(['panel', true, false]);
  });

  it('are for the parties alone where the book does not know one, whatever its name', () => {
    for (const clock of ['of-a-later-day', 'constructor', '__proto__', ''])
      expect([clockRow(clock), readersOfClock(clock)]).toEqual([undefined, 'parties']);
    expect(clockName('of-a-later-day').en).toBe('of a later day');
  });
});
