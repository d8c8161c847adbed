/** The same act with other content of the same form; `undefined` when nothing in it can be changed. */
export function otherContent(body: object | undefined): object | undefined {
  const changed = changedIn(body);
  return changed === body ? undefined : (changed as object);
}

/** Changes the first text, digest, boolean or number that it meets. */
function changedIn(value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value))
    return (
      changedOnce(
        value.map((each: unknown, index) => [String(index), each] as const),
        (entries) => entries.map(([, each]) => each),
      ) ?? value
    );
  return changedOnce(Object.entries(value), (entries) => Object.fromEntries(entries)) ?? value;
}

const FREE = new Set(['text', 'en', 'of']);
const DIGEST = /^[0-9a-f]{64}$/;

function changedOnce<Whole>(
  entries: readonly (readonly [string, unknown])[],
  whole: (entries: readonly (readonly [string, unknown])[]) => Whole,
): Whole | undefined {
  for (const [index, [name, value]] of entries.entries()) {
    const other = typeof value === 'string' ? otherText(name, value) : changedIn(value);
    if (other !== value) return whole(entries.map((entry, at) => (at === index ? ([name, other] as const) : entry)));
  }
  return undefined;
}

function otherText(name: string, text: string): string {
  if (DIGEST.test(text)) return [...text].toReversed().join('');
  return FREE.has(name) && text.length > 3 ? `${text} Otherwise.` : text;
}
