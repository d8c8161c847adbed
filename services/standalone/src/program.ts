import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Program } from '@parley/hosting/installation';
import { SETTINGS } from './known-settings';

/** The one-process form as `--help` shows it. */
export const program = (): Program => ({
  call: 'npm start --',
  description:
    'Parley, the dispute-screening system of a bilateral secretariat, in one process with a PostgreSQL of its own.',
  version: (JSON.parse(readFileSync(path.join(__dirname, '../package.json'), 'utf8')) as { readonly version: string })
    .version,
  settings: SETTINGS,
});
