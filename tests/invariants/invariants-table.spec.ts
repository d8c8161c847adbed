import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AWAITED } from './awaited';
import { invariantsTable } from './invariants-table';
import { INVARIANTS } from '@parley/procedure';

const specs = readdirSync(__dirname).filter((name) => /^i-\d\d-/.test(name) && name.endsWith('.spec.ts'));

describe('the invariants', () => {
  it('stand in the README as their files have them', () => {
    // Out of date? `node -C parley-source tests/invariants/write-table.cjs` writes it anew.
    expect(readFileSync(join(__dirname, 'README.md'), 'utf8')).toContain(invariantsTable());
  });

  it('have each one test that is named for it, or what it waits for', () => {
    const numbers = specs.map((name) => name.slice(0, 4).toUpperCase());
    expect(new Set(numbers).size).toBe(numbers.length);
    expect([...numbers, ...Object.keys(AWAITED)].toSorted()).toEqual(Object.keys(INVARIANTS));
  });

  it('are each tested under their own sentence', () => {
    const strangers = specs.filter(
      (name) =>
        !readFileSync(join(__dirname, name), 'utf8').includes(`describe(sentence('${name.slice(0, 4).toUpperCase()}')`),
    );
    expect(strangers).toEqual([]);
  });
});
