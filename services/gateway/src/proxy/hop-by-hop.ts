import { currentTraceparent } from '@parley/telemetry';
import type { FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';

/** Headers of one connection and not of the message (RFC 9110, 7.6.1), whether or not `Connection` names them. */
const OF_A_CONNECTION: readonly string[] = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** The headers of a message, without those of the connection that it came by. */
export function endToEnd(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const named = (headers.connection ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !OF_A_CONNECTION.includes(name) && !named.includes(name)),
  );
}

/**
 * The headers that a service gets: those of the message, the request's id and the trace that it belongs to. This server
 * has answered `Expect` already, before it called the handler.
 */
export function forwardedHeaders(
  request: Pick<FastifyRequest, 'id'>,
  { expect: _answered, ...headers }: IncomingHttpHeaders,
): IncomingHttpHeaders {
  const traceparent = currentTraceparent();
  return { ...endToEnd(headers), 'x-request-id': request.id, ...(traceparent === undefined ? {} : { traceparent }) };
}
