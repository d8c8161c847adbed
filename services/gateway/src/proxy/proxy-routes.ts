import replyFrom from '@fastify/reply-from';
import {
  JSON_LIMIT,
  ProblemError,
  ReceivedUpload,
  asProblem,
  goesTo,
  problemCatalogue,
  sendProblem,
  type AcceptedRequest,
} from '@parley/http';
import { countGatewayAnswer } from '@parley/telemetry';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { forwardedHeaders, endToEnd } from './hop-by-hop';
import { rootOf, serviceAway, wasNotReached } from './service-away';
import type { RoutesOfServices, Services, Way } from '../routes/routes-of-services';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

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
 * Sends on whatever the gateway does not answer itself and a service does. Bodies pass through as they come, in both
 * directions, and no request is ever sent twice: who gets no answer sends it again, with the same Idempotency-Key.
 */
export function proxyRoutes(fastify: FastifyInstance, services: Services, routes: RoutesOfServices): void {
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
    scope.addHook('onRequest', async (request) => {
      const way = isStraight(request.raw.url ?? '') ? await routes.find(pathOf(request)) : undefined;
      if (!way) throw new ProblemError(problemCatalogue.notFound);
      goesTo(request, way);
    });
    await scope.register(replyFrom, {
      disableCache: true,
      disableRequestLogging: true,
      undici: { connections: AT_ONCE },
    });
    scope.route({ method: METHODS, url: '/*', handler: (request, reply) => forward(request, reply, services) });
  });
}

/** Where a request was sent on to; `undefined` for one that the gateway answered itself. */
export const wayOf = (request: FastifyRequest): Way | undefined =>
  (request as AcceptedRequest).behind as Way | undefined;

const pathOf = ({ raw }: FastifyRequest): string => raw.url?.split('?', 1)[0] ?? '';

/** The limits of the services, so that what is too large is refused before it is sent on. */
const limitOf = (request: FastifyRequest): number => wayOf(request)?.uploadLimit ?? JSON_LIMIT;

function declaredLength({ headers }: FastifyRequest): number | undefined {
  const declared = headers['content-length'];
  return declared === undefined ? undefined : Number(declared);
}

function forward(request: FastifyRequest, reply: FastifyReply, services: Services): FastifyReply {
  const way = wayOf(request);
  if (!way) throw new TypeError('a request without a way is refused before');
  const instances = services[way.service];
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
  });
}

/**
 * Whether an address means the path that it says. One with `..` in it, plain or escaped, would be matched against the
 * table as it stands and asked of a service as something else, such as a path of its inside.
 */
export function isStraight(url: string): boolean {
  const path = url.split('?', 1)[0] ?? '';
  return URL.canParse(path, BASE) && new URL(path, BASE).pathname === path;
}

const BASE = 'http://service.invalid';
