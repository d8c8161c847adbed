import { keptAnswer } from './readiness-check';

describe('a kept answer', () => {
  it('is given again until its time is over', async () => {
    let asked = 0;
    const ask = (): Promise<number> => Promise.resolve(++asked);
    const kept = keptAnswer(60_000, ask);
    expect([await kept(), await kept()]).toEqual([1, 1]);
    const fresh = keptAnswer(0, ask);
    expect([await fresh(), await fresh()]).toEqual([2, 3]);
  });
});
