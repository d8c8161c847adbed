import { renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A process of the trial, as others are told of it. */
export interface RunningProcess {
  /** `intake`, `audit-2`, `kafka-1`, `postgres`. */
  readonly name: string;
  /** Absent while there is none. */
  readonly pid: number | undefined;
  /** Where it listens. */
  readonly url: string;
  /** Where Prometheus would ask it; absent for what has no such place. */
  readonly metricsUrl?: string;
  /** Whether it takes requests, when it was last asked. */
  readonly ready: boolean;
}

const FILE = 'processes.json';

/** Tells in the data folder which processes there are, for who wants to watch them, or to end one. */
export class ProcessList {
  #written = '';

  constructor(private readonly dataDir: string) {}

  /** Writes the file when something has changed. Whoever reads it finds it whole. */
  write(processes: readonly RunningProcess[]): void {
    const text = `${JSON.stringify(
      processes.map(({ name, pid, url, metricsUrl, ready }) => ({ name, pid: pid ?? null, url, metricsUrl, ready })),
      null,
      1,
    )}\n`;
    if (text === this.#written) return;
    const file = path.join(this.dataDir, FILE);
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
    this.#written = text;
  }
}
