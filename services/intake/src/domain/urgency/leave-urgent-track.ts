import type { Bilingual } from '@parley/kernel';
import type { Clocks, Happening } from '@parley/procedure';
import type { FiledCase } from '../case-state';
import { isCounted, type RunningDeadline } from '../running-deadline';
import type { TrackChangeBy, TrackChanged } from '../tracks/tracks-events';

/** Clocks that are no stage of the screening, or whose trigger is still to come on the standard track. */
const NOT_RESTARTED = ['consent', 'suspension', 'cure', 'urgency-refusal'];

/**
 * Urgency is lost: each limit that runs on a clock of the urgent track runs on that of the standard track, from here
 * and never earlier; one that the standard track does not have, or starts only later, stops. A limit that had expired
 * is not among them, so none is revived (I-25).
 */
export function leaveUrgentTrack(
  by: TrackChangeBy,
  from: Happening,
  reason: Bilingual,
  state: FiledCase,
  clocks: Clocks,
): TrackChanged {
  const standard = clocks.onTrack('standard');
  const { at } = from;
  const restarted = (deadlines: readonly RunningDeadline[]): readonly RunningDeadline[] =>
    deadlines.flatMap((deadline): readonly RunningDeadline[] => {
      if (!isCounted(deadline) || NOT_RESTARTED.includes(deadline.clock)) return [deadline];
      if (awaitsReply(deadline.id, state)) return [];
      return [clocks.changeTrack(deadline, 'standard', { at, reason }, from) ?? []].flat();
    });
  const stopped = state.status === 'suspended' ? restarted(state.suspension.stopped) : null;
  const running = Object.values(state.running);
  const after = stopped === null ? restarted(running) : running;
  const kept = after.map(({ id }) => id);
  return {
    type: 'TrackChanged',
    occurredAt: at,
    rule: 'I-25',
    tier: 'registration' in state ? 'PUBLIC' : 'PARTIES',
    data: {
      ...{ from: state.track, track: 'standard', by, clocks: 'restart', reason, proposalId: null },
      opens: [
        ...after.filter((deadline) => deadline !== state.running[deadline.id]),
        ...officials(state, standard, from),
      ],
      closes: [
        ...running.map(({ id }) => id).filter((id) => !kept.includes(id)),
        ...running.filter(({ clock }) => clock === 'urgency-refusal').map(({ id }) => id),
      ],
      ...(stopped === null ? {} : { stopped }),
    },
  };
}

/** On the standard track consultations begin with the reply, or its lapse. */
const awaitsReply = (id: string, state: FiledCase): boolean =>
  id === 'consultations' && 'exchange' in state && state.exchange.stage === 'awaiting-reply';

/** The standard track gives the officials a time within consultations that go on. */
function officials(state: FiledCase, standard: Clocks, from: Happening): readonly RunningDeadline[] {
  const consulting =
    state.status === 'registered' &&
    state.exchange.stage === 'consultations' &&
    state.exchange.consultations.level === 'officials';
  return consulting && state.running['consultations'] && standard.ruleSet.tracks.standard.clocks.officials
    ? [standard.start('officials', from)]
    : [];
}
