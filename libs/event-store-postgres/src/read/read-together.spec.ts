import { readTogether } from './read-together';

/** What is read grows by one with each reading, which takes until it is let go. */
function slowReading() {
  const begun: (() => void)[] = [];
  let written = 0;
  const ask = readTogether(async () => {
    const seen = written;
    await new Promise<void>((resolve) => begun.push(resolve));
    return seen;
  });
  return { ask, begun, write: () => void (written += 1) };
}

const aMoment = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a reading for all who ask at once', () => {
  it('is one, and sees what was written before any of them asked', async () => {
    const { ask, begun, write } = slowReading();
    const first = ask();
    write();
    const both = Promise.all([first, ask()]);
    await aMoment();
    expect(begun).toHaveLength(1);
    begun[0]?.();
    expect(await both).toEqual([1, 1]);
  });

  it('is the next one for who asks while it is under way', async () => {
    const { ask, begun, write } = slowReading();
    const first = ask();
    await aMoment();
    write();
    const late = Promise.all([ask(), ask()]);
    begun[0]?.();
    expect(await first).toBe(0);
    await aMoment();
    expect(begun).toHaveLength(2);
    begun[1]?.();
    expect(await late).toEqual([1, 1]);
  });

  it('that fails, fails for them alone', async () => {
    let away = true;
    const ask = readTogether(() => (away ? Promise.reject(new Error('away')) : Promise.resolve('there')));
    const both = Promise.allSettled([ask(), ask()]);
    expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    away = false;
    expect(await ask()).toBe('there');
  });
});
