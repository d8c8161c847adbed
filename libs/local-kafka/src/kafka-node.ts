import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { insistOnPort } from '@parley/embedded-postgres';
import { diesWithParent } from './dies-with-parent';
import { notePid } from './leftovers';
import { LocalKafkaError } from './local-kafka.error';

export interface NodeProgram {
  readonly java: string;
  /** The folder of Kafka's jars. */
  readonly jars: string;
  /** Megabytes of the JVM's heap. */
  readonly heapMb: number;
  /** More options of the JVM. */
  readonly options: readonly string[];
}

const STARTED = 'Kafka Server started';
/** This is long, because a node may share two cores with all that waits for it. */
const START_WITHIN_MS = 180_000;
const STOP_WITHIN_MS = 20_000;
const LOOK_EVERY_MS = 50;
/** The exit codes of an end by itself, and of Java after SIGTERM. */
const IN_ORDER = [0, 143];

/**
 * A broker that lives for minutes uses only Java's first compiler. The second one takes as much processor time as the
 * broker itself, and has not paid off when the broker ends.
 */
const SHORT_LIVED = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];

/**
 * One Kafka process, broker and controller at once, over its folder of data. It can be ended and started again as often
 * as a test likes.
 */
export class KafkaNode {
  private server: ChildProcess | undefined;
  private readonly endWithProcess = (): void => void this.server?.kill('SIGKILL');

  constructor(
    /** From 1 on. */
    readonly id: number,
    readonly folder: string,
    private readonly ports: { readonly clients: number; readonly controller: number },
    private readonly program: NodeProgram,
  ) {}

  /** `127.0.0.1:<port>` for clients; the same after each start. */
  get address(): string {
    return `127.0.0.1:${this.ports.clients}`;
  }

  get pid(): number | undefined {
    return this.running ? this.server?.pid : undefined;
  }

  get running(): boolean {
    return this.server?.exitCode === null && this.server.signalCode === null;
  }

  /** What Kafka wrote, over all its starts. */
  get logFile(): string {
    return path.join(this.folder, 'kafka.log');
  }

  /**
   * Starts the node unless it is running. Resolves when it serves, which in a cluster needs most of the others.
   * @throws LocalKafkaError `port-taken`, or `failed` with Kafka's own reason
   */
  async start(): Promise<void> {
    if (this.running) return;
    await Promise.all(Object.values(this.ports).map(insistedOn));
    const log = openSync(this.logFile, 'a');
    const { size: before } = statSync(this.logFile);
    const [command, ...args] = [
      ...diesWithParent(),
      ...this.command('kafka.Kafka', path.join(this.folder, 'server.properties')),
    ];
    // The node has a process group of its own. So Ctrl-C in a terminal reaches only us, and the services can drain
    // before the node goes.
    const server = spawn(command ?? '', args, {
      stdio: ['ignore', log, log],
      cwd: this.folder,
      detached: process.platform !== 'win32',
    });
    closeSync(log);
    this.server = server;
    if (server.pid !== undefined) notePid(this.folder, server.pid);
    process.once('exit', this.endWithProcess);
    try {
      await this.started(server, before);
    } catch (error) {
      await this.kill();
      throw error;
    }
  }

  /** The java command line of one of Kafka's own programs, with this node's logging. */
  command(main: string, ...args: readonly string[]): readonly string[] {
    const { java, jars, heapMb, options } = this.program;
    const heap = [`-Xms${Math.min(heapMb, 128)}m`, `-Xmx${heapMb}m`, ...SHORT_LIVED];
    return [
      java,
      ...heap,
      ...options,
      `-Dlog4j2.configurationFile=${path.join(this.folder, 'log4j2.properties')}`,
      '-cp',
      `${jars}/*`,
      main,
      ...args,
    ];
  }

  /** True when it has ended, and was cut short neither by a signal nor by a fault of Java. */
  get endedInOrder(): boolean {
    return this.server !== undefined && IN_ORDER.includes(this.server.exitCode ?? -1);
  }

  /**
   * Ends the node in order, by SIGTERM: it hands its partitions over first. It is killed when it has not ended in that
   * time.
   */
  async stop(withinMs = STOP_WITHIN_MS): Promise<void> {
    if (!this.running) return;
    const impatient = setTimeout(() => this.server?.kill('SIGKILL'), withinMs);
    this.server?.kill('SIGCONT');
    await this.end('SIGTERM');
    clearTimeout(impatient);
  }

  /** Ends the node as a crash does. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Makes the node stand still with its connections open, like a machine that is short of everything. */
  pause(): void {
    this.server?.kill('SIGSTOP');
  }

  resume(): void {
    this.server?.kill('SIGCONT');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    process.off('exit', this.endWithProcess);
    if (this.server === undefined || !this.running) return;
    const gone = once(this.server, 'exit');
    this.server.kill(signal);
    await gone;
  }

  private async started(server: ChildProcess, from: number): Promise<void> {
    const failed = new Promise<never>((_, reject) => {
      server.once('error', (cause) => reject(this.failure(cause.message)));
      server.once('exit', (code, signal) =>
        reject(this.failure(lastWords(this.written(from)) ?? `it ended with ${code ?? signal}`)),
      );
    });
    const abandoned = new AbortController();
    await Promise.race([failed, this.said(STARTED, from, abandoned.signal)]).finally(() => abandoned.abort());
  }

  private async said(words: string, from: number, abandoned: AbortSignal): Promise<void> {
    const deadline = Date.now() + START_WITHIN_MS;
    while (!abandoned.aborted && !this.written(from).includes(words)) {
      if (Date.now() > deadline) throw this.failure(`it was not ready within ${START_WITHIN_MS / 1000} s`);
      await sleep(LOOK_EVERY_MS);
    }
  }

  private written(from: number): string {
    return readFileSync(this.logFile).subarray(from).toString('utf8');
  }

  private failure(why: string): LocalKafkaError {
    return new LocalKafkaError('failed', `Kafka node ${this.id} did not start: ${why} (its log is ${this.logFile})`);
  }
}

const lastWords = (log: string): string | undefined =>
  log.split('\n').find((line) => /Exception|Error|ERROR|FATAL/.test(line)) ??
  log
    .trim()
    .split('\n')
    .findLast((line) => line !== '');

/** @throws LocalKafkaError `port-taken` */
async function insistedOn(port: number): Promise<void> {
  try {
    await insistOnPort(port);
  } catch (cause) {
    throw new LocalKafkaError('port-taken', `Port ${port} for Kafka is already taken.`, { cause });
  }
}
