/**
 * Runs no more than so many pieces of work at once. The others wait in the order in which they came.
 * @param most pieces at once
 * @returns a function that does a piece of work in its turn, and gives or throws what the work does
 */
export function turns(most: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let free = most;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
