import { accept, refuse, type Decider, type Decision } from '@parley/kernel';
import { refusals } from '../refusals';
import type { DelayNotified, DeskEvent, WorkAssigned } from './desk-events';
import { deskRefusals } from './desk-refusals';
import {
  workKey,
  type AssignWork,
  type DeskCommand,
  type DeskState,
  type DeskWork,
  type NotifyDelay,
} from './desk-work';

/** The registry's desk in one case: who does which step, and which step is late and why. */
export const deskDecider: Decider<DeskCommand, DeskState, DeskEvent> = {
  initial: {},
  decide: (command, state): Decision<DeskEvent> =>
    command.type === 'AssignWork' ? assignWork(command, state) : notifyDelay(command, state),
  evolve: evolveDesk,
};

function assignWork(
  { work, context, deadlineId, assignee, by, receivedAt }: AssignWork,
  state: DeskState,
): Decision<WorkAssigned> {
  if (work === null || (work.awaited !== 'registry' && work.awaited !== 'coheads'))
    return refuse(deskRefusals.unknownWork);
  if (receivedAt >= work.dueAt) return refuse(refusals.defaultPending);
  if (state[workKey({ context, deadlineId })]?.assignee === assignee)
    return refuse(deskRefusals.alreadyAssigned, '/assignee');
  return accept({
    type: 'WorkAssigned',
    occurredAt: receivedAt,
    rule: 'S2',
    tier: 'PARTIES',
    data: { context, deadlineId, assignee, by },
  });
}

function notifyDelay(
  { work, context, deadlineId, expectedOn, today, reason, by, receivedAt }: NotifyDelay,
  state: DeskState,
): Decision<DelayNotified> {
  if (work === null) return refuse(deskRefusals.unknownWork);
  if (work.awaited !== 'registry') return refuse(deskRefusals.notRegistrysOwn);
  if (receivedAt >= work.dueAt) return refuse(refusals.defaultPending);
  if (expectedOn <= today) return refuse(deskRefusals.delayInPast, '/expectedOn');
  if (state[workKey({ context, deadlineId })]?.expectedOn === expectedOn)
    return refuse(deskRefusals.delayNotifiedAlready, '/expectedOn');
  return accept({
    type: 'DelayNotified',
    occurredAt: receivedAt,
    rule: 'S2',
    tier: 'PARTIES',
    data: { context, deadlineId, expectedOn, reason, by },
  });
}

const untouched: DeskWork = { assignee: null, expectedOn: null };

/** Total: an event that is not known leaves the desk as it is. */
function evolveDesk(state: DeskState, event: DeskEvent): DeskState {
  const change = (changed: Partial<DeskWork>): DeskState => {
    const key = workKey(event.data);
    return { ...state, [key]: { ...(state[key] ?? untouched), ...changed } };
  };
  switch (event.type) {
    case 'WorkAssigned':
      return change({ assignee: event.data.assignee });
    case 'DelayNotified':
      return change({ expectedOn: event.data.expectedOn });
    default:
      return unknownEvent(event, state);
  }
}

const unknownEvent = (_event: never, state: DeskState): DeskState => state;
