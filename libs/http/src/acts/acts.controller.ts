import { Controller, Get, Inject, Req, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, mayRead, type Caller } from '@parley/access';
import { Roles, type PartyKeys } from '@parley/auth';
import { refuse, type CaseId } from '@parley/kernel';
import type { FastifyRequest } from 'fastify';
import { acceptedRequestIn } from '../app/accepted-request';
import { PARTY_KEYS } from '../app/tokens';
import { CurrentCaller, personOf } from '../caller/current-caller.decorator';
import { UuidParam } from '../fields/uuid-param.decorator';
import { Refuses } from '../openapi/refuses.decorator';
import { preferredLanguage } from '../problems/preferred-language';
import { problemOf } from '../problems/problem-of';
import { ProblemError } from '../problems/problem.error';
import { wholeList } from '../paging/pages-of';
import { Logged } from '../reads/logged-read.decorator';
import { Reading } from '../reads/reading';
import { actsNow, type ActNow } from './acts-now';
import { ActsShown } from './acts.response';
import type { AskedPart, BarsActs } from './asked-acts';
import { DeclaredActs } from './declared-acts';
import { signsAlways } from './signed-act';

/** A part of a case whose acts can be asked for. */
interface PartWithActs {
  readonly part: 'case' | 'panel' | 'evidence' | 'referral';
  /** `v1/cases/:caseId/panel` */
  readonly path: string;
  /** Who answers for acts that name nobody else. */
  readonly gate: Type<BarsActs>;
}

const OF_A_CASE = '/v1/cases/:caseId/';

/** The route at which a caller asks what can be done in a part of a case: now, by when, and why not the rest. */
export function actsOf({ part, path, gate }: PartWithActs): Type {
  @ApiTags('Agenda')
  @Controller(`${path}/acts`)
  class ActsController {
    constructor(
      @Inject(ModuleRef) private readonly module: ModuleRef,
      @Inject(DeclaredActs) private readonly acts: DeclaredActs,
      @Inject(Reading) private readonly reading: Reading,
      @Inject(PARTY_KEYS) private readonly keys: PartyKeys,
    ) {}

    @Get()
    @Roles('desk', 'registry', 'panel', 'cohead', 'expert', 'third-party', 'conciliator')
    @Logged()
    @ApiOperation({
      operationId: `listActsOf${part.charAt(0).toUpperCase()}${part.slice(1)}`,
      summary: `See what you may do now (${part})`,
      description: 'With until when, and why not the rest: the acts’ own rules are asked, as by OPTIONS.',
    })
    @ApiOkResponse({ type: ActsShown })
    @Refuses(accessRefusals.notFound)
    async list(
      @UuidParam('caseId') caseId: CaseId,
      @CurrentCaller() current: Caller,
      @Req() request: FastifyRequest,
    ): Promise<ActsShown> {
      const caller = personOf(current);
      const routes = this.acts.besides(ActsController).filter((route) => route.path.startsWith(OF_A_CASE));
      const params = { caseId };
      const parts = new Map<Type<BarsActs>, AskedPart>();
      for (const asked of new Set([gate, ...routes.flatMap(({ declared }) => declared.asks?.of ?? [])]))
        parts.set(asked, await this.module.get<BarsActs>(asked, { strict: false }).openToAsk(params, caller));
      const whole = parts.get(gate);
      const partOf = (of: Type<BarsActs> | undefined): AskedPart | undefined => (of ? parts.get(of) : whole);
      if (!whole) throw new TypeError('the gate of a part is among those that are asked');
      const { receivedAt: at } = acceptedRequestIn(request);
      const now = actsNow(routes, { caller, at, params, partOf: ({ declared }) => partOf(declared.asks?.of) ?? whole });
      if (now.length === 0) throw ProblemError.refused(refuse(accessRefusals.notFound));
      const tier = mayRead('PARTIES', caller, whole.access) ? 'PARTIES' : 'PANEL';
      await this.reading.note(caseId, [{ subject: 'acts', what: part, tier }], caller, request);
      const signs = await signsAlways(caller, this.keys, at);
      const language = preferredLanguage(request.headers['accept-language']);
      return { stage: whole.stands.stage, ...wholeList(now.map((each) => shown(each, language, signs))) };
    }
  }
  return ActsController;
}

const shown = (
  { route, method, path, until, problem }: ActNow,
  language: ReturnType<typeof preferredLanguage>,
  signs: boolean,
): ActsShown['items'][number] => ({
  act: route.operationId,
  method,
  path,
  may: problem === undefined,
  asOf: route.declared.asks ? 'now' : 'caller',
  ...(signs && route.declared.signed ? { signed: 'required' } : {}),
  ...(until === undefined ? {} : { until }),
  ...(problem === undefined ? {} : { problem: problemOf(problem, { path, language }) }),
});
