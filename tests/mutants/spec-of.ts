import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The path in the repository of an invariant's test. Its file is named for the number of the invariant. */
export function specOf(invariant: string, workspace: string): string | undefined {
  const found = readdirSync(join(workspace, 'tests/invariants')).find(
    (name) => name.startsWith(`${invariant.toLowerCase()}-`) && name.endsWith('.spec.ts'),
  );
  return found === undefined ? undefined : `tests/invariants/${found}`;
}

/** Specs that play many histories. They take longer than all others of their service together. */
const OF_MANY_HISTORIES = /[/](random-|[^/]*\.(properties|invariants)\.)/;

/**
 * The tests of a decider: first those of the rules beside it, then those of all rules of its service, last those that
 * play many histories.
 */
export function rulesSpecsOf(file: string, workspace: string): readonly (readonly string[])[] {
  const root = file.slice(0, file.indexOf('/src/') + '/src/'.length);
  const all = readdirSync(join(workspace, root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.rules.spec.ts'))
    .map((name) => join(root, name))
    .toSorted();
  const { near, short, long } = Object.groupBy(all, (name) =>
    dirname(name) === dirname(file) ? 'near' : OF_MANY_HISTORIES.test(name) ? 'long' : 'short',
  );
  return [near, short, long].flatMap((specs) => (specs ? [specs] : []));
}
