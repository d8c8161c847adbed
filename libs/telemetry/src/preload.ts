import { createRequire } from 'node:module';
import type * as StartSdk from './start-sdk';

/*
 * The first import of a process that may be traced: whatever is loaded before it, such as pg, is not instrumented.
 * Without OTEL_EXPORTER_OTLP_ENDPOINT nothing of the SDK is loaded, so it is required here and not imported above.
 */
const stop = process.env['OTEL_EXPORTER_OTLP_ENDPOINT']
  ? (createRequire(__filename)('./start-sdk') as typeof StartSdk).startSdk()
  : undefined;

/** Sends what is left of the traces and ends telemetry; does nothing when it is off. */
export const stopTelemetry = (): Promise<void> => stop?.() ?? Promise.resolve();
