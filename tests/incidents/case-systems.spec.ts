import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CASE_SYSTEM_INCIDENTS } from './case-systems';

const ROOT = path.join(__dirname, '../..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

describe('what went wrong in other case systems', () => {
  it.each(CASE_SYSTEM_INCIDENTS)('is held off here: $what', ({ spec, test }) => {
    // The test has to run, so it may be neither skipped nor run alone.
    expect(read(spec)).toContain(`  it('${test}'`);
  });

  it('stands in the README, each with its test', () => {
    const readme = read('tests/incidents/README.md');
    for (const { what, spec } of CASE_SYSTEM_INCIDENTS)
      expect(readme).toContain(
        `| ${what} | [${path.basename(spec)}](${path.relative(__dirname, path.join(ROOT, spec))}) |`,
      );
  });
});
