/** Questions answered at once. */
const MOST = 200;

interface Asked<Q, A> {
  readonly question: Q;
  readonly resolve: (answer: A) => void;
  readonly reject: (failure: unknown) => void;
}

/**
 * Makes one statement for all callers who ask at once. It begins after each of them has asked, so it gives each what a
 * statement of its own would. A caller who asks while one is under way gets the next, and a caller who asks alone waits
 * for nobody.
 * @param answer gives as many answers as there are questions, in their order
 * @returns a function that asks one question. When many fail together, each is asked again alone, so that none fails
 *   because of another.
 */
export function together<Q, A>(
  answer: (questions: readonly Q[]) => Promise<readonly A[]>,
): (question: Q) => Promise<A> {
  const waiting: Asked<Q, A>[] = [];
  let isUnderWay = false;

  async function settle(asked: readonly Asked<Q, A>[]): Promise<void> {
    try {
      const answers = await answer(asked.map(({ question }) => question));
      if (answers.length !== asked.length)
        throw new RangeError(`${answers.length} answers to ${asked.length} questions`);
      for (const [index, { resolve }] of asked.entries()) resolve(answers[index] as A);
    } catch (failure) {
      if (asked.length > 1) await Promise.all(asked.map((each) => settle([each])));
      else asked[0]?.reject(failure);
    }
  }

  async function run(): Promise<void> {
    isUnderWay = true;
    // Callers who ask in the same turn join this statement.
    await Promise.resolve();
    while (waiting.length > 0) await settle(waiting.splice(0, MOST));
    isUnderWay = false;
  }

  return (question) =>
    new Promise((resolve, reject) => {
      waiting.push({ question, resolve, reject });
      if (!isUnderWay) void run();
    });
}
