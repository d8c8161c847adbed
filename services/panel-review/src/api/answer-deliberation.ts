import type { Caller } from '@parley/access';
import type { CommandOutcome } from '@parley/event-store';
import type { CaseId } from '@parley/kernel';
import { respond, type Answer } from '@parley/http';
import type { DeliberationState } from '../domain/deliberation/deliberation';
import { showDeliberation, type DeliberationShown } from './deliberation.response';
import type { PanelGate } from './panel-gate';

/**
 * The deliberation after an act in it. An act that comes again is answered as it was, and who did it may have been
 * challenged or have left since: then the answer of then is not theirs to read any more (I-09).
 * @throws ProblemError as `respond` and `PanelGate.openDeliberation` do
 */
export async function answerDeliberation(
  gate: PanelGate,
  caseId: CaseId,
  caller: Caller,
  outcome: CommandOutcome<DeliberationState>,
): Promise<Answer<DeliberationShown>> {
  if (outcome.kind === 'done' && outcome.repeated) await gate.openDeliberation(caseId, caller);
  return respond(outcome, ({ state }) => showDeliberation(state));
}
