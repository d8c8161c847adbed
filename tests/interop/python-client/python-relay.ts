import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { PythonTool } from '@parley/testing';

/** What went through the generated client. */
export interface Told {
  /** Ids of the operations that were used. */
  readonly operations: readonly string[];
  /** Where what the client read differs from what was sent, and what it threw. */
  readonly faults: readonly string[];
}

/** A client that was generated in a folder from a document. */
interface Generated {
  readonly document: string;
  readonly folder: string;
  readonly name: string;
}

/** An address at which every request to Parley is made by a client that was generated in Python. */
export class PythonRelay {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcessByStdio<null, Readable, null>,
  ) {}

  /** @throws when the program ends before it listens */
  static async start(
    { python }: PythonTool,
    { document, folder, name }: Generated,
    parley: string,
  ): Promise<PythonRelay> {
    const relay = path.join(__dirname, 'relay.py');
    const child = spawn(python, [relay, document, folder, name, parley], { stdio: ['ignore', 'pipe', 'inherit'] });
    const lines = createInterface({ input: child.stdout });
    const [line] = (await Promise.race([once(lines, 'line'), once(child, 'exit')])) as readonly unknown[];
    const [, url] = /^listens on (\S+)$/.exec(String(line)) ?? [];
    if (url === undefined) throw new Error(`the relay ended with ${String(line)}`);
    return new PythonRelay(url, child);
  }

  async told(): Promise<Told> {
    return (await (await fetch(`${this.url}/told`)).json()) as Told;
  }

  async stop(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.kill();
    await gone;
  }
}
