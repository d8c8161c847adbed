/**
 * Draws that are the same for the same seed, so that a run which found something can be repeated as far as its own
 * choices decide.
 */
export interface SeededRandom {
  /** At least `from`, less than `to`; whole. */
  between(from: number, to: number): number;
  pick<T>(all: readonly T[]): T;
  /** True with a chance in percent. */
  percent(chance: number): boolean;
  shuffled<T>(all: readonly T[]): readonly T[];
  /** Draws of its own for a part of the run, so that the parts do not disturb each other's draws by their timing. */
  branch(name: string): SeededRandom;
}

/** Mulberry32: small, and good enough for choosing whom to kill. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const draw = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (from: number, to: number): number => from + Math.floor(draw() * (to - from));
  const pick = <T>(all: readonly T[]): T => {
    if (all.length === 0) throw new RangeError('nothing to pick from');
    return all[between(0, all.length)] as T;
  };
  return {
    between,
    pick,
    percent: (chance) => draw() * 100 < chance,
    shuffled: (all) =>
      all
        .map((one) => ({ one, at: draw() }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ one }) => one),
    branch: (name) =>
      seededRandom([...name].reduce((sum, letter) => Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0), seed)),
  };
}
