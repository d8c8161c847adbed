import { createServer, type AddressInfo } from 'node:net';
import { EmbeddedPostgresError } from './embedded-postgres.error';

/**
 * A port of 127.0.0.1 that nobody listens on.
 * @param wanted any free one when left out
 * @throws EmbeddedPostgresError `port-taken`
 */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (cause) => {
      reject(new EmbeddedPostgresError('port-taken', `Port ${wanted} for PostgreSQL is already taken.`, { cause }));
    });
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
