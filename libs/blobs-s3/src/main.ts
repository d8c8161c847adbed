import { copyToS3 } from './copy-to-s3';

const [folder, address] = process.argv.slice(2);

async function main(): Promise<void> {
  if (folder === undefined || address === undefined) throw new Error('Usage: main.js <folder of blobs> <s3://bucket/prefix?…>');
  const { said, sound } = await copyToS3(folder, address);
  process.stdout.write(`${said.join('\n')}\n`);
  if (!sound) process.exitCode = 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
