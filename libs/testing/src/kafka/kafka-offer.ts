import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { startRunKafka, type RunKafka } from './start-run-kafka';

export interface KafkaOffer {
  readonly port: number;
  /** Stops the broker, if anybody asked for it. */
  withdraw(): Promise<void>;
}

export type KafkaAnswer = { readonly brokers: readonly string[] } | { readonly failure: string };

/**
 * Offers the run one broker. Each client that connects gets a line of JSON with its address, and the first one starts
 * it. The broker belongs to Jest's own process and not to a worker, because workers come and go.
 */
export async function offerKafka(start: () => Promise<RunKafka> = startRunKafka): Promise<KafkaOffer> {
  let starting: Promise<RunKafka> | undefined;
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    starting ??= start();
    starting.then(
      ({ brokers }) => socket.end(line({ brokers })),
      (error: unknown) => socket.end(line({ failure: error instanceof Error ? error.message : String(error) })),
    );
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  server.unref();
  const withdraw = async (): Promise<void> => {
    server.close();
    await starting?.then((kafka) => kafka.stop()).catch(() => undefined);
  };
  return { port: (server.address() as AddressInfo).port, withdraw };
}

const line = (answer: KafkaAnswer): string => `${JSON.stringify(answer)}\n`;
