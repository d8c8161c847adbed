import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** The application that serves can listen before the one that only waited stops, so nobody finds the port closed. */
const SHARED_PORT = process.platform === 'linux' ? { reusePort: true } : {};

/** Lets an initialised application listen on a port that another one of this process may be listening on. */
export async function listen(app: NestFastifyApplication, port: number, host: string): Promise<void> {
  await app
    .getHttpAdapter()
    .getInstance()
    .listen({ port, host, ...SHARED_PORT });
}

/** Puts one application in the place of another on a port. */
export async function takeOver(
  from: NestFastifyApplication,
  to: NestFastifyApplication,
  port: number,
  host: string,
): Promise<void> {
  if (process.platform !== 'linux') await from.close();
  await listen(to, port, host);
  await from.close();
}
