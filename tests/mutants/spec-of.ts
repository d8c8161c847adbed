import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The test of an invariant, by the number that its file is named for; a path in the repository. */
export function specOf(invariant: string, workspace: string): string | undefined {
  const found = readdirSync(join(workspace, 'tests/invariants')).find(
    (name) => name.startsWith(`${invariant.toLowerCase()}-`) && name.endsWith('.spec.ts'),
  );
  return found === undefined ? undefined : `tests/invariants/${found}`;
}
