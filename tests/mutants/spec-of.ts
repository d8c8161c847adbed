import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The test of an invariant, by the number that its file is named for; a path in the repository. */
export function specOf(invariant: string, workspace: string): string | undefined {
  const found = readdirSync(join(workspace, 'tests/invariants')).find(
    (name) => name.startsWith(`${invariant.toLowerCase()}-`) && name.endsWith('.spec.ts'),
  );
  return found === undefined ? undefined : `tests/invariants/${found}`;
}

/** They play many histories, and take longer than all others of their service together. */
const OF_MANY_HISTORIES = /[/](random-|[^/]*\.(properties|invariants)\.)/;

/**
 * The tests of a decider: those of the rules beside it, then those of all rules of its service, at last those of many
 * histories.
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
