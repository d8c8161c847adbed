import { countGatewayRequest } from '@parley/telemetry';
import type { FastifyInstance } from 'fastify';
import { wayOf } from '../proxy/proxy-routes';

/**
 * Counts every request that is answered, by status and by whom it was for; a path that nothing answers is the gateway's
 * own, so that nobody's guesses become names. To be added before the routes.
 */
export function countRequests(fastify: FastifyInstance): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    countGatewayRequest(wayOf(request)?.service ?? 'gateway', reply.statusCode);
    done();
  });
}
