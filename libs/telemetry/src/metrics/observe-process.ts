import type { Meter } from '@opentelemetry/api';

/** Shows what every process is asked for: its memory and its processor time, under Prometheus' own names. */
export function observeProcess(meter: Meter): void {
  meter
    .createObservableGauge('process_resident_memory_bytes', {
      unit: 'By',
      description: 'Resident memory of the process.',
    })
    .addCallback((result) => result.observe(process.memoryUsage.rss()));
  meter
    .createObservableCounter('process_cpu_seconds', {
      unit: 's',
      description: 'Processor time that the process has taken.',
    })
    .addCallback((result) => {
      const { user, system } = process.cpuUsage();
      result.observe((user + system) / 1e6);
    });
}

/** What services and the gateway count by themselves; all else is counted below them. */
export { countGatewayAnswer, countGatewayRequest, countProofFailure, showInstancesAway } from '@parley/metrics';
