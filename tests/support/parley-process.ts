import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { folderWithCluster, removeFolder } from './data-folder';
import { formOfRun, type Form } from './form';
import { settingsOfForm } from './settings-of-form';
import { spawnParley } from './spawn-parley';

export interface ParleyOptions {
  /** One of its own, with a new cluster, is made and removed when left out. An empty one shows a first start. */
  readonly dataDir?: string;
  readonly port?: number;
  /** Instant at which the demonstration clock starts; the real clock when left out. */
  readonly clock?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether it runs in a process group of its own, as under a terminal. */
  readonly ownGroup?: boolean;
  /** Gets each line that the process writes. */
  readonly log?: (line: string) => void;
  /** The form of the run when left out. */
  readonly form?: Form;
  /** Folder in which `services/` lies; this workspace when left out. */
  readonly workspace?: string;
}

/** A Parley of the test's own, in the form of the run. Killing its process ends all of it. */
export class ParleyProcess {
  private constructor(
    readonly url: string,
    readonly dataDir: string,
    private readonly child: ChildProcess,
    private readonly ownsFolder: boolean,
  ) {}

  /** Starts, and resolves when it listens. @throws with its output when it ends instead */
  static async start({
    dataDir,
    port = 0,
    clock,
    env = {},
    ownGroup = false,
    log,
    form = formOfRun(),
    workspace,
  }: ParleyOptions = {}): Promise<ParleyProcess> {
    const folder = dataDir ?? folderWithCluster();
    const child = spawnParley(
      await settingsOfForm(form, {
        PARLEY_DATA_DIR: folder,
        PARLEY_PORT: String(port),
        ...(clock === undefined ? {} : { PARLEY_DEMO_CLOCK: clock }),
        ...env,
      }),
      { ownGroup, form, ...(workspace === undefined ? {} : { workspace }) },
    );
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

  /** Ends it in order, by SIGTERM, and removes the folder when it was made for this process. */
  async stop(): Promise<void> {
    await this.end('SIGTERM');
    if (this.ownsFolder) removeFolder(this.dataDir);
  }

  /** Ends it at once, whatever is under way. The folder stays for the next start. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Waits until it ends, and returns its code. */
  async ended(): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'exit');
    return this.child.exitCode;
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill(signal);
    await gone;
  }
}
