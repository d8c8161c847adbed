import { type CanActivate, type ExecutionContext, Inject } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Caller, hasRole, holdsTwoCapacities, PUBLIC_CALLER, refusals } from '@parley/access';
import { refuse } from '@parley/kernel';
import { type Delegations, IS_PUBLIC, REQUIRED_ROLES, type RequiredRoles, type TokenVerifier } from '@parley/auth';
import { DECLARED_ACT, type ActDeclaration } from '../acts/act.decorator';
import { refuseLateEntry, requirementOf } from '../acts/late-act';
import { acceptedRequestOf, type AcceptedRequest } from '../app/accepted-request';
import { DELEGATIONS, TOKEN_VERIFIER } from '../app/tokens';
import { problemCatalogue } from '../problems/problem-catalogue';
import { ProblemError } from '../problems/problem.error';
import { unauthenticated } from './current-caller.decorator';

/** Finds out who calls, and refuses callers whose token does not hold one of the route's roles. */
export class CallerGuard implements CanActivate {
  constructor(
    @Inject(TOKEN_VERIFIER) private readonly tokens: TokenVerifier,
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(DELEGATIONS) private readonly delegations: Delegations,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = acceptedRequestOf(context);
    request.caller = await this.callerOf(request.headers.authorization);
    const route = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(IS_PUBLIC, route)) return true;
    const required = this.reflector.getAllAndOverride<RequiredRoles | undefined>(REQUIRED_ROLES, route);
    const act = this.reflector.getAllAndOverride<ActDeclaration | undefined>(DECLARED_ACT, route);
    if (required) allow(request.caller, act ? { ...required, roles: requirementOf(act, request.body).as } : required);
    if (act) {
      refuseLateEntry(act, request.body);
      request.delegation = await this.delegationOf(request);
    }
    return required !== undefined;
  }

  /**
   * Finds out who asks about an act, as for the act itself.
   * @throws ProblemError as the guard does
   */
  async admitToAct(request: AcceptedRequest, required: RequiredRoles): Promise<void> {
    request.caller = await this.callerOf(request.headers.authorization);
    allow(request.caller, required);
    request.delegation = await this.delegationOf(request);
  }

  /**
   * The delegation under which an officer of a desk acts; none for a person who never had one on record. The instant at
   * which the act was received counts.
   * @throws ProblemError 403 when the recorded one is not in force then
   */
  private async delegationOf({ caller, receivedAt }: AcceptedRequest): Promise<string | undefined> {
    if (!hasRole(caller, 'desk') || caller.party === null) return undefined;
    const standing = await this.delegations.standing(caller.party, caller.personId, receivedAt);
    if (standing.kind === 'not-in-force') throw ProblemError.refused(refuse(refusals.delegationNotInForce));
    return standing.kind === 'in-force' ? standing.delegationId : undefined;
  }

  private async callerOf(authorization: string | undefined): Promise<Caller> {
    if (authorization === undefined) return PUBLIC_CALLER;
    const token = /^Bearer +([\w.~+/-]+=*)$/i.exec(authorization)?.[1];
    if (token === undefined) throw tokenInvalid();
    try {
      return await this.tokens.verify(token);
    } catch {
      throw tokenInvalid();
    }
  }
}

function allow(caller: Caller, { roles, rule }: RequiredRoles): void {
  if (caller.kind === 'public') throw unauthenticated();
  if (holdsTwoCapacities(caller)) throw ProblemError.refused(refuse(refusals.twoCapacities));
  if (roles.some((role) => hasRole(caller, role))) return;
  throw new ProblemError(
    rule === undefined ? problemCatalogue.roleRequired : { ...problemCatalogue.roleRequired, rule },
  );
}

const tokenInvalid = (): ProblemError =>
  new ProblemError(problemCatalogue.tokenInvalid, [], {
    'www-authenticate': 'Bearer realm="parley", error="invalid_token"',
  });
