import { reservePort, type Undo } from '@parley/hosting/installation';
import { countGatewayRequest, startMetrics } from '@parley/telemetry';
import type { FastifyInstance } from 'fastify';
import { watchServices } from './watch-services';
import { wayOf } from '../proxy/proxy-routes';
import type { Services } from '../routes/routes-of-services';
import type { GatewaySettings } from '../settings';

/**
 * Shows at `/metrics` what the gateway counts, and what it sees of the services. Without a port it shows nothing.
 * @throws StartError when the port is taken
 */
export async function openMetrics(
  { host, metricsPort }: Pick<GatewaySettings, 'host' | 'metricsPort'>,
  services: Services,
  undo: Undo,
): Promise<void> {
  if (metricsPort === 0) return;
  await reservePort(host, metricsPort, 'PARLEY_METRICS_PORT');
  const metrics = await startMetrics({ port: metricsPort, host });
  undo.add(() => metrics.stop());
  const unwatch = watchServices(services);
  undo.add(async () => {
    unwatch();
  });
}

/**
 * Counts every answered request by status and by the service that it was for. A path that nothing answers counts for
 * the gateway, so that guessed paths do not become names. Call this before the routes are added.
 */
export function countRequests(fastify: FastifyInstance): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    countGatewayRequest(wayOf(request)?.service ?? 'gateway', reply.statusCode);
    done();
  });
}
