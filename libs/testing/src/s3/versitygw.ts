import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '@parley/embedded-postgres';
import type { S3Server } from './s3-server';

const READY_MS = 15_000;

/** Starts a gateway over a folder of its own, which is removed when it stops. */
export async function startVersitygw(binary: string): Promise<S3Server> {
  const base = mkdtempSync(path.join(tmpdir(), 'parley-s3-'));
  const [folder, versions] = [path.join(base, 'buckets'), path.join(base, 'versions')];
  for (const made of [folder, versions]) mkdirSync(made);
  const credentials = { accessKeyId: 'parley-tests', secretAccessKey: randomUUID() };
  const port = await freePort();
  const args = [
    '--port',
    `127.0.0.1:${port}`,
    '--quiet',
    '--keep-alive',
    'posix',
    '--versioning-dir',
    versions,
    folder,
  ];
  const env = {
    ...process.env,
    ROOT_ACCESS_KEY_ID: credentials.accessKeyId,
    ROOT_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  };
  const [command = binary, ...rest] = [...diesWithParent(), binary, ...args];
  const server = spawn(command, rest, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const stop = async (): Promise<void> => {
    if (server.exitCode === null && server.kill('SIGKILL')) await once(server, 'exit');
    rmSync(base, { recursive: true, force: true });
  };
  const endpoint = `http://127.0.0.1:${port}`;
  try {
    await readiness(server, endpoint);
  } catch (error) {
    await stop();
    throw error;
  }
  return { endpoint, credentials, folder, stop };
}

/** Without this prefix a server whose parent was killed with -9 goes on as an orphan. */
function diesWithParent(): readonly string[] {
  const prefix = ['setpriv', '--pdeathsig', 'KILL'];
  return process.platform === 'linux' && spawnSync('setpriv', [...prefix.slice(1), 'true']).status === 0 ? prefix : [];
}

/** Waits until it listens: from then on it answers a stranger with a refusal. */
async function readiness(server: ChildProcess, endpoint: string): Promise<void> {
  let said = '';
  server.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  for (const until = Date.now() + READY_MS; Date.now() < until;) {
    if (server.exitCode !== null) break;
    const answered = await fetch(endpoint).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`the S3 gateway does not answer: ${said.trim() || 'it said nothing'}`);
}
