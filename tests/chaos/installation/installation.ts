import { randomUUID } from 'node:crypto';
import { createWriteStream, readFileSync, type WriteStream } from 'node:fs';
import path from 'node:path';
import type { Kafka } from 'kafkajs';
import { kafkaOf } from '../checker/every-record';
import { Client } from '../../support/client';
import { isRunning } from '../../support/data-folder';
import { ParleyProcess } from '../../support/parley-process';
import { until } from '../until';
import { isOf, listedProcesses, type ListedProcess } from './process-list';

export interface InstallationOptions {
  readonly dataDir: string;
  readonly brokers: 1 | 3;
  /** As PARLEY_INSTANCES takes it. */
  readonly instances: string;
  /** Folder in which `services/` lies; this workspace when left out. */
  readonly workspace?: string;
}

/** The instant at which demonstration time begins. */
const CLOCK = '2026-03-02T09:00:00+01:00';
/** Milliseconds in which everything that was ended must be back, on a machine that is busy with other work. */
const BACK_WITHIN_MS = 240_000;
const MOVE_WITHIN_MS = 300_000;

/**
 * The distributed form in a data folder, seen from outside: over HTTP, its topics, its list of processes, and signals.
 */
export class Installation {
  #now = new Date(CLOCK).toISOString();

  private constructor(
    private readonly parley: ParleyProcess,
    private readonly log: WriteStream,
    readonly dataDir: string,
    readonly kafka: Kafka,
    readonly namespace: string,
  ) {}

  /** Starts it and resolves when all of it is ready. Its output goes to `parley.log` in the data folder. */
  static async start({ dataDir, brokers, instances, workspace }: InstallationOptions): Promise<Installation> {
    const log = createWriteStream(path.join(dataDir, 'parley.log'), { flags: 'a' });
    const parley = await ParleyProcess.start({
      dataDir,
      form: 'distributed',
      clock: CLOCK,
      // It has a Kafka of its own and not that of the test run, because it is going to be killed.
      env: {
        PARLEY_KAFKA_BROKERS: '',
        KAFKA_BROKERS: '',
        PARLEY_BROKERS: String(brokers),
        PARLEY_INSTANCES: instances,
      },
      log: (line) => void log.write(`${line}\n`),
      ...(workspace === undefined ? {} : { workspace }),
    });
    const listed = await until('a list of processes', BACK_WITHIN_MS, () =>
      listedProcesses(dataDir).length > 0 ? listedProcesses(dataDir) : undefined,
    );
    const { namespace } = JSON.parse(readFileSync(path.join(dataDir, 'kafka.json'), 'utf8')) as {
      readonly namespace: string;
    };
    const addresses = listed.filter((each) => isOf('kafka', each)).map(({ url }) => url);
    return new Installation(parley, log, dataDir, kafkaOf(addresses), namespace);
  }

  get url(): string {
    return this.parley.url;
  }

  /** The instant at which demonstration time stands. */
  get now(): string {
    return this.#now;
  }

  /** The processes of a service, or `gateway`, `kafka`, `postgres`. */
  processesOf(service: string): readonly ListedProcess[] {
    return listedProcesses(this.dataDir).filter((each) => isOf(service, each));
  }

  /**
   * Sends a signal to a process. @returns the process id
   * @throws when there is no such process
   */
  signal(name: string, signal: NodeJS.Signals): number {
    const pid = listedProcesses(this.dataDir).find((each) => each.name === name)?.pid;
    if (pid == null) throw new Error(`there is no process ${name} now`);
    process.kill(pid, signal);
    return pid;
  }

  /** Resolves when a process has ended, and another one is ready in its place. */
  async untilReplaced(name: string, ended: number): Promise<void> {
    await until(`the end of ${name}`, BACK_WITHIN_MS, () => (isRunning(ended) ? undefined : true));
    await until(`another ${name}`, BACK_WITHIN_MS, () => {
      const found = listedProcesses(this.dataDir).find((each) => each.name === name);
      return found?.ready && found.pid !== null && found.pid !== ended ? found : undefined;
    });
  }

  /** Resolves when everything is ready. */
  async untilReady(): Promise<void> {
    await until('all to be ready', BACK_WITHIN_MS, () =>
      listedProcesses(this.dataDir).every(({ ready }) => ready) ? true : undefined,
    );
  }

  /** Moves demonstration time on. It resolves once everything that follows from the acts so far has happened. */
  async move(hours: number): Promise<void> {
    const to = new Date(Date.parse(this.#now) + hours * 3_600_000).toISOString();
    // It is one command, however often it is sent. The clock runs on, so a second command to the same instant would go
    // back.
    const key = randomUUID();
    await until(`a move of the clock to ${to}`, MOVE_WITHIN_MS, async () => {
      const operator = await Client.as(this.url, 'operator');
      return operator.act('/v1/demonstration-clock', { to }, { key, timeoutMs: MOVE_WITHIN_MS });
    });
    this.#now = to;
  }

  async stop(): Promise<void> {
    await this.parley.stop();
    await new Promise((resolve) => this.log.end(resolve));
  }
}
