import { owedBy } from './owed-by';

describe('whose act a clock awaits', () => {
  it(
    'is the respondent’s reply, the nominee’s disclosure, one side’s challenge, and the co-heads’ certification, ' +
      'for which the panel translates',
    () => {
      expect(['reply', 'disclosure', 'challenge', 'certification', 'long-stop'].map(owedBy)).toEqual([
        'respondent',
        'nominee',
        'side',
        'panel-and-coheads',
        'nobody',
      ]);
    },
  );

  it('is either party’s where nobody counted, as of a call', () => {
    expect(owedBy('call')).toBe('parties');
    expect(owedBy('toString')).toBe('parties');
  });
});
