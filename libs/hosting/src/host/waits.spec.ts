import { NotReadyError } from '../process/start-error';
import { Waits } from './waits';

describe('what a service waits for', () => {
  it('is said in words for everybody, and to the person at the terminal once in those of what was thrown', async () => {
    const said: string[] = [];
    const reasons: unknown[] = [];
    const waits = new Waits(new AbortController().signal, (sentence) => void said.push(sentence));
    const thrown = [
      new Error('password authentication failed'),
      new Error('password authentication failed'),
      new NotReadyError('the tables are not prepared'),
    ];
    const done = await waits.until('database', 'the database cannot be used', () => {
      reasons.push(waits.waitingFor?.reason);
      const error = thrown.shift();
      return error ? Promise.reject(error) : Promise.resolve('there');
    });
    expect(done).toBe('there');
    expect(reasons).toEqual([
      undefined,
      'the database cannot be used',
      'the database cannot be used',
      'the tables are not prepared',
    ]);
    expect(said).toEqual([
      'waits for database: password authentication failed.',
      'waits for database: the tables are not prepared.',
    ]);
    expect(waits.waitingFor).toBeUndefined();
  });

  it('is given up when the process is to stop', async () => {
    const stop = new AbortController();
    const waits = new Waits(stop.signal, () => stop.abort());
    await expect(waits.until('database', 'away', () => Promise.reject(new Error('away')))).rejects.toThrow(/abort/i);
  });
});
