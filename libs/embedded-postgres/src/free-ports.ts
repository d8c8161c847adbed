import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

/**
 * Below the range that systems lend to outgoing connections (32768 on Linux): any client could take a port of that
 * range before its server listens, or while the server is down, and the server could not come back to it.
 */
const [LOWEST, HIGHEST] = [18_000, 32_000];
const ATTEMPTS = 200;

/** Ports that this process was given. Whoever was given one may not listen on it yet. */
const given = new Set<number>();

/**
 * Ports that nobody listens on, all different, also from those that this process was given before.
 * @param host address of this machine on which they are to be free
 * @throws Error when hardly any is free
 */
export async function freePorts(count: number, host = '127.0.0.1'): Promise<readonly number[]> {
  const held: Server[] = [];
  const ports: number[] = [];
  try {
    for (let attempt = 0; ports.length < count && attempt < ATTEMPTS; attempt += 1) {
      const port = randomInt(LOWEST, HIGHEST);
      if (given.has(port)) continue;
      const server = await listen(port, host).catch(() => undefined);
      if (!server) continue;
      held.push(server);
      ports.push(port);
      given.add(port);
    }
  } finally {
    await Promise.all(held.map((server) => once(server.close(), 'close')));
  }
  if (ports.length < count) throw new Error(`No free ports between ${LOWEST} and ${HIGHEST} were found.`);
  return ports;
}

/**
 * One port that nobody listens on.
 * @throws Error when hardly any is free
 */
export async function freePort(host?: string): Promise<number> {
  const [port = 0] = await freePorts(1, host);
  return port;
}

/**
 * Resolves when a port can be listened on.
 * @throws NodeJS.ErrnoException, such as `EADDRINUSE` when it is taken
 */
export async function insistOnPort(port: number, host = '127.0.0.1'): Promise<void> {
  const server = await listen(port, host);
  await once(server.close(), 'close');
}

async function listen(port: number, host: string): Promise<Server> {
  const server = createServer().listen(port, host);
  await once(server, 'listening');
  return server;
}
