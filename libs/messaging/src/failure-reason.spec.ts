import { failureReason } from './failure-reason';

describe('the reason that is kept of a failure', () => {
  it('is its kind and its code, without a word of what it quotes', () => {
    const failure = Object.assign(new Error('invalid input syntax for type uuid: "Li Wei"'), {
      name: 'QueryFailedError',
      code: '22P02',
    });
    expect(failureReason(failure)).toBe('QueryFailedError 22P02: its words are in the log alone');
  });

  it('takes no words for a kind or a code', () => {
    const failure = Object.assign(new Error('no'), { name: 'Error of Li Wei', code: 'Li Wei' });
    expect(failureReason(failure)).toBe('Failure: its words are in the log alone');
    expect(failureReason('Li Wei')).toBe('Failure: its words are in the log alone');
  });
});
