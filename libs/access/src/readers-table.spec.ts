import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readersTable } from './readers-table';

describe('the README', () => {
  it('shows the table of readers that the rule computes', () => {
    expect(readFileSync(join(__dirname, '../README.md'), 'utf8')).toContain(readersTable());
  });
});
