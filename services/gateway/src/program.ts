import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Program } from '@parley/hosting/installation';
import { SETTINGS } from './known-settings';

/** The gateway as `--help` shows it. */
export const program = (): Program => ({
  call: 'npx nx serve gateway --',
  description: 'The gateway of Parley: one address in front of five services, with the paths of the one process.',
  version: (JSON.parse(readFileSync(path.join(__dirname, '../package.json'), 'utf8')) as { readonly version: string })
    .version,
  settings: SETTINGS,
});
