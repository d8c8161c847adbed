import { type CanActivate, type ExecutionContext, Inject } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Caller, hasRole, holdsTwoCapacities, type PersonCaller, PUBLIC_CALLER, refusals } from '@parley/access';
import { refuse } from '@parley/kernel';
import {
  DELEGATED_ROLES,
  type Delegations,
  IS_PUBLIC,
  type PartyKeys,
  REQUIRED_ROLES,
  type RequiredRoles,
  type Standing,
  TokenRefusedError,
  type TokenVerifier,
} from '@parley/auth';
import { DECLARED_ACT, type ActDeclaration } from '../acts/act.decorator';
import { refuseLateEntry, requirementOf } from '../acts/late-act';
import { refuseUnsigned, signatureOf } from '../acts/signed-act';
import { acceptedRequestOf, type AcceptedRequest } from '../app/accepted-request';
import { DELEGATIONS, PARTY_KEYS, PUBLIC_URL, TOKEN_VERIFIER } from '../app/tokens';
import { problemCatalogue } from '../problems/problem-catalogue';
import { ProblemError } from '../problems/problem.error';
import { personOf, unauthenticated } from './current-caller.decorator';
import { whoMay } from './role-words';

/** What the guard looks at, and what it finds out. */
export type Admitted = Pick<AcceptedRequest, 'headers' | 'receivedAt' | 'caller'> &
  Partial<Pick<AcceptedRequest, 'delegation' | 'tokenRefused'>>;

/** Finds out who calls, and refuses callers whose token does not hold one of the route's roles. */
export class CallerGuard implements CanActivate {
  constructor(
    @Inject(TOKEN_VERIFIER) private readonly tokens: TokenVerifier,
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(DELEGATIONS) private readonly delegations: Delegations,
    @Inject(PARTY_KEYS) private readonly keys: PartyKeys,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = acceptedRequestOf(context);
    request.caller = await this.callerOf(request);
    const route = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(IS_PUBLIC, route)) {
      // Who speaks for a party no more reads what everybody does.
      if ((await this.standingOf(request))?.kind === 'not-in-force') request.caller = PUBLIC_CALLER;
      return true;
    }
    const required = this.reflector.getAllAndOverride<RequiredRoles | undefined>(REQUIRED_ROLES, route);
    const act = this.reflector.getAllAndOverride<ActDeclaration | undefined>(DECLARED_ACT, route);
    if (required) allow(request.caller, act ? { ...required, roles: requirementOf(act, request.body).as } : required);
    if (act) refuseLateEntry(act, request.body);
    if (required) request.delegation = await this.delegationOf(request);
    if (act) await this.verifySignature(act, request);
    return required !== undefined;
  }

  private async verifySignature(act: ActDeclaration, request: AcceptedRequest): Promise<void> {
    const caller = personOf(request.caller);
    request.signature = await signatureOf(request, caller, this.keys, this.publicUrl);
    if (!request.signature) await refuseUnsigned(act, caller, this.keys, request.receivedAt);
  }

  /**
   * Finds out who asks, as before a route: for who asks about an act, and again for an answer that goes on.
   * @throws ProblemError as the guard does
   */
  async admit(request: Admitted, required: RequiredRoles): Promise<void> {
    request.caller = await this.callerOf(request);
    allow(request.caller, required);
    request.delegation = await this.delegationOf(request);
  }

  /**
   * The delegation under which a side's desk, officer of the registry or co-head acts and reads; none as long as the
   * side has no register. The instant at which the request was received counts.
   * @throws ProblemError 403 when there is a register and none is in force then
   */
  private async delegationOf(request: Admitted): Promise<string | undefined> {
    const standing = await this.standingOf(request);
    if (standing?.kind === 'not-in-force') throw ProblemError.refused(refuse(refusals.delegationNotInForce));
    return standing?.kind === 'in-force' ? standing.delegationId : undefined;
  }

  /** @returns nothing for a caller in none of the offices that are delegated, or of no side */
  private async standingOf({ caller, receivedAt }: Admitted): Promise<Standing | undefined> {
    const role = DELEGATED_ROLES.find((each) => hasRole(caller, each));
    if (role === undefined || caller.kind === 'public' || caller.party === null) return undefined;
    return this.delegations.standing({ party: caller.party, personId: caller.personId, role }, receivedAt);
  }

  private async callerOf(request: Admitted): Promise<Caller> {
    const { authorization } = request.headers;
    if (authorization === undefined) return PUBLIC_CALLER;
    try {
      return await this.tokens.verify(/^Bearer +([\w.~+/-]+=*)$/i.exec(authorization)?.[1] ?? '');
    } catch (error) {
      if (!(error instanceof TokenRefusedError)) throw error;
      request.tokenRefused = error;
      throw tokenInvalid(error);
    }
  }
}

function allow(caller: Caller, required: RequiredRoles): void {
  if (caller.kind === 'public') throw unauthenticated();
  const bar = roleBar(caller, required);
  if (bar) throw bar;
}

/** Why a route is not for a person, by the token alone; `undefined` when it is. */
export function roleBar(caller: PersonCaller, { roles, rule }: RequiredRoles): ProblemError | undefined {
  if (holdsTwoCapacities(caller)) return ProblemError.refused(refuse(refusals.twoCapacities));
  if (roles.some((role) => hasRole(caller, role))) return undefined;
  const { roleRequired } = problemCatalogue;
  const may = whoMay(roles);
  return new ProblemError({
    ...roleRequired,
    ...(rule === undefined ? {} : { rule }),
    en: `${roleRequired.en} It is for ${may.en}.`,
    'zh-Hans': `${roleRequired['zh-Hans']}此操作限于${may['zh-Hans']}。`,
  });
}

/** Clients are told why by the header that is made for it (RFC 6750, 3). */
const tokenInvalid = ({ fault }: TokenRefusedError): ProblemError =>
  new ProblemError(problemCatalogue.tokenInvalid, [], {
    'www-authenticate': `Bearer realm="parley", error="invalid_token", error_description="${fault}"`,
  });
