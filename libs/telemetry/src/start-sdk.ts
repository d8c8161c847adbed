import { createRequire } from 'node:module';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { KafkaJsInstrumentation } from '@opentelemetry/instrumentation-kafkajs';
import { PgInstrumentation } from '@opentelemetry/instrumentation-pg';
import { startNodeSdk } from '@opentelemetry/sdk-node';
import { messageSampler } from './message-sampler';
import { secretsLeftOut } from './secrets-left-out';

const HEALTH = /^\/(healthz|readyz)(\?|$)/;

/**
 * Starts the OpenTelemetry SDK as its `OTEL_*` variables say: traces over OTLP, no metrics, no logs.
 * Bodies, headers, the values of queries and the codes of cover sheets are not recorded.
 * @returns what ends it, after sending what is left
 */
export function startSdk(): () => Promise<void> {
  const sdk = startNodeSdk({
    resourceAttributes: { 'service.name': process.env['OTEL_SERVICE_NAME'] ?? 'parley' },
    metricReaders: [],
    logRecordProcessors: [],
    // A sampler chosen by the variable is used as it is.
    ...(process.env['OTEL_TRACES_SAMPLER'] ? {} : { sampler: messageSampler() }),
    instrumentations: [
      new HttpInstrumentation({
        ignoreIncomingRequestHook: ({ url = '' }) => HEALTH.test(url),
        startIncomingSpanHook: secretsLeftOut,
        requireParentforOutgoingSpans: true,
      }),
      // Without a parent these are the polls of followers and timers, which say nothing.
      new PgInstrumentation({ requireParentSpan: true, enhancedDatabaseReporting: false }),
      new KafkaJsInstrumentation(),
    ],
  });
  // kafkajs is loaded now, while the instrumentation hooks into loading. A later import by an ES module would bypass
  // the hooks.
  createRequire(__filename)('kafkajs');
  return () => sdk.shutdown();
}
