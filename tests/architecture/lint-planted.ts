import { spawnSync } from 'node:child_process';
import { mkdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

export const WORKSPACE = join(__dirname, '../..');

export interface LintMessage {
  readonly ruleId: string | null;
  readonly message: string;
}

interface LintResult {
  readonly filePath: string;
  readonly messages: readonly LintMessage[];
}

/**
 * Writes files into the workspace, lints them as the lint script does, and removes them again, whatever happens.
 * @param sources by path inside the workspace
 * @returns the messages of lint on each
 */
export function lintPlanted(
  sources: Readonly<Record<string, string>>,
): Readonly<Record<string, readonly LintMessage[]>> {
  const made: string[] = [];
  try {
    for (const [path, source] of Object.entries(sources)) {
      const file = join(WORKSPACE, path);
      const folder = mkdirSync(dirname(file), { recursive: true });
      if (folder !== undefined) made.push(folder);
      writeFileSync(file, source);
      made.push(file);
    }
    // Without a cached project graph the rule of the tags only warns and checks nothing.
    run('nx/dist/bin/nx.js', ['show', 'projects']);
    const output = run('eslint/bin/eslint.js', ['--format', 'json', ...Object.keys(sources)]);
    const results = JSON.parse(output) as readonly LintResult[];
    return Object.fromEntries(results.map(({ filePath, messages }) => [relative(WORKSPACE, filePath), messages]));
  } finally {
    for (const path of made.reverse()) remove(path);
  }
}

function remove(path: string): void {
  if (path.endsWith('.ts')) rmSync(path, { force: true });
  else rmdirSync(path);
}

function run(script: string, args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(WORKSPACE, 'node_modules', script), ...args], {
    cwd: WORKSPACE,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  // ESLint exits with 1 when it finds faults, and with 2 when it cannot lint at all.
  if (status === null || status > 1) throw new Error(`${script} failed: ${stderr}`);
  return stdout;
}
