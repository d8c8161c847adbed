import { withCapacity } from '../composition/composition.evolve';
import type { OpenedPanel } from '../panel-state';
import type { InterimMeetingRequested, InterimMeetingSet } from './meeting-events';

export function meetingRequested(
  state: OpenedPanel,
  { data: { party, by }, occurredAt: requestedAt }: InterimMeetingRequested,
): OpenedPanel {
  const meeting = state.meeting ?? { requestedBy: [], requestedAt, meetsAt: null };
  return withCapacity({ ...state, meeting: { ...meeting, requestedBy: [...meeting.requestedBy, party] } }, by, 'desk');
}

export const meetingSet = (state: OpenedPanel, { data: { meetsAt } }: InterimMeetingSet): OpenedPanel => ({
  ...state,
  meeting: state.meeting && { ...state.meeting, meetsAt },
});
