import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { LocalKafkaError } from './local-kafka.error';

/**
 * Below the range that systems lend to outgoing connections (32768 on Linux): a port out of that range could be taken
 * by any client while its broker is down, and the broker could not come back to it.
 */
const [LOWEST, HIGHEST] = [18_000, 32_000];
const ATTEMPTS = 200;

/** Ports of 127.0.0.1 that nobody listens on, all different. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const held: Server[] = [];
  const ports: number[] = [];
  try {
    for (let attempt = 0; ports.length < count && attempt < ATTEMPTS; attempt += 1) {
      const port = randomInt(LOWEST, HIGHEST);
      const server = await listen(port);
      if (server === null) continue;
      held.push(server);
      ports.push(port);
    }
  } finally {
    await Promise.all(held.map((server) => once(server.close(), 'close')));
  }
  if (ports.length < count)
    throw new LocalKafkaError('port-taken', `No free ports between ${LOWEST} and ${HIGHEST} were found for Kafka.`);
  return ports;
}

/** @throws LocalKafkaError `port-taken` */
export async function insistOnPort(port: number): Promise<void> {
  const server = await listen(port);
  if (server === null) throw new LocalKafkaError('port-taken', `Port ${port} for Kafka is already taken.`);
  await once(server.close(), 'close');
}

const listen = (port: number): Promise<Server | null> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
