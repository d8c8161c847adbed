import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A process of the distributed form, as its data folder tells of it. */
export interface ListedProcess {
  /** `intake`, `audit-2`, `gateway`, `kafka-1`, `postgres`. */
  readonly name: string;
  readonly pid: number | null;
  readonly url: string;
  readonly metricsUrl?: string;
  readonly ready: boolean;
}

/** The processes in `processes.json` now; none before the file is there. */
export function listedProcesses(dataDir: string): readonly ListedProcess[] {
  try {
    return JSON.parse(readFileSync(path.join(dataDir, 'processes.json'), 'utf8')) as readonly ListedProcess[];
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw failure;
  }
}

/** True when a process belongs to a service: `audit` and `audit-2` are the audit's. */
export const isOf = (service: string, { name }: Pick<ListedProcess, 'name'>): boolean =>
  name === service || (name.startsWith(`${service}-`) && /^\d+$/.test(name.slice(service.length + 1)));
