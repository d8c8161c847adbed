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
 * The gateway gives a service up after so many milliseconds without an answer, or without the next byte of one. The
 * longest reads are of exports.
 */
const SILENCE_MS = 120_000;

/** Milliseconds in which the largest upload must have arrived whole. Its answer begins only then. */
const UPLOAD_MS = 15 * 60_000;

/** Requests that one instance gets at once. More wait for their turn. */
const AT_ONCE = 256;

/**
 * Forwards every request that a service answers and the gateway does not. Bodies pass through as they come, in both
 * directions. No request is sent twice: a client that gets no answer sends it again, with the same Idempotency-Key.
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

/** Where a request was forwarded to; `undefined` for one that the gateway answered itself. */
export const wayOf = (request: FastifyRequest): Way | undefined =>
  (request as AcceptedRequest).behind as Way | undefined;

const pathOf = ({ raw }: FastifyRequest): string => raw.url?.split('?', 1)[0] ?? '';

/** The limits of the services, so that a body that is too large is refused before it is forwarded. */
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
 * Whether an address means the path that it says. An address with `..` in it, plain or escaped, would be looked up in
 * the table as written, but would ask a service for another path, such as an internal one.
 */
export function isStraight(url: string): boolean {
  const path = url.split('?', 1)[0] ?? '';
  return URL.canParse(path, BASE) && new URL(path, BASE).pathname === path;
}

const BASE = 'http://service.invalid';
