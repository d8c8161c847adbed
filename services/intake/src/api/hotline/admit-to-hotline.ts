import type { RulesInForce } from '@parley/event-store';
import { mayActOutsideCases, refusals as accessRefusals, type Caller } from '@parley/access';
import { refuse } from '@parley/kernel';
import { ProblemError, type ReceivedAct } from '@parley/http';
import type { HotlineDesk } from '../../application/hotline/hotline-desk';
import type { Hotline } from '../../domain/hotline/hotline';
import { admittedAct, type AdmittedAct } from '../act-of';

/** Who acts on the hotline, when the caller may. @throws ProblemError 403 with the rule's name */
export function admitToHotline(received: ReceivedAct, ruleSetVersion: RulesInForce): AdmittedAct {
  const may = mayActOutsideCases(received.declared, received.caller);
  if (may.kind === 'refused') throw ProblemError.refused(may);
  return admittedAct(received, may.actor, ruleSetVersion);
}

/**
 * A request for a caller to read. Somebody of a panel reads those whose crisis team the person is on; to anybody else
 * of a panel there is no such request (I-43).
 * @throws ProblemError 404
 */
export async function openHotline(
  desk: HotlineDesk,
  hotlineId: string,
  caller: Caller,
): Promise<{ readonly hotline: Hotline; readonly revision: number }> {
  const { state, revision } = await desk.read(hotlineId);
  if (state.status === 'silent' || !mayOpen(state, caller)) throw ProblemError.refused(refuse(accessRefusals.notFound));
  return { hotline: state, revision };
}

const mayOpen = ({ team, asking, asked }: Hotline, caller: Caller): boolean => {
  if (caller.kind === 'public') return false;
  if (caller.roles.includes('panel'))
    return team?.members.some(({ personId }) => personId === caller.personId) ?? false;
  return caller.roles.includes('cohead') || caller.party === asking || caller.party === asked;
};
