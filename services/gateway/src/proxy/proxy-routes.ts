import replyFrom from '@fastify/reply-from';
import {
  JSON_LIMIT,
  ProblemError,
  ReceivedUpload,
  asProblem,
  goesTo,
  isRead,
  problemCatalogue,
  sendProblem,
  type AcceptedRequest,
  type FollowThrough,
} from '@parley/http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { forward } from './forward';
import { forwardAct } from './forward-act';
import type { RoutesOfServices, Services, Way } from '../routes/routes-of-services';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Requests that one instance gets at once. More wait for their turn. */
const AT_ONCE = 256;

/** Where requests go. */
export interface Behind {
  readonly services: Services;
  readonly routes: Pick<RoutesOfServices, 'find'>;
  readonly followThrough: FollowThrough;
}

/**
 * Forwards every request that a service answers and the gateway does not. Uploads and answers pass through as they
 * come. No request is sent twice where a service may have done it: a client that gets no answer sends it again, with
 * the same Idempotency-Key.
 */
export function proxyRoutes(fastify: FastifyInstance, { services, routes, followThrough }: Behind): void {
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
    scope.route({
      method: METHODS,
      url: '/*',
      handler: async (request, reply) => {
        const way = wayOf(request);
        if (!way) throw new TypeError('a request without a way is refused before');
        const sent = { request, reply, way, instances: services[way.service] };
        const isAct = !isRead(request.method) && way.uploadLimit === undefined;
        return isAct ? forwardAct(sent, followThrough) : forward(sent);
      },
    });
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

/**
 * Whether an address means the path that it says. An address with `..` in it, plain or escaped, would be looked up in
 * the table as written, but would ask a service for another path, such as an internal one.
 */
export function isStraight(url: string): boolean {
  const path = url.split('?', 1)[0] ?? '';
  return URL.canParse(path, BASE) && new URL(path, BASE).pathname === path;
}

const BASE = 'http://service.invalid';
