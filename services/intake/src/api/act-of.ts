import type { CommandContext, RulesInForce } from '@parley/event-store';
import type { Actor, CaseId } from '@parley/kernel';
import { commandContextOf, type ReceivedAct } from '@parley/http';
import type { CaseDesk } from '../application/case-desk';
import type { Act } from '../domain/case-commands';
import type { CaseGate } from './case-gate';

/** A person's act and the context in which it is decided. */
export interface AdmittedAct {
  readonly act: Act;
  readonly actor: Extract<Actor, { kind: 'person' }>;
  readonly context: CommandContext;
}

/** Who does what when, for a caller who was admitted. */
export function admittedAct(received: ReceivedAct, actor: Actor, ruleSetVersion: RulesInForce): AdmittedAct {
  if (actor.kind !== 'person') throw new TypeError('only a person sends a request');
  return {
    act: { by: actor.personId, party: actor.party, receivedAt: received.receivedAt },
    actor,
    context: commandContextOf(received, actor, ruleSetVersion),
  };
}

/** Admits a caller to an act in a case. @throws ProblemError 404, or 403 with the rule's name */
export async function admitToCase(
  gate: CaseGate,
  desk: CaseDesk,
  caseId: CaseId,
  received: ReceivedAct,
): Promise<AdmittedAct> {
  const { actor } = await gate.admit(caseId, received);
  return admittedAct(received, actor, desk.ruleSetVersion);
}
