import { Command } from 'commander';
import { copyToS3 } from './copy-to-s3';

/** Milliseconds between two lines of progress. */
const EVERY_MS = 2_000;

/**
 * The command that copies a folder of blobs to a bucket. Ends with code 1 when something could not be copied, and says
 * what.
 */
export async function moveBlobs(argv: readonly string[]): Promise<void> {
  await new Command('npm run move-blobs --')
    .description(
      'Copies the exhibits and dossiers that a folder keeps to an object storage, each checked against ' +
        'its digest. Nothing may run on the folder meanwhile; nothing is removed from it, and doing it ' +
        'again is harmless.',
    )
    .argument('<folder>', 'the folder `blobs` of a data folder')
    .argument(
      '<address>',
      's3://bucket/prefix?endpoint=…&region=…, as in PARLEY_BLOBS_URL; credentials by the variables of AWS',
    )
    .action(copy)
    .parseAsync(argv);
}

async function copy(folder: string, address: string): Promise<void> {
  let toldAt = performance.now();
  const progress = (copied: number): void => {
    if (performance.now() - toldAt < EVERY_MS) return;
    toldAt = performance.now();
    process.stderr.write(`  … ${String(copied)} copied\n`);
  };
  try {
    const { said, sound } = await copyToS3(folder, address, { progress });
    process.stdout.write(`${said.join('\n')}\n`);
    if (!sound) process.exitCode = 1;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
