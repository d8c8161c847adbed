/**
 * Asks at most once in so many milliseconds, and gives the answer before meanwhile: what anybody may ask must not cost
 * a query each time.
 */
export function keptAnswer<Value>(millis: number, ask: () => Promise<Value>): () => Promise<Value> {
  let kept: { readonly answer: Promise<Value>; readonly until: number } | undefined;
  return () => {
    if (!kept || performance.now() >= kept.until) kept = { answer: ask(), until: performance.now() + millis };
    return kept.answer;
  };
}
