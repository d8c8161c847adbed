import { together } from './together';

/** Answers with the question and how much was written. Each statement lasts until it is let go. */
function slowAnswers() {
  const begun: (() => void)[] = [];
  let written = 0;
  const ask = together(async (questions: readonly string[]) => {
    const seen = written;
    await new Promise<void>((resolve) => begun.push(resolve));
    return questions.map((question) => `${question}${String(seen)}`);
  });
  return { ask, begun, write: () => void (written += 1) };
}

const aMoment = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a statement for all who ask at once', () => {
  it('is one, gives each its own answer, and sees what was written before any of them asked', async () => {
    const { ask, begun, write } = slowAnswers();
    const first = ask('a');
    write();
    const both = Promise.all([first, ask('b')]);
    await aMoment();
    expect(begun).toHaveLength(1);
    begun[0]?.();
    expect(await both).toEqual(['a1', 'b1']);
  });

  it('is the next one for who asks while it is under way', async () => {
    const { ask, begun, write } = slowAnswers();
    const first = ask('a');
    await aMoment();
    write();
    const late = Promise.all([ask('b'), ask('c')]);
    begun[0]?.();
    expect(await first).toBe('a0');
    await aMoment();
    expect(begun).toHaveLength(2);
    begun[1]?.();
    expect(await late).toEqual(['b1', 'c1']);
  });

  it('that fails for one of them, fails for that one alone', async () => {
    const ask = together((questions: readonly string[]) =>
      questions.includes('bad') ? Promise.reject(new Error('bad')) : Promise.resolve(questions),
    );
    const all = await Promise.allSettled([ask('a'), ask('bad'), ask('c')]);
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await ask('later')).toBe('later');
  });

  it('that answers too few of them fails', async () => {
    await expect(together(() => Promise.resolve([]))('a')).rejects.toThrow('0 answers to 1 questions');
  });
});
