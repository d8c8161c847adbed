import { createRequire } from 'node:module';
import { metrics } from '@opentelemetry/api';
import type * as Exporting from '@opentelemetry/exporter-prometheus';
import type * as Sdk from '@opentelemetry/sdk-metrics';
import { observeProcess } from './observe-process';

export interface MetricsOptions {
  /** Prometheus reads `http://<host>:<port>/metrics`; with 0 metrics are off, and nothing is loaded for them. */
  readonly port: number;
  /** 127.0.0.1 when left out, because anybody who can reach the port can read the metrics. */
  readonly host?: string;
}

export interface RunningMetrics {
  stop(): Promise<void>;
}

/**
 * Lets Prometheus read what this process counts (`@parley/metrics`) and what `observeService` shows.
 * @throws when the port is taken, or metrics are on already
 */
export async function startMetrics({ port, host = '127.0.0.1' }: MetricsOptions): Promise<RunningMetrics> {
  if (port === 0) return { stop: () => Promise.resolve() };
  const load = createRequire(__filename);
  const { PrometheusExporter } = load('@opentelemetry/exporter-prometheus') as typeof Exporting;
  const { MeterProvider } = load('@opentelemetry/sdk-metrics') as typeof Sdk;
  const exporter = new PrometheusExporter({
    port,
    host,
    preventServerStart: true,
    withoutScopeInfo: true,
    withoutTargetInfo: true,
  });
  await exporter.startServer();
  const provider = new MeterProvider({ readers: [exporter] });
  if (!metrics.setGlobalMeterProvider(provider)) {
    await provider.shutdown();
    throw new Error('metrics were started already in this process');
  }
  observeProcess(provider.getMeter('parley'));
  return {
    stop: async () => {
      metrics.disable();
      await provider.shutdown();
    },
  };
}
