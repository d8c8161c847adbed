import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { TokenVerifier } from '@parley/auth';
import { acceptedRequestIn } from '../app/accepted-request';
import { problemCatalogue } from '../problems/problem-catalogue';
import { ProblemError } from '../problems/problem.error';

/** Questions about health are always answered. */
const UNLIMITED = /^\/(healthz|readyz)$/;
/** So many callers are remembered. Beyond that, whoever has not asked for the longest begins anew. */
const MOST_CALLERS = 10_000;
const MINUTE_MS = 60_000;

/**
 * Refuses callers who ask too often with 429. A caller with a valid token is counted by the token, wherever it comes
 * from, and anybody else by the address. A token counts only once it is verified: otherwise anybody could use up
 * another's allowance, or pose as somebody else each time. A caller's minute begins with the first request, and the
 * next one with the first request after it.
 * @param perMinute 0 for no limit
 */
export function addRateLimit(fastify: FastifyInstance, perMinute: number, tokens: TokenVerifier): void {
  if (perMinute === 0) return;
  void fastify.register(rateLimit, {
    global: false,
    max: perMinute,
    timeWindow: MINUTE_MS,
    cache: MOST_CALLERS,
    keyGenerator: (request) => callerOf(request, tokens),
  });
  let taken: ReturnType<FastifyInstance['createRateLimit']> | undefined;
  // The plugin's own hooks belong to single routes; this one also counts requests that lead nowhere.
  fastify.addHook('onRequest', async (request) => {
    if (UNLIMITED.test(request.url)) return;
    taken ??= fastify.createRateLimit();
    const limit = await taken(request);
    if (!limit.isAllowed && limit.isExceeded)
      throw new ProblemError(problemCatalogue.tooManyRequests, [], { 'retry-after': String(limit.ttlInSeconds) });
  });
}

/** The person is noted on the request as well, for the log of those whom the limit refuses. */
async function callerOf(request: FastifyRequest, tokens: TokenVerifier): Promise<string> {
  const { headers, ip } = request;
  const token = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  const person = token === undefined ? undefined : await tokens.verify(token).catch(() => undefined);
  if (person) acceptedRequestIn(request).caller = person;
  return person === undefined ? `address ${ip}` : `person ${person.personId}`;
}
