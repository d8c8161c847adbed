import { EventStoreAwayError } from './client/event-store-address';
import { withRetries } from './with-retries';

const away = new EventStoreAwayError('unreachable', 'nobody is there');

function failing(times: number, error: unknown = away) {
  let calls = 0;
  return {
    calls: () => calls,
    work: async (): Promise<string> => {
      calls += 1;
      if (calls <= times) throw error;
      return 'done';
    },
  };
}

describe('something that is harmless to do twice', () => {
  it('is done again when the server was away for a moment', async () => {
    const { work, calls } = failing(2);
    expect(await withRetries(work)).toBe('done');
    expect(calls()).toBe(3);
  });

  it('is not done again when there would be no time for it', async () => {
    const { work, calls } = failing(2);
    await expect(withRetries(work, performance.now() + 120)).rejects.toBe(away);
    expect(calls()).toBe(2);
  });

  it.each([
    ['the password was refused', new EventStoreAwayError('refused', 'no')],
    ['it was a fault', new TypeError('a fault')],
  ])('is not done again when %s', async (_name, error) => {
    const { work, calls } = failing(1, error);
    await expect(withRetries(work)).rejects.toBe(error);
    expect(calls()).toBe(1);
  });
});
