import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { TokenVerifier } from '@parley/auth';
import { problemCatalogue } from '../problems/problem-catalogue';
import { ProblemError } from '../problems/problem.error';
import { RequestAllowance } from './request-allowance';

/** Who asks after health is answered whatever happens. */
const UNLIMITED = /^\/(healthz|readyz)$/;

/**
 * Refuses with 429 who asks too often: a person by the token, from wherever it comes, and whoever has none that is
 * valid by the address. What a token claims counts only once it was verified, or anybody could use up another's
 * allowance, or be somebody else each time.
 * @param perMinute 0 for no limit
 */
export function addRateLimit(fastify: FastifyInstance, perMinute: number, tokens: TokenVerifier): void {
  if (perMinute === 0) return;
  const allowance = new RequestAllowance(perMinute);
  fastify.addHook('onRequest', async (request) => {
    if (UNLIMITED.test(request.url)) return;
    const wait = allowance.take(await callerOf(request, tokens));
    if (wait !== undefined)
      throw new ProblemError(problemCatalogue.tooManyRequests, [], { 'retry-after': String(wait) });
  });
}

async function callerOf({ headers: { authorization }, ip }: FastifyRequest, tokens: TokenVerifier): Promise<string> {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  const person = token === undefined ? undefined : await tokens.verify(token).catch(() => undefined);
  return person === undefined ? `address ${ip}` : `person ${person.personId}`;
}
