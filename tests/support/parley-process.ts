import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

export interface ParleyOptions {
  /** A folder of its own is made and removed when left out. */
  readonly dataDir?: string;
  readonly port?: number;
  /** Where the demonstration clock starts; the real clock when left out. */
  readonly clock?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Gets each line that the process writes. */
  readonly log?: (line: string) => void;
}

const MAIN = path.resolve(__dirname, '../../services/standalone/dist/main.js');
/** From `dist/support` the way is one folder longer. */
const main = __dirname.includes(`${path.sep}dist${path.sep}`) ? path.resolve(__dirname, '../../../services/standalone/dist/main.js') : MAIN;

/** A Parley of the test's own: the one-process form as `npm start` runs it, in a process that can be killed. */
export class ParleyProcess {
  private constructor(
    readonly url: string,
    readonly dataDir: string,
    private readonly child: ChildProcess,
    private readonly ownsFolder: boolean,
  ) {}

  /** Starts and resolves when it listens. @throws with what it said when it ends instead */
  static async start({ dataDir, port = 0, clock, env = {}, log }: ParleyOptions = {}): Promise<ParleyProcess> {
    const folder = dataDir ?? ownFolder();
    const child = spawn(process.execPath, [main], {
      env: {
        ...withoutParley(process.env),
        PARLEY_DATA_DIR: folder,
        PARLEY_PORT: String(port),
        PARLEY_LOG_LEVEL: 'error',
        ...(clock === undefined ? {} : { PARLEY_DEMO_CLOCK: clock }),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said: string[] = [];
    const url = await new Promise<string>((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr]) {
        createInterface({ input: stream }).on('line', (line) => {
          log?.(line);
          if (said.length < 200) said.push(line);
          const listens = /^Parley listens on (\S+)/.exec(line);
          if (listens?.[1]) resolve(listens[1]);
        });
      }
      child.once('error', reject);
      child.once('exit', (code, signal) => {
        reject(new Error(`Parley ended with ${String(code ?? signal)}:\n${said.join('\n')}`));
      });
    });
    return new ParleyProcess(url, folder, child, dataDir === undefined);
  }

  get pid(): number {
    return this.child.pid ?? -1;
  }

  /** Ends as Ctrl-C does, and removes the folder when it was made for this process. */
  async stop(): Promise<void> {
    await this.end('SIGTERM');
    if (this.ownsFolder) rmSync(this.dataDir, { recursive: true, force: true });
  }

  /** Ends at once, whatever is under way. The folder stays for the next start. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill(signal);
    await gone;
  }
}

/** Open to PostgreSQL's own user, where the tests run as root. */
function ownFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-'));
  chmodSync(folder, 0o755);
  return folder;
}

const withoutParley = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('PARLEY_')));
