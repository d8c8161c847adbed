import { PUBLIC_CALLER } from '@parley/access';
import { nameRoute } from '@parley/telemetry';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { AcceptedRequest } from './accepted-request';
import type { AppOptions } from './app-options';
import type { OwnRoute } from './own-routes';
import { problemAt } from '../fields/excess-in';
import { faults } from '../fields/fault';
import { pointerStep } from '../problems/pointer-step';
import { problemCatalogue } from '../problems/problem-catalogue';
import { ProblemError } from '../problems/problem.error';

/** True for a request that asks for something and does nothing. */
export const isRead = (method: string): boolean => /^(GET|HEAD|OPTIONS)$/.test(method);

/** True for a request whose instant counts. For a request for a token, only its provider's time does. */
const isAct = ({ method, path }: { readonly method: string; readonly path: string }): boolean =>
  !isRead(method) && !/^\/oidc(\/|$)/.test(path);

/** Milliseconds between two looks for connections that have become idle while the server closes. */
const LOOK_MS = 50;

/**
 * Adds what every request passes before and after its handler: admission, instant of receipt, headers, the line in the
 * log.
 */
export function addRequestHooks(fastify: FastifyInstance, { admission, clock, shut, logger }: AppOptions): void {
  let closing = false;
  fastify.addHook('preClose', (done) => {
    closing = true;
    endIdleConnections(fastify);
    done();
  });
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    if (closing) void reply.header('connection', 'close');
    done(null, payload);
  });
  fastify.addHook('onRequest', async (request, reply) => {
    const arrived = performance.now();
    void reply.headers(SECURE_HEADERS);
    const accepted = request as AcceptedRequest;
    // A request that is refused at the door has a caller, too.
    accepted.caller = PUBLIC_CALLER;
    if (closing) throw new ProblemError(problemCatalogue.unavailable, [], { connection: 'close', 'retry-after': '1' });
    const asked = { method: request.method, path: request.url.split('?', 1)[0] ?? '' };
    const why = isAct(asked) ? shut?.() : undefined;
    if (why) throw new ProblemError(why, [], { 'retry-after': '5' });
    if (admission) {
      await admission.enter(asked);
      // Whoever hung up at the door gives no further sign of leaving.
      if (reply.raw.closed) {
        admission.leave(asked);
        throw new ProblemError(problemCatalogue.requestTimeout);
      }
      reply.raw.once('close', () => {
        admission.leave(asked);
      });
    }
    refuseNul(request);
    accepted.receivedAt = clock.now();
    accepted.acceptedAt = performance.now();
    nameRoute(request.routeOptions.url);
    reply.raw.once('close', () => {
      logger.info(
        {
          requestId: request.id,
          method: request.method,
          route: accepted.behind?.pattern ?? request.routeOptions.url ?? 'unknown',
          status: reply.statusCode,
          millis: Math.round(performance.now() - arrived),
        },
        'request',
      );
    });
  });
}

/**
 * No text of PostgreSQL can hold a NUL, so no name and no good parameter has one.
 * @throws ProblemError 404 for one in the path, 422 for one in the query, naming the parameter
 */
function refuseNul({ url, query }: FastifyRequest): void {
  if (!url.includes('%00')) return;
  if (url.split('?', 1)[0]?.includes('%00')) throw new ProblemError(problemCatalogue.notFound);
  const named = Object.entries(query as object).filter((each) =>
    each.flat().some((text) => String(text).includes('\0')),
  );
  throw new ProblemError(
    problemCatalogue.invalidFields,
    named.map(([name]) => problemAt(pointerStep(name.replaceAll('\0', '\ufffd')), faults.controlCharacter)),
  );
}

/** Marks a request that is sent on. Its name in log and traces and its limits are those of the route behind. */
export function goesTo(request: FastifyRequest, behind: OwnRoute): void {
  (request as AcceptedRequest).behind = behind;
  nameRoute(behind.pattern);
}

/**
 * Closing ends only the connections that are idle at that moment. Those whose answer was under way become idle later,
 * and would delay it.
 */
function endIdleConnections({ server }: FastifyInstance): void {
  const timer = setInterval(() => {
    server.closeIdleConnections();
  }, LOOK_MS);
  timer.unref();
  server.once('close', () => {
    clearInterval(timer);
  });
}

/**
 * Stands before the door of the process. A demonstration clock uses it to hold new requests and wait for open ones
 * while it moves: `enter` is awaited before a request's instant of receipt is taken, and `leave` is called once when
 * its answer has ended.
 */
export interface Admission {
  enter(request: { readonly method: string; readonly path: string }): Promise<void>;
  leave(request: { readonly method: string; readonly path: string }): void;
}

/** A gateway in front may have given the request an id. Anything longer or stranger is kept out of the log. */
const GIVEN = /^[\w.-]{8,64}$/;

/** The id of a request: that of its `X-Request-Id` where a gateway gave it one, else a new one. */
export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && GIVEN.test(given) ? given : randomUUID();
}

/**
 * Headers of every answer. A page says for itself what it may load (`answerPage`). Whatever else is opened loads
 * nothing.
 */
export const SECURE_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
};
