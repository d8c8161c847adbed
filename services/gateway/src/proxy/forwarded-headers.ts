import type { IncomingHttpHeaders } from 'node:http';
import { currentTraceparent } from '@parley/telemetry';
import type { FastifyRequest } from 'fastify';
import { endToEnd } from './hop-by-hop';

/**
 * What a service is sent: all that is of the message, the request's id and the trace that it belongs to. `Expect` has
 * been answered here, by this server, before the handler was called.
 */
export function forwardedHeaders(
  request: Pick<FastifyRequest, 'id'>,
  { expect: _answered, ...headers }: IncomingHttpHeaders,
): IncomingHttpHeaders {
  const traceparent = currentTraceparent();
  return { ...endToEnd(headers), 'x-request-id': request.id, ...(traceparent === undefined ? {} : { traceparent }) };
}
