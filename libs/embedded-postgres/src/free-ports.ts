import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

/**
 * Below the range that systems lend to outgoing connections (32768 on Linux): any client could take a port of that
 * range before its server listens, or while the server is down, and the server could not come back to it.
 */
const [LOWEST, HIGHEST] = [18_000, 32_000];
const ATTEMPTS = 200;

/**
 * Ports that nobody listens on, all different. Nobody else on this machine is given them before this process ends,
 * since whoever was given one may not listen on it yet, or may come back to it.
 * @param host address of this machine on which they are to be free
 * @throws Error when hardly any is free
 */
export async function freePorts(count: number, host = '127.0.0.1'): Promise<readonly number[]> {
  const ports: number[] = [];
  for (let attempt = 0; ports.length < count && attempt < ATTEMPTS + 2 * count; attempt += 1) {
    const port = randomInt(LOWEST, HIGHEST);
    if ((await isFree(port, host)) && (await claim(port))) ports.push(port);
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

async function isFree(port: number, host: string): Promise<boolean> {
  try {
    await insistOnPort(port, host);
    return true;
  } catch {
    return false;
  }
}

/**
 * Takes a port for as long as this process lives. The sign of it is the UDP port of the same number, which nothing here
 * talks by: every process of the machine can see it, and the system takes it back however the process ends.
 * @returns whether it was still to be had; also where a machine lends no UDP port at all
 */
async function claim(port: number): Promise<boolean> {
  const sign = createSocket('udp4').unref();
  try {
    sign.bind({ port, address: '127.0.0.1', exclusive: true });
    await once(sign, 'listening');
    return true;
  } catch (error) {
    sign.close();
    return (error as NodeJS.ErrnoException).code !== 'EADDRINUSE';
  }
}

async function listen(port: number, host: string): Promise<Server> {
  const server = createServer().listen(port, host);
  await once(server, 'listening');
  return server;
}
