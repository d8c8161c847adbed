import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The test of an invariant, by the number that its file is named for; a path in the repository. */
export function specOf(invariant: string, workspace: string): string | undefined {
  const found = readdirSync(join(workspace, 'tests/invariants')).find(
    (name) => name.startsWith(`${invariant.toLowerCase()}-`) && name.endsWith('.spec.ts'),
  );
  return found === undefined ? undefined : `tests/invariants/${found}`;
}

/** The tests of a decider: those of the rules beside it, then those of all rules of its service. */
export function rulesSpecsOf(file: string, workspace: string): readonly (readonly string[])[] {
  const root = file.slice(0, file.indexOf('/src/') + '/src/'.length);
  const all = readdirSync(join(workspace, root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.rules.spec.ts'))
    .map((name) => join(root, name))
    .toSorted();
  const near = all.filter((name) => dirname(name) === dirname(file));
  return [near, all.filter((name) => !near.includes(name))].filter((specs) => specs.length > 0);
}
