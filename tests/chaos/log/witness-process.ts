import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { ownWorkspace } from '../../support/spawn-parley';

const MAIN = path.join(ownWorkspace, 'services/witness/dist/main.js');

/** The witness of a side, in a process of its own that may be killed. */
export class WitnessProcess {
  #child: ChildProcess | undefined;

  private constructor(
    private readonly folder: string,
    readonly party: string,
    readonly url: string,
    /** Its public key as text. */
    readonly key: string,
  ) {}

  /** Makes the key and the empty state of a witness. It does not run yet. @param folder that is not there yet */
  static make(folder: string, party: string, port: number): WitnessProcess {
    const env = { PARLEY_WITNESS_DIR: folder };
    const key = execFileSync(process.execPath, [MAIN, 'make-key', `${party.toLowerCase()}.example/w`], { env });
    return new WitnessProcess(folder, party, `http://127.0.0.1:${String(port)}`, key.toString().trim());
  }

  /** @param lines of its policy: the log with its address, and the other witness */
  async start(lines: readonly string[]): Promise<void> {
    writeFileSync(path.join(this.folder, 'policy'), [...lines, 'quorum none', ''].join('\n'));
    const { port } = new URL(this.url);
    const env = { PARLEY_WITNESS_DIR: this.folder, PARLEY_PORT: port, PARLEY_WITNESS_SECONDS: '1' };
    const child = spawn(process.execPath, [MAIN, 'serve'], { env, stdio: ['ignore', 'pipe', 'ignore'] });
    this.#child = child;
    for await (const line of createInterface({ input: child.stdout }))
      if (line.startsWith('Parley witness listens on')) return;
    throw new Error(`the witness of ${this.party} does not start`);
  }

  async kill(): Promise<void> {
    const child = this.#child;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }
}
