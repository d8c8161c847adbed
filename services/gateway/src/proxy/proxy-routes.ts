import replyFrom from '@fastify/reply-from';
import { asProblem, JSON_LIMIT, problemCatalogue, ProblemError, ReceivedUpload, sendProblem } from '@parley/http';
import { countGatewayAnswer } from '@parley/telemetry';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CONTEXTS, KEYS, ROUTES, UPLOADS, type Context } from '../routes/route-table';
import { forwardedHeaders } from './forwarded-headers';
import { endToEnd } from './hop-by-hop';
import type { ServiceInstances } from './service-instances';
import { rootOf, serviceAway, wasNotReached } from './service-away';
import { isStraight } from './straight-path';

/** What each service is asked through. */
export type Services = Readonly<Record<Context, ServiceInstances>>;

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
/**
 * Milliseconds without an answer, or without the next byte of one, after which a service is given up. The longest reads
 * are of exports.
 */
const SILENCE_MS = 120_000;
/** Milliseconds in which the largest upload must have arrived whole; its answer begins after it. */
const UPLOAD_MS = 15 * 60_000;
/** Requests that one instance is asked at once; more wait for their turn. */
const AT_ONCE = 256;

/**
 * Adds every route of the table to a server. Bodies pass through as they come, in both directions, and no request is
 * ever sent twice: who gets no answer sends it again, with the same Idempotency-Key.
 */
export function proxyRoutes(fastify: FastifyInstance, services: Services): void {
  void fastify.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (request, payload, parsed) => {
      try {
        parsed(null, new ReceivedUpload(payload, limitOf(request), declaredLength(request)).stream());
      } catch (error) {
        parsed(error as Error);
      }
    });
    scope.setErrorHandler((error, request, reply) => {
      sendProblem(asProblem(error), request, reply);
    });
    await scope.register(replyFrom, {
      disableCache: true,
      disableRequestLogging: true,
      undici: { connections: AT_ONCE },
    });
    const add = (path: string, service: Context): void => {
      const uploadLimit = UPLOADS.get(path);
      scope.route({
        method: METHODS,
        url: path.replaceAll(/\{(\w+)\}/g, ':$1'),
        config: uploadLimit === undefined ? { service } : { service, uploadLimit },
        handler: (request, reply) =>
          forward(request, reply, {
            service,
            instances: services[service],
            timeout: uploadLimit === undefined ? SILENCE_MS : UPLOAD_MS,
          }),
      });
    };
    for (const context of CONTEXTS) for (const path of ROUTES[context]) add(path, context);
    add(KEYS.path, KEYS.context);
  });
}

/** The limits of the services, so that what is too large is refused before it is sent on. */
const limitOf = ({ routeOptions: { config } }: FastifyRequest): number =>
  'uploadLimit' in config && typeof config.uploadLimit === 'number' ? config.uploadLimit : JSON_LIMIT;

function declaredLength({ headers }: FastifyRequest): number | undefined {
  const declared = headers['content-length'];
  return declared === undefined ? undefined : Number(declared);
}

/** Where a request goes, and how long that may take. */
interface Way {
  readonly service: Context;
  readonly instances: ServiceInstances;
  readonly timeout: number;
}

function forward(request: FastifyRequest, reply: FastifyReply, { service, instances, timeout }: Way): FastifyReply {
  if (!isStraight(request.raw.url ?? '')) throw new ProblemError(problemCatalogue.notFound);
  const instance = instances.next();
  const began = performance.now();
  return reply.from(undefined, {
    timeout,
    getUpstream: () => instance,
    retryDelay: () => null,
    rewriteRequestHeaders: (_raw, headers) => forwardedHeaders(request, headers),
    rewriteHeaders: (headers) => {
      countGatewayAnswer(service, performance.now() - began);
      return endToEnd(headers);
    },
    onError: (failed, { error }) => {
      const root = rootOf(error);
      if (wasNotReached(root)) instances.missed(instance);
      void failed.send(root instanceof ProblemError ? root : serviceAway());
    },
  });
}
