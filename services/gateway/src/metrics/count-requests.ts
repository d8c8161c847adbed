import { countGatewayRequest } from '@parley/telemetry';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Counts every request that is answered, by status and by whom it was for. To be added before the routes. */
export function countRequests(fastify: FastifyInstance): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    countGatewayRequest(serviceOf(request), reply.statusCode);
    done();
  });
}

/** A path that nothing answers is the gateway's own, so that nobody's guesses become names. */
const serviceOf = ({ routeOptions: { config } }: FastifyRequest): string =>
  'service' in config && typeof config.service === 'string' ? config.service : 'gateway';
