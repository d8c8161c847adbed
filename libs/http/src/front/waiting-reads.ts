import type { FastifyInstance } from 'fastify';
import { isRead } from '../app/request-hooks';
import { type FollowThrough, MOST_PATIENCE_MS } from './follow-through';

/** `wait` of RFC 7240, in seconds. */
const WAIT = /(?:^|[,;])\s*wait\s*=\s*"?(?<seconds>\d{1,6})"?\s*(?=$|[,;])/i;

/**
 * Lets a read with `Prefer: wait=5`, or with the position of a write as `after`, wait until it shows what follows from
 * every act on record, in any service. It waits for five seconds at most, and then shows what there is.
 */
export function letReadsWait(fastify: FastifyInstance, followThrough: FollowThrough): void {
  fastify.addHook('onRequest', async ({ method, headers, query }, reply) => {
    const { seconds } = WAIT.exec(headers.prefer?.toString() ?? '')?.groups ?? {};
    const asked = seconds !== undefined || (query as { after?: unknown }).after !== undefined;
    if (!asked || !isRead(method)) return;
    const patienceMs = Math.min(Number(seconds ?? Infinity) * 1_000, MOST_PATIENCE_MS);
    if ((await followThrough.wait(patienceMs)) && seconds !== undefined)
      void reply.header('preference-applied', `wait=${patienceMs / 1_000}`);
  });
}
