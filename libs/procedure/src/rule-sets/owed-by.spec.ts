import { ruleSets } from './rule-set-of';
import { owedBy, owedByWords } from './owed-by';

describe('whose act a clock awaits', () => {
  it('is said of every clock of every track, in both languages', () => {
    const clocks = ruleSets.flatMap(({ tracks }) =>
      Object.values(tracks).flatMap((track) => Object.keys(track.clocks)),
    );
    for (const clock of new Set(clocks)) {
      const { en, 'zh-Hans': zh } = owedByWords(owedBy(clock));
      expect([clock, en === '', zh === '']).toEqual([clock, false, false]);
    }
  });

  it(
    'is the respondent’s reply, the nominee’s disclosure, the other side’s challenge and the ' +
      'co-heads’ certification',
    () => {
      expect(['reply', 'disclosure', 'challenge', 'certification', 'long-stop'].map(owedBy)).toEqual([
        'respondent',
        'nominee',
        'other-side',
        'coheads',
        'nobody',
      ]);
    },
  );

  it('is either party’s where nobody counted, as of a call', () => {
    expect(owedBy('call')).toBe('parties');
    expect(owedBy('toString')).toBe('parties');
  });
});
