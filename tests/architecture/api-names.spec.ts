import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WORKSPACE } from './lint-planted';

const DECLARATION = /^export class (\w+(?:Shown|Response|Request|Controller))\b/gm;

const declared = ['libs', 'services'].flatMap((parent) =>
  readdirSync(join(WORKSPACE, parent), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && entry.parentPath.includes('/src'))
    .flatMap((entry) =>
      [...readFileSync(join(entry.parentPath, entry.name), 'utf8').matchAll(DECLARATION)].map(([, name]) => name),
    ),
);

describe('the schemas and the controllers of the API', () => {
  /**
   * All services share one document, in which schemas and operations are found by the names of classes. Of two classes
   * with one name a reader would see only one.
   */
  it('have a name of their own, each, over all services', () => {
    expect(declared.filter((name, index) => declared.indexOf(name) !== index)).toEqual([]);
    expect(declared.length).toBeGreaterThan(150);
  });
});
