import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The test of each invariant, in one run. Most are questions to the same histories, which are then played only once.
 */
for (const name of readdirSync(__dirname).toSorted())
  if (/^i-\d\d-.*\.spec\.ts$/.test(name)) jest.requireActual<object>(join(__dirname, name));
