import { type DestinationStream, type Logger, pino } from 'pino';
import { currentTraceId } from '../current-trace';
import { errorFields } from './error-fields';

/**
 * JSON lines with time, level and trace id. Callers name the fields one by one: never a body, never a header, never a
 * person's words.
 * @param level `fatal` … `trace`, or `silent`
 * @param destination standard output when left out
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: { service: 'parley' },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      serializers: { err: errorFields },
      formatters: { level: (label) => ({ level: label }) },
      mixin: () => {
        const traceId = currentTraceId();
        return traceId === undefined ? {} : { traceId };
      },
      // This is a net, not the rule: a field that slips into a logged object under one of these names is not written.
      redact: {
        paths: ['body', 'headers', '*.body', '*.headers', 'authorization', '*.authorization', 'token', '*.token'],
        remove: true,
      },
    },
    ...(destination ? [destination] : []),
  );
}
