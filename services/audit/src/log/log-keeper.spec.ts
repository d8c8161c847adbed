import { LogKeeper, LOOK_MS } from './log-keeper';
import type { LogStep } from './log-writer';

/** Keeps a log whose steps are given, the last again and again. @returns when each look began after the first */
async function looksOf(steps: readonly (LogStep | undefined)[], millis: number) {
  const looks: number[] = [];
  let signed = 0;
  const step = () => {
    looks.push(performance.now());
    return Promise.resolve(steps[looks.length - 1] ?? steps.at(-1));
  };
  const keeper = new LogKeeper(
    { step },
    { agrees: () => Promise.resolve(true) },
    (failure) => {
      throw failure;
    },
    () => (signed += 1),
  );
  keeper.start();
  await new Promise((resolve) => setTimeout(resolve, millis));
  await keeper.stop();
  return { looks: looks.map((at) => Math.round(at - (looks[0] ?? 0))), signed };
}

describe('the keeper of the log', () => {
  it('signs one checkpoint for all that comes between two looks, also where something comes all the time', async () => {
    const { looks, signed } = await looksOf([{ isBehind: false }], LOOK_MS + LOOK_MS / 2);
    expect([looks.length, signed]).toEqual([2, 2]);
    expect(looks[1]).toBeGreaterThanOrEqual(LOOK_MS - 5);
  });

  it('goes on at once where more was recorded than fits into a checkpoint, until the log is level', async () => {
    const behind = { isBehind: true };
    const { looks, signed } = await looksOf([behind, behind, behind, undefined], LOOK_MS / 2);
    expect([looks.length, signed]).toEqual([4, 3]);
  });
});
