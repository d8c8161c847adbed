import { readFileSync } from 'node:fs';
import type { AppOptions } from '@parley/http';

type Fastify = Parameters<NonNullable<AppOptions['mount']>>[0];

/** Serves at /asyncapi.json, to everybody, what the services tell each other; the build makes the document. */
export function serveAsyncApi(fastify: Fastify): void {
  const document = readFileSync(require.resolve('@parley/contracts/asyncapi.json'));
  fastify.get('/asyncapi.json', (_request, reply) => reply.type('application/json').send(document));
}
