import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** From `dist/support` the path is one folder longer. */
const workspace = path.resolve(__dirname, __dirname.includes(`${path.sep}dist${path.sep}`) ? '../../..' : '../..');

export type ServiceName = 'intake' | 'evidence' | 'panel-review' | 'referral' | 'audit' | 'migrations';
export type Settings = Readonly<Record<string, string>>;

/** A process of one service, as a container runs it. */
export interface SpawnedService {
  readonly pid: number;
  /** Every line that it wrote so far. */
  readonly said: readonly string[];
  /**
   * Resolves with the address on which it listens, once it answers at all.
   * @throws with its output when it ends instead
   */
  listens(): Promise<string>;
  send(signal: NodeJS.Signals): void;
  /** Waits until it ends, and returns its code; `null` when a signal ended it. */
  ended(): Promise<number | null>;
}

const LISTENS = /^(?:parley \S+: answers for its health on|Parley \S+ listens on) (\S+)/;

/** Starts a service, or the job of migrations, with no setting but those given. */
export function spawnService(name: ServiceName, settings: Settings, words: readonly string[] = []): SpawnedService {
  const main = path.join(workspace, 'services', name, 'dist/main.js');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...words], {
    env: { ...withoutParley(process.env), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  const url = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        said.push(line);
        const listens = LISTENS.exec(line);
        if (listens?.[1]) resolve(listens[1]);
      });
    }
    child.once('error', reject);
    child.once('close', (code, signal) =>
      reject(new Error(`${name} ended with ${String(code ?? signal)}:\n${said.join('\n')}`)),
    );
  });
  url.catch(() => undefined);
  return {
    pid: child.pid ?? -1,
    said,
    listens: () => url,
    send: (signal) => void child.kill(signal),
    ended: () => endOf(child),
  };
}

async function endOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
  return child.exitCode;
}

const withoutParley = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('PARLEY_')));
