import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readCommandLine, sentenceOf } from '@parley/hosting/installation';
import { MIGRATIONS_SETTINGS, migrationsSettings } from './migrations-settings';
import { runMigrations } from './run-migrations';

/**
 * Runs the job once. It writes each step as a line on standard output. When it cannot go on, it says why in one
 * sentence and exits with 1.
 */
export async function run(words: readonly string[], env: Readonly<Record<string, string | undefined>>): Promise<void> {
  try {
    readCommandLine(words, {
      call: 'node dist/main.js',
      description: DESCRIPTION,
      version: version(),
      settings: MIGRATIONS_SETTINGS,
    });
    await runMigrations(migrationsSettings(env), (step) => process.stdout.write(`${step}\n`));
    process.stdout.write('all is prepared\n');
  } catch (error) {
    process.stderr.write(`parley migrations: ${sentenceOf(error, 'PARLEY_ADMIN_DATABASE_URL')}\n`);
    process.exitCode = 1;
  }
}

const DESCRIPTION = 'Prepares database and broker for Parley’s services, once and before each upgrade of them.';

const version = (): string =>
  (JSON.parse(readFileSync(path.join(__dirname, '../package.json'), 'utf8')) as { readonly version: string }).version;
