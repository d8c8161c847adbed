import { accept, refuse, type Decision } from '@parley/kernel';
import { deskOf, isRefused, screeningOver } from '../acting';
import type { ProposeExperts, RecordExpert } from '../panel-commands';
import type { OpenedPanel } from '../panel-state';
import { refusals } from '../refusals';
import { reviewBar } from '../review/co-chair';
import { otherwiseEngaged } from './heard-person';
import type { ExpertsProposed, ExpertTaken } from './expert-events';

/** Each party proposes one list; the panel asks nobody who is on neither. */
export function proposeExperts(command: ProposeExperts, state: OpenedPanel): Decision<ExpertsProposed> {
  const side = deskOf(state, command);
  if (isRefused(side)) return side;
  const { by, receivedAt, experts } = command;
  const bar = screeningOver(state, receivedAt) ?? reviewBar(state, receivedAt);
  if (bar) return refuse(bar);
  const party = state.parties[side];
  if (state.expertLists.some((list) => list.party === party)) return refuse(refusals.expertsProposed);
  const engaged = otherwiseEngaged(
    state,
    experts.map(({ personId }) => personId),
    'expert',
  );
  if (engaged >= 0) return refuse(refusals.expertEngaged, `/experts/${String(engaged)}/personId`);
  const listed = experts.map((expert, index) => ({ id: `expert:${party}:${String(index + 1)}`, ...expert }));
  return accept({
    type: 'ExpertsProposed',
    occurredAt: receivedAt,
    rule: 'S7',
    tier: 'PANEL',
    data: { party, by, experts: listed, opens: [], closes: [] },
  });
}

/** What the co-chairs agreed on in deliberation, as of the choice that completed it. */
export function recordExpert({ expertId, questions, at }: RecordExpert, state: OpenedPanel): Decision<ExpertTaken> {
  const taken = state.takenExperts.some((expert) => expert.expertId === expertId);
  if (taken || screeningOver(state, at) || reviewBar(state, at)) return accept();
  const listed = state.expertLists.flatMap(({ experts }) => experts).find(({ id }) => id === expertId)?.personId;
  // Who came to do something else in the case since is heard through the registry (I-05).
  const person = listed === undefined || otherwiseEngaged(state, [listed], 'expert') >= 0 ? {} : { personId: listed };
  return accept({
    type: 'ExpertTaken',
    occurredAt: at,
    rule: 'S7',
    tier: 'PANEL',
    data: { expertId, questions, ...person, opens: [], closes: [] },
  });
}
