import type { FastifyReplyFromHooks } from '@fastify/reply-from';
import { ProblemError } from '@parley/http';
import { countGatewayAnswer } from '@parley/telemetry';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Way } from '../routes/routes-of-services';
import { endToEnd, forwardedHeaders } from './hop-by-hop';
import { rootOf, serviceAway, wasNotReached } from './service-away';
import type { ServiceInstances } from './service-instances';

/** A request on its way to a service. */
export interface Sent {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly way: Way;
  readonly instances: ServiceInstances;
}

/**
 * The gateway gives a service up after so many milliseconds without an answer, or without the next byte of one. The
 * longest reads are of exports.
 */
const SILENCE_MS = 120_000;

/** Milliseconds in which the largest upload must have arrived whole. Its answer begins only then. */
const UPLOAD_MS = 15 * 60_000;

/** Sends a request to the instance whose turn it is, and passes its answer on unless `more` does otherwise. */
export function forward({ request, reply, way, instances }: Sent, more: FastifyReplyFromHooks = {}): FastifyReply {
  const instance = instances.next();
  const began = performance.now();
  return reply.from(undefined, {
    timeout: way.uploadLimit === undefined ? SILENCE_MS : UPLOAD_MS,
    getUpstream: () => instance,
    retryDelay: () => null,
    rewriteRequestHeaders: (_raw, headers) => forwardedHeaders(request, headers),
    rewriteHeaders: (headers) => {
      countGatewayAnswer(way.service, performance.now() - began);
      return endToEnd(headers);
    },
    onError: (failed, { error }) => {
      const root = rootOf(error);
      if (wasNotReached(root)) instances.missed(instance);
      void failed.send(root instanceof ProblemError ? root : serviceAway());
    },
    ...more,
  });
}
