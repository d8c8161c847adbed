import type { Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ActRequirement, PersonCaller } from '@parley/access';
import type { Instant, Refused } from '@parley/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DECLARED_ACT, methodOf, type ActDeclaration } from './act.decorator';
import { acceptedRequestIn } from '../app/accepted-request';
import { DELEGATIONS, TOKEN_VERIFIER } from '../app/tokens';
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
  /** How the act would be refused; present when it may not be done. */
  readonly problem?: Problem;
}

/** Statuses of a refusal of the act itself; with any other the question is not answered. */
const REFUSED: readonly number[] = [403, 404, 409, 422];

/**
 * Answers OPTIONS on every path with an act: for each act there, whether this caller may do it now, and if not, why.
 * About what the caller may not know of, it says no more than the act would.
 */
export function answerAsked(app: NestFastifyApplication): void {
  const guard = new CallerGuard(app.get(TOKEN_VERIFIER), app.get(Reflector), app.get(DELEGATIONS));
  const barOf = async (act: ActDeclaration, request: FastifyRequest): Promise<ProblemError | undefined> => {
    try {
      const accepted = acceptedRequestIn(request);
      await guard.admitToAct(accepted, { roles: act.as, rule: act.rule });
      if (!act.asks) return undefined;
      const refused = await app.get<BarsActs>(act.asks.of, { strict: false }).barTo({
        declared: act,
        caller: personOf(accepted.caller),
        receivedAt: accepted.receivedAt,
        params: request.params as Readonly<Record<string, string>>,
        command: act.asks.command,
      });
      return refused && ProblemError.refused(refused);
    } catch (error) {
      if (error instanceof ProblemError && REFUSED.includes(error.kind.status)) return error;
      throw error;
    }
  };
  const answer = async (act: ActDeclaration, request: FastifyRequest): Promise<MayBeDone> => {
    const bar = await barOf(act, request);
    const said = { method: methodOf(act), may: bar === undefined, asOf: act.asks ? 'now' : 'caller' } as const;
    if (!bar) return said;
    const language = preferredLanguage(request.headers['accept-language']);
    return { ...said, problem: problemOf(bar, { path: request.url.split('?', 1)[0] ?? '', language }) };
  };
  const fastify = app.getHttpAdapter().getInstance();
  for (const [path, acts] of actsByPath(app))
    fastify.options(path, async (request: FastifyRequest, reply: FastifyReply) => {
      try {
        const said = await Promise.all(acts.map((act) => answer(act, request)));
        const allowed = said.filter(({ may }) => may).map(({ method }) => method);
        return await reply.header('allow', allowed.join(', ')).send({ acts: said });
      } catch (error) {
        sendProblem(asProblem(error), request, reply);
        return reply;
      }
    });
}

/** Every act that the controllers declare, by its path as the server writes it. */
function actsByPath(app: NestFastifyApplication): ReadonlyMap<string, readonly ActDeclaration[]> {
  const acts = new Map<string, readonly ActDeclaration[]>();
  const scanner = new MetadataScanner();
  for (const { metatype } of app.get(DiscoveryService).getControllers()) {
    const prototype = (metatype as { readonly prototype?: Record<string, () => unknown> } | null)?.prototype;
    if (!prototype || !metatype) continue;
    const root = Reflect.getMetadata(PATH_METADATA, metatype) as string;
    for (const name of scanner.getAllMethodNames(prototype)) {
      const handler = prototype[name];
      if (!handler || Reflect.getMetadata(METHOD_METADATA, handler) === undefined) continue;
      const declared = Reflect.getMetadata(DECLARED_ACT, handler) as ActDeclaration | undefined;
      if (!declared) continue;
      const parts = [root, Reflect.getMetadata(PATH_METADATA, handler) as string].join('/').split('/');
      const path = `/${parts.filter((part) => part !== '').join('/')}`;
      acts.set(path, [...(acts.get(path) ?? []), declared]);
    }
  }
  return acts;
}

/** A question whether an act may be done, without its body. */
export interface AskedAct {
  readonly declared: ActRequirement;
  readonly caller: PersonCaller;
  /** When it was asked; an act sent then would be received then. */
  readonly receivedAt: Instant;
  /** The parameters of the path, each a UUID or a word that is no id. */
  readonly params: Readonly<Record<string, string>>;
  /** Its command, as far as the route says it. */
  readonly command: { readonly type: string };
}

/** Knows the state, and so what bars an act. */
export interface BarsActs {
  /** Why the act would be refused, whatever its body says; `undefined` when nothing stands against it so far. */
  barTo(asked: AskedAct): Promise<Refused | undefined>;
}

/** Which provider to ask about the state, and for which command. */
export interface Asks {
  readonly of: Type<BarsActs>;
  readonly command: AskedAct['command'];
}
