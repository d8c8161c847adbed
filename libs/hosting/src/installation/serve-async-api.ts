import { readFileSync } from 'node:fs';
import { answerEverybody, type AppOptions } from '@parley/http';

type Fastify = Parameters<NonNullable<AppOptions['mount']>>[0];

/** Serves the document of what the services tell each other at /asyncapi.json, to everybody. The build makes it. */
export function serveAsyncApi(fastify: Fastify): void {
  const document = readFileSync(require.resolve('@parley/contracts/asyncapi.json'));
  fastify.get('/asyncapi.json', (_request, reply) => {
    answerEverybody(reply);
    return reply.type('application/json').send(document);
  });
}
