import { readFileSync } from 'node:fs';
import { answerEverybody, type AppOptions } from '@parley/http';

type Fastify = Parameters<NonNullable<AppOptions['mount']>>[0];

/**
 * Serves to everybody what the build makes: at /asyncapi.json what the services tell each other, and at
 * /event-types.json what each event of the record says.
 */
export function serveContracts(fastify: Fastify): void {
  const documents = {
    '/asyncapi.json': readFileSync(require.resolve('@parley/contracts/asyncapi.json')),
    '/event-types.json': readFileSync(require.resolve('@parley/contracts/event-types.json')),
  };
  for (const [address, document] of Object.entries(documents))
    fastify.get(address, (_request, reply) => {
      answerEverybody(reply);
      return reply.type('application/json').send(document);
    });
}
