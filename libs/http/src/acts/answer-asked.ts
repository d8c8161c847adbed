import type { PartyKeys } from '@parley/auth';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { methodOf, type ActDeclaration } from './act.decorator';
import { barTo, type BarsActs, type Params } from './asked-acts';
import { DeclaredActs } from './declared-acts';
import { signsAlways } from './signed-act';
import { acceptedRequestIn } from '../app/accepted-request';
import type { MethodsOffered } from '../app/other-methods';
import { PARTY_KEYS } from '../app/tokens';
import { CallerGuard } from '../caller/caller.guard';
import { personOf } from '../caller/current-caller.decorator';
import { asProblem } from '../problems/as-problem';
import { preferredLanguage } from '../problems/preferred-language';
import { problemOf } from '../problems/problem-of';
import { ProblemError } from '../problems/problem.error';
import type { Problem } from '../problems/problem';
import { sendProblem } from '../problems/send-problem';

/** Whether the caller may do an act of a path now. */
export interface MayBeDone {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  /** As far as it can be told without the body. */
  readonly may: boolean;
  /** `now` when the state was looked at, `caller` when only the caller was. */
  readonly asOf: 'now' | 'caller';
  /** Present where the caller's side requires a signature of it. */
  readonly signed?: 'required';
  /** How the act would be refused; present when it may not be done. */
  readonly problem?: Problem;
}

/** Statuses of a refusal of the act itself; with any other the question is not answered. */
const REFUSED: readonly number[] = [403, 404, 409, 422];

/**
 * Answers OPTIONS on every path with an act: for each act there, whether this caller may do it now, and if not, why.
 * About what the caller may not know of, it says no more than the act would. `Allow` names the methods of the path,
 * whoever asks.
 */
export function answerAsked(app: NestFastifyApplication, offeredAt: MethodsOffered): void {
  const guard = app.get(CallerGuard);
  const keys = app.get<PartyKeys>(PARTY_KEYS);
  const barOf = async (act: ActDeclaration, request: FastifyRequest): Promise<ProblemError | undefined> => {
    try {
      const accepted = acceptedRequestIn(request);
      await guard.admit(accepted, { roles: act.as, rule: act.rule });
      if (!act.asks) return undefined;
      const caller = personOf(accepted.caller);
      const params = request.params as Params;
      const part = await app.get<BarsActs>(act.asks.of, { strict: false }).openToAsk(params, caller);
      const refused = barTo(part, { declared: act, caller, at: accepted.receivedAt, params });
      return refused && ProblemError.refused(refused);
    } catch (error) {
      if (error instanceof ProblemError && REFUSED.includes(error.kind.status)) return error;
      throw error;
    }
  };
  const signedAs = async ({ signed }: ActDeclaration, request: FastifyRequest): Promise<Pick<MayBeDone, 'signed'>> => {
    const { caller, receivedAt } = acceptedRequestIn(request);
    return signed && (await signsAlways(personOf(caller), keys, receivedAt)) ? { signed: 'required' } : {};
  };
  const answer = async (act: ActDeclaration, request: FastifyRequest): Promise<MayBeDone> => {
    const bar = await barOf(act, request);
    const said = {
      method: methodOf(act),
      may: bar === undefined,
      asOf: act.asks ? 'now' : 'caller',
      ...(await signedAs(act, request)),
    } as const;
    if (!bar) return said;
    const language = preferredLanguage(request.headers['accept-language']);
    return { ...said, problem: problemOf(bar, { path: request.url.split('?', 1)[0] ?? '', language }) };
  };
  const fastify = app.getHttpAdapter().getInstance();
  for (const [path, acts] of Map.groupBy(app.get(DeclaredActs).all(), (act) => act.path))
    fastify.options(path, async (request: FastifyRequest, reply: FastifyReply) => {
      try {
        const said = await Promise.all(acts.map(({ declared }) => answer(declared, request)));
        return await reply.header('allow', offeredAt(request.url).join(', ')).send({ acts: said });
      } catch (error) {
        sendProblem(asProblem(error), request, reply);
        return reply;
      }
    });
}
