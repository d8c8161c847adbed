import { reservePort, type Undo } from '@parley/hosting/installation';
import { startMetrics } from '@parley/telemetry';
import type { Services } from '../routes/routes-of-services';
import type { GatewaySettings } from '../settings';
import { watchServices } from './watch-services';

/**
 * Shows at `/metrics` what the gateway counts, and what it sees of the services; nothing where no port is named.
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
