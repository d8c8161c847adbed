import { hasRole } from '@parley/access';
import type { Clock, Instant } from '@parley/kernel';
import type { FastifyInstance } from 'fastify';
import { acceptedRequestIn, type AcceptedRequest } from '../app/accepted-request';
import { isRead } from '../app/request-hooks';
import type { SecurityEvent, SecurityKind, SecurityLog } from './security-log';

const OF_STATUS: Readonly<Record<number, SecurityKind>> = { 401: 'sign-in-refused', 403: 'refused', 429: 'limit' };
/** Where an embedded provider gives tokens. It answers by itself, without problem details. */
const SIGN_IN = /^\/oidc\/[a-z]+\/token$/;

/**
 * Notes refused sign-ins, refusals for want of a right, limits, operators' acts and deletions. What a person did is
 * kept before it is answered; refusals, of which there may be a flood, soon after.
 */
export function addSecurityHooks(fastify: FastifyInstance, log: SecurityLog, clock: Clock): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const [route = ''] = request.url.split('?', 1);
    if (SIGN_IN.test(route))
      reply.raw.once('close', () => {
        const { statusCode } = reply.raw;
        if (statusCode === 400 || statusCode === 401)
          log.note({
            ...NOBODY,
            kind: 'sign-in-refused',
            method: 'POST',
            route,
            outcome: 'token-refused',
            at: clock.now(),
          });
      });
    done();
  });
  fastify.addHook('onSend', async (request, reply, payload) => {
    const event = eventOf(acceptedRequestIn(request), reply.statusCode, clock.now());
    if (!event) return payload;
    log.note(event);
    if (event.outcome === 'done') await log.keep();
    return payload;
  });
  fastify.addHook('onClose', () => log.keep());
}

const NOBODY = { personId: null, party: null, issuer: null, fault: null } as const;

/** What an answer is to who watches over access. What was only passed on is noted by the process that refused it. */
function eventOf(request: AcceptedRequest, status: number, at: Instant): SecurityEvent | undefined {
  const { caller, refusal, method, routeOptions, behind, tokenRefused } = request;
  const done = refusal === undefined && status < 400 && behind === undefined;
  if (!done && refusal === undefined) return undefined;
  const kind = OF_STATUS[status] ?? (isRead(method) ? undefined : kindOfAct(request));
  if (!kind || (done && kind === 'refused')) return undefined;
  return {
    ...(caller.kind === 'person' ? { personId: caller.personId, party: caller.party } : NOBODY),
    ...{ kind, method, route: routeOptions.url ?? '*', outcome: refusal ?? 'done', at },
    ...{ issuer: tokenRefused?.issuer ?? null, fault: tokenRefused?.fault ?? null },
  };
}

const kindOfAct = ({ caller, method }: AcceptedRequest): SecurityKind | undefined =>
  caller.kind === 'person' && hasRole(caller, 'operator') ? 'operator' : method === 'DELETE' ? 'deletion' : undefined;
