import {
  type Actor,
  type PartyCode,
  refuse,
  type RefusalReason,
  type Refused,
  type Role,
  type Side,
  sideOf,
} from '@parley/kernel';
import { actorOf, hasRole, holdsTwoCapacities } from './capacity';
import type { Caller } from './caller';
import type { CaseAccess } from './case-access';
import { seesCase } from './readers';
import { refusals } from './refusals';

/** What an act asks of the person who does it. */
export interface ActRequirement {
  /** The roles that may do it. The caller acts in the first of them that it holds. */
  readonly as: readonly Role[];
  /** The rule that gives the act to these roles, quoted when it is refused (`S4`). */
  readonly rule: string;
  /** The side whose desk may do it; either when left out. */
  readonly side?: Side;
}

export interface MayAct {
  readonly kind: 'may';
  /** Who goes on record. */
  readonly actor: Actor;
  readonly role: Role;
  /** The side of the caller's party in this case; `null` for a caller who belongs to neither. */
  readonly side: Side | null;
}

const withRule = (reason: RefusalReason, rule: string): RefusalReason => ({ ...reason, rule });

/**
 * Whether a caller may do an act in a case. A caller who may not see the case gets `not-found`. One who sees it but may
 * not act gets `not-your-role` or `not-your-side` with the act's rule. A token with two capacities gets I-05. That
 * depends on the token alone, so it tells nothing about the case.
 */
export function mayAct(act: ActRequirement, caller: Caller, access: CaseAccess): MayAct | Refused {
  if (holdsTwoCapacities(caller)) return refuse(refusals.twoCapacities);
  if (!seesCase(caller, access) && !isHeardIn(act, caller, access)) return refuse(refusals.notFound);
  const role = act.as.find((candidate) => hasRole(caller, candidate) && actsHere(caller, candidate, access));
  if (role === undefined || caller.kind === 'public') return refuse(withRule(refusals.notYourRole, act.rule));
  const side = sideIn(caller.party, access);
  if (act.side !== undefined && role === 'desk' && side !== act.side)
    return refuse(withRule(refusals.notYourSide, act.rule));
  return { kind: 'may', actor: actorOf(caller, role), role, side };
}

/** Roles of persons from outside of a case who do acts of theirs in it and read no tier of it. */
const HEARD: readonly Role[] = ['expert', 'third-party', 'conciliator'];

/**
 * True for an expert, a third party or a conciliator of the case when the act is theirs. To any other act of theirs the
 * case answers as one that does not exist.
 */
const isHeardIn = ({ as }: ActRequirement, caller: Caller, access: CaseAccess): boolean =>
  HEARD.some((role) => as.includes(role) && hasRole(caller, role) && actsHere(caller, role, access));

/** Whether a caller may do an act that belongs to no case yet, such as filing or keeping a roster. */
export function mayActOutsideCases(act: Omit<ActRequirement, 'side'>, caller: Caller): Omit<MayAct, 'side'> | Refused {
  if (holdsTwoCapacities(caller)) return refuse(refusals.twoCapacities);
  const role = act.as.find((candidate) => hasRole(caller, candidate));
  if (role === undefined || caller.kind === 'public') return refuse(withRule(refusals.notYourRole, act.rule));
  return { kind: 'may', actor: actorOf(caller, role), role };
}

const sideIn = (party: PartyCode | null, { parties }: CaseAccess): Side | null =>
  party !== null && (party === parties.complainant || party === parties.respondent) ? sideOf(parties, party) : null;

/** Holding a role is not enough: a desk acts in its party's cases, a member in those it is nominated for. */
function actsHere(caller: Caller, role: Role, access: CaseAccess): boolean {
  if (caller.kind === 'public') return false;
  if (role === 'desk')
    return sideIn(caller.party, access) !== null && (access.stage === 'filed' || caller.party === access.filer);
  if (role === 'panel') return access.nominated.includes(caller.personId);
  if (HEARD.includes(role)) return access.heard?.includes(caller.personId) ?? false;
  return role === 'registry' || role === 'cohead';
}
