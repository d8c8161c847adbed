import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Program } from '@parley/hosting/installation';
import { SETTINGS } from './settings';

/** The trial as `--help` shows it. */
export const program = (): Program => ({
  call: 'npm run start:distributed --',
  description:
    'Parley’s services as processes of their own on this machine, with a gateway, a Kafka and a ' +
    'PostgreSQL. For trying, not for production.',
  version: (JSON.parse(readFileSync(path.join(__dirname, '../package.json'), 'utf8')) as { readonly version: string })
    .version,
  settings: SETTINGS,
});
