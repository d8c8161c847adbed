import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

export interface PlainRouteProcess {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts the plain route in a process of its own. @throws when it ends before it listens */
export async function startPlainRoute(databaseUrl: string): Promise<PlainRouteProcess> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', path.join(__dirname, 'plain-route.server.js')],
    {
      env: { ...process.env, PLAIN_ROUTE_DATABASE_URL: databaseUrl },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const listens = /listens on (\S+)/.exec(line);
      if (listens?.[1]) resolve(listens[1]);
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(new Error(`the plain route ended with ${String(code)}`));
    });
  });
  const stop = async (): Promise<void> => {
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  };
  return { url, pid: child.pid ?? -1, stop };
}
