import { renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartError, startOwnPostgres } from '@parley/hosting/installation';
import { KafkaBroker, localKafkaAbsence, LocalKafkaError } from '@parley/local-kafka';

/** A server that the services need. If it is our own, we start it again when it ends. */
export interface Kept {
  /** Its processes; none when the server is somebody else's. */
  processes(): readonly RunningProcess[];
  /** Starts the server again when it is ours and has ended. @returns whether it had to */
  keepUp(): Promise<boolean>;
}

/** A Kafka that carries the messages. */
export interface OpenKafka extends Kept {
  /** Addresses of brokers, in the form of the services' setting. */
  readonly brokers: string;
  /** Copies of each message that it can keep; absent when it is not ours. */
  readonly copies: number | undefined;
  stop(): Promise<void>;
}

/** Megabytes. A trial has few messages. */
const HEAP_MB = 256;

/**
 * The given Kafka, or one of our own in the data folder.
 * @param given addresses of brokers, in the form of the services' setting
 * @param nodes number of brokers of a new Kafka of our own; a folder keeps the number that it was made with
 * @param say gets a sentence on what is fetched
 * @throws StartError with one sentence that says what is missing
 */
export async function openKafka(
  dataDir: string,
  given: string | undefined,
  nodes: 1 | 3,
  say: (sentence: string) => void,
): Promise<OpenKafka> {
  if (given !== undefined)
    return {
      brokers: given,
      copies: undefined,
      processes: () => [],
      keepUp: () => Promise.resolve(false),
      stop: () => Promise.resolve(),
    };
  const broker = await KafkaBroker.start({ dataDir: path.join(dataDir, 'kafka'), nodes, heapMb: HEAP_MB, say }).catch(
    (error: unknown) => {
      throw error instanceof LocalKafkaError ? new StartError(error.message) : error;
    },
  );
  return {
    brokers: broker.brokers.join(','),
    copies: broker.nodes.length,
    processes: () =>
      broker.nodes.map(({ id, pid, address, running }) => ({ name: `kafka-${id}`, pid, url: address, ready: running })),
    keepUp: async () => {
      const ended = broker.nodes.filter(({ running }) => !running);
      await Promise.all(ended.map((node) => node.start()));
      return ended.length > 0;
    },
    stop: () => broker.stop(),
  };
}

/** The reason, in a sentence, why there can be no Kafka. It is known before anything is started or made. */
export function kafkaAbsence(given: string | undefined): string | undefined {
  const absence = given === undefined ? localKafkaAbsence() : null;
  return absence === null
    ? undefined
    : `The distributed form needs a Kafka, and ${absence}: install it, or name a broker of your own with ` +
        'PARLEY_KAFKA_BROKERS or KAFKA_BROKERS.';
}

/** The PostgreSQL that keeps the record and the read models. */
export interface OpenPostgres extends Kept {
  /** URL of a role that may create roles and schemas. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * The given PostgreSQL, or one of our own in the data folder. @throws StartError with one sentence that says what is
 * missing
 */
export async function openPostgres(
  { dataDir, hasRecord }: { readonly dataDir: string; readonly hasRecord: boolean },
  given: URL | undefined,
): Promise<OpenPostgres> {
  if (given)
    return {
      url: given.href,
      processes: () => [],
      keepUp: () => Promise.resolve(false),
      stop: () => Promise.resolve(),
    };
  let server = await startOwnPostgres(dataDir, { hasRecord });
  const { url, port } = server;
  return {
    url,
    processes: () => [
      { name: 'postgres', pid: server.pid, url: `postgresql://127.0.0.1:${port}`, ready: server.pid !== undefined },
    ],
    keepUp: async () => {
      if (server.pid !== undefined) return false;
      // It starts on its old port, because the services know it there.
      server = await startOwnPostgres(dataDir, { hasRecord: true, port });
      return true;
    },
    stop: () => server.stop(),
  };
}

/** A process of the trial, as others see it. */
export interface RunningProcess {
  /** `intake`, `audit-2`, `kafka-1`, `postgres`. */
  readonly name: string;
  /** Absent while it does not run. */
  readonly pid: number | undefined;
  /** Where it listens. */
  readonly url: string;
  /** Where Prometheus would ask it; absent for a process without such an address. */
  readonly metricsUrl?: string;
  /** Whether it takes requests, when it was last asked. */
  readonly ready: boolean;
}

const FILE = 'processes.json';

/** Lists the processes in the data folder, for anybody who wants to watch them or to end one. */
export class ProcessList {
  #written = '';

  constructor(private readonly dataDir: string) {}

  /** Writes the file when something has changed. A reader always finds it whole. */
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
