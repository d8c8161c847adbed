import { canMeasureSizes, sizeOf, sizeOfChildren } from './process-size';

/**
 * Milliseconds of processor time of a request: its server's and PostgreSQL's. Other work on the machine hardly moves
 * it.
 */
export interface ProcessorTime {
  readonly server: number;
  readonly postgres: number;
}

/**
 * Reads how much the servers have used so far, in milliseconds. The only other process that this one has started is
 * PostgreSQL.
 */
export class ProcessorMeter {
  constructor(private readonly servers: readonly number[]) {}

  /** @param server whose own time is wanted */
  read(server: number): ProcessorTime {
    if (!canMeasureSizes()) return { server: NaN, postgres: NaN };
    const ofServers = this.servers.reduce((sum, pid) => sum + sizeOf(pid).cpu, 0);
    return { server: sizeOf(server).cpu * 1000, postgres: (sizeOfChildren(process.pid).cpu - ofServers) * 1000 };
  }
}

/** The time of one request out of so many between two readings. */
export const eachOf = (requests: number, before: ProcessorTime, after: ProcessorTime): ProcessorTime => ({
  server: (after.server - before.server) / requests,
  postgres: (after.postgres - before.postgres) / requests,
});
