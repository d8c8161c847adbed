/**
 * A pure function of a text that remembers its last answers. When it holds `limit` answers it forgets them all. Answers
 * that are asked for often are soon there again.
 */
export function boundedMemo<Key extends string, Value>(
  limit: number,
  compute: (key: Key) => Value,
): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = compute(key);
    if (known.size >= limit) known.clear();
    known.set(key, value);
    return value;
  };
}
