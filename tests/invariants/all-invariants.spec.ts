import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The test of each invariant, in one run: most are questions to the same histories, and these are played once for all.
 */
for (const name of readdirSync(__dirname).toSorted())
  if (/^i-\d\d-.*\.spec\.ts$/.test(name)) jest.requireActual<object>(join(__dirname, name));
