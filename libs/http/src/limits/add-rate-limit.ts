import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { TokenVerifier } from '@parley/auth';
import { problemCatalogue } from '../problems/problem-catalogue';
import { ProblemError } from '../problems/problem.error';

/** Who asks after health is answered whatever happens. */
const UNLIMITED = /^\/(healthz|readyz)$/;
/** Callers that are remembered; of more, those who have asked least lately begin anew. */
const MOST_CALLERS = 10_000;
const MINUTE_MS = 60_000;

/**
 * Refuses with 429 who asks too often: a person by the token, from wherever it comes, and whoever has none that is
 * valid by the address. What a token claims counts only once it was verified, or anybody could use up another's
 * allowance, or be somebody else each time. A caller's minute begins with the first request and the next one with the
 * first after it.
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
  // The plugin's own hooks are of single routes; ours also counts what leads nowhere.
  fastify.addHook('onRequest', async (request) => {
    if (UNLIMITED.test(request.url)) return;
    taken ??= fastify.createRateLimit();
    const limit = await taken(request);
    if (!limit.isAllowed && limit.isExceeded)
      throw new ProblemError(problemCatalogue.tooManyRequests, [], { 'retry-after': String(limit.ttlInSeconds) });
  });
}

async function callerOf({ headers: { authorization }, ip }: FastifyRequest, tokens: TokenVerifier): Promise<string> {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  const person = token === undefined ? undefined : await tokens.verify(token).catch(() => undefined);
  return person === undefined ? `address ${ip}` : `person ${person.personId}`;
}
