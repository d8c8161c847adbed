import { metrics, type Observable } from '@opentelemetry/api';
import type { OperatedService } from '../operated-service';
import { OBSERVED, observationsOf, type ObservedPorts } from './service-observations';

/**
 * Shows how far a service's consumers, parked messages and timers are, looked up each time that Prometheus asks. It
 * does nothing unless `startMetrics` came first.
 * @returns what ends it
 */
export function observeService(service: OperatedService, ports: ObservedPorts): () => void {
  const meter = metrics.getMeter('parley');
  const instruments = new Map(
    Object.entries(OBSERVED).map(([name, options]) => [name, meter.createObservableGauge(name, options)]),
  );
  const watched: Observable[] = [...instruments.values()];
  const look: Parameters<typeof meter.addBatchObservableCallback>[0] = async (result) => {
    for (const { name, value, labels } of await observationsOf(service, ports)) {
      const instrument = instruments.get(name);
      if (instrument) result.observe(instrument, value, labels);
    }
  };
  meter.addBatchObservableCallback(look, watched);
  return () => meter.removeBatchObservableCallback(look, watched);
}
