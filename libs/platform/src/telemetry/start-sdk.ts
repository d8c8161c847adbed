import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { PgInstrumentation } from '@opentelemetry/instrumentation-pg';
import { startNodeSdk } from '@opentelemetry/sdk-node';

const HEALTH = /^\/(healthz|readyz)(\?|$)/;

/**
 * Starts the OpenTelemetry SDK as its `OTEL_*` variables say: traces over OTLP, no metrics, no logs.
 * Bodies, headers and the values of queries are not recorded.
 * @returns what ends it, after sending what is left
 */
export function startSdk(): () => Promise<void> {
  const sdk = startNodeSdk({
    resourceAttributes: { 'service.name': process.env['OTEL_SERVICE_NAME'] ?? 'parley' },
    metricReaders: [],
    logRecordProcessors: [],
    instrumentations: [
      new HttpInstrumentation({ ignoreIncomingRequestHook: ({ url = '' }) => HEALTH.test(url), requireParentforOutgoingSpans: true }),
      // Without a parent these are the polls of followers and timers, which say nothing.
      new PgInstrumentation({ requireParentSpan: true, enhancedDatabaseReporting: false }),
    ],
  });
  return () => sdk.shutdown();
}
