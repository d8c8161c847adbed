/** The words with which the names of operations begin, as the procedure says them. */
const VERBS: ReadonlySet<string> = new Set(
  (
    'accept acknowledge add admit adopt amend annul answer ask assign calculate call certify challenge ' +
    'check choose close comment commit compare conclude confirm consent count cure decide decline discard ' +
    'disclose dismiss download draft end enter escalate export file find finish follow forget give ' +
    'hand keep lay leave list mark move name nominate offer pick propose read rebuild ' +
    'reconcile record refuse remove replace replay reply repudiate request retrieve serve sign state table ' +
    'translate upload verify vote withdraw write '
  )
    .trim()
    .split(' '),
);

/** What is wrong with the name of an operation, which is that of a method in a client. */
export function nameFaults(id: string): readonly string[] {
  if (!/^[a-z]+([A-Z][a-z]+)+$/.test(id)) return [`${id}: not in camel case, or of one word`];
  const words = id.split(/(?=[A-Z])/).map((word) => word.toLowerCase().replace(/s$/, ''));
  return [
    ...(VERBS.has(id.split(/(?=[A-Z])/, 1)[0] ?? '') ? [] : [`${id}: begins with no known verb`]),
    ...(new Set(words).size < words.length ? [`${id}: says a word twice`] : []),
  ];
}
