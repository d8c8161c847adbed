import { accept, refuse, type Decision } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import type { CaseEvent } from '../case-events';
import type { FiledCase } from '../case-state';
import type { Consent, Matter } from '../consent/proposal';
import { isCounted } from '../running-deadline';
import { refusals } from '../refusals';

/**
 * The complex track, by consent of both parties or because both co-heads decide so on reasons given. Clocks that have
 * another length there are counted anew from the same triggers, and none ends earlier.
 */
export function takeComplexTrack(
  { track, reason }: Extract<Matter, { kind: 'track' }>,
  { by, at, proposalId }: Consent,
  state: FiledCase,
  clocks: Clocks,
): Decision<CaseEvent> {
  if (state.status === 'ended') return refuse(refusals.screeningEnded);
  if (state.status === 'suspended') return refuse(refusals.suspended);
  if (state.status !== 'registered') return refuse(refusals.notRegistered);
  if (state.track !== 'standard') return refuse(refusals.notStandardTrack);
  const longer = Object.values(state.running)
    .filter(isCounted)
    .filter((running) => {
      const { tracks } = clocks.rulesOf(running);
      return tracks[track].clocks[running.clock]?.length !== tracks.standard.clocks[running.clock]?.length;
    });
  return accept({
    type: 'TrackChanged',
    occurredAt: at,
    rule: 'complex',
    tier: 'PUBLIC',
    data: {
      from: state.track,
      track,
      by,
      clocks: 'recount',
      reason,
      proposalId,
      opens: longer.flatMap((deadline) => clocks.changeTrack(deadline, track, { at, reason }) ?? []),
      closes: [],
    },
  });
}
