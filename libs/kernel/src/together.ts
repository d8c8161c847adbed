/** Questions answered at once. */
const MOST = 200;

interface Asked<Q, A> {
  readonly question: Q;
  readonly resolve: (answer: A) => void;
  readonly reject: (failure: unknown) => void;
}

/**
 * One statement for all who ask at once: it begins after each of them has asked, and so says what one of their own
 * would. Who asks while one is under way gets the next; who asks alone waits for nobody.
 * @param answer gives as many answers as there are questions, in their order
 * @returns asks one question. Where many fail together each is asked again alone, so that none fails for another.
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
    // Whoever asks in the same breath comes with them.
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
