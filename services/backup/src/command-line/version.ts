import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The version of this Parley. */
export const versionHere = (): string =>
  (JSON.parse(readFileSync(path.join(__dirname, '../../package.json'), 'utf8')) as { readonly version: string })
    .version;
