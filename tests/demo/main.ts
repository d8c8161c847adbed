import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { ParleyProcess } from '../support/parley-process';
import { Cast } from './cast';
import { Narrator } from './narrator';
import { play } from './play';

const START = '2025-02-03T09:00:00+01:00';

const program = new Command('npm run demo --')
  .description(
    'Plays DS633 from filing to referral over HTTP, on an instance of its own with a demonstration clock ' +
      'that starts at 2025-02-03.',
  )
  .option(
    '--folder <path>',
    'where the instance keeps its data and the dossier is put',
    path.join('.parley', `demo-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`),
  )
  .option('--distributed', 'run each service as a process of its own, over Kafka', false)
  .option('--keep', 'leave the instance running afterwards, to look around', false)
  .action(async ({ folder, keep, distributed }: { folder: string; keep: boolean; distributed: boolean }) => {
    const dataDir = path.resolve(folder);
    mkdirSync(dataDir, { recursive: true });
    process.stdout.write(`Starting an instance of its own in ${dataDir} …\n`);
    const parley = await ParleyProcess.start({
      dataDir: path.join(dataDir, 'data'),
      clock: START,
      ...(distributed ? { form: 'distributed' } : {}),
    });
    try {
      const dossier = await play(
        await Cast.of(parley.url),
        new Narrator((text) => process.stdout.write(text)),
        dataDir,
      );
      process.stdout.write(`\nThe dossier: ${dossier}\n`);
      if (keep) await untilInterrupted(parley.url);
    } finally {
      await parley.stop();
    }
  });

async function untilInterrupted(url: string): Promise<void> {
  process.stdout.write(`Still running on ${url}; the docket is at ${url}/docket. Ctrl-C stops it.\n`);
  await new Promise((resolve) => process.once('SIGINT', resolve));
}

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`The demonstration failed: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
