import type { Answered } from './parley';
import { ParleyProblem } from './problem';
import { until } from './until';

const answer = (data: number): Answered<number> => ({
  data,
  etag: undefined,
  position: undefined,
  response: new Response(),
});

const problem = (status: number, code: string): ParleyProblem => {
  const messages = { en: 'No.', 'zh-Hans': '否。' };
  const details = { type: '', title: '', status, code, detail: 'No.', messages, instance: '/things' };
  return new ParleyProblem({ method: 'get', path: '/things' }, details, new Response());
};

describe('until', () => {
  it('asks until the answer shows what is waited for', async () => {
    const ask = jest.fn<Promise<Answered<number>>, []>();
    ask
      .mockRejectedValueOnce(problem(404, 'not-found'))
      .mockResolvedValueOnce(answer(1))
      .mockResolvedValueOnce(answer(2));
    expect((await until(ask, (shown) => shown === 2)).data).toBe(2);
    expect(ask).toHaveBeenCalledTimes(3);
  });

  it('throws at once what no waiting changes', async () => {
    const ask = jest.fn(() => Promise.reject(problem(403, 'role-required')));
    await expect(until(ask)).rejects.toMatchObject({ code: 'role-required' });
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('waits no longer than it is told to', async () => {
    await expect(
      until(() => Promise.reject(problem(404, 'not-found')), undefined, { withinMs: 60 }),
    ).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(
      until(
        () => Promise.resolve(answer(1)),
        () => false,
        { withinMs: 60 },
      ),
    ).rejects.toThrow('in 60 ms');
    const caller = AbortSignal.timeout(30);
    await expect(
      until(
        () => Promise.resolve(answer(1)),
        () => false,
        { signal: caller },
      ),
    ).rejects.toThrow('timeout');
  });
});
