import type { Bilingual, Instant } from '@parley/kernel';
import type { Clocks, Happening } from '@parley/procedure';
import type { FiledCase, RegisteredCase } from '../case-commands.rules';
import { isCounted, type RunningDeadline } from '../common-refusals.rules';
import { replyClock } from '../reply/reply-clock.rules';
import type { TrackChangeBy, TrackChanged } from '../tracks/tracks.rules';

/** Clocks that belong to no stage of the screening, or whose trigger on the standard track is still to come. */
const NOT_RESTARTED = ['consent', 'correction', 'suspension', 'resumption', 'cure', 'urgency-refusal'];

/**
 * Urgency is lost. Each limit that runs on a clock of the urgent track now runs on that of the standard track, from
 * here and never earlier. A limit that the standard track does not have, or starts only later, stops. No limit that had
 * expired is revived but that of the reply (I-25).
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
        ...replyStillOpen(state, standard, at),
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

/** The standard track gives the officials a time of their own within consultations that go on. */
function officials(state: FiledCase, standard: Clocks, from: Happening): readonly RunningDeadline[] {
  const consulting =
    state.status === 'registered' &&
    state.exchange.stage === 'consultations' &&
    state.exchange.consultations.level === 'officials';
  return consulting && state.running['consultations'] && standard.ruleSet.tracks.standard.clocks.officials
    ? [standard.start('officials', from)]
    : [];
}

/** A reply that lapsed on the urgent track can still be given in what is left of its standard time (I-25). */
function replyStillOpen(state: FiledCase, standard: Clocks, at: Instant): readonly RunningDeadline[] {
  const { reply: lapsed } = state.lapsed;
  if (!lapsed || !isCounted(lapsed) || !isUnanswered(state)) return [];
  const { event, instant, kind } = lapsed.trigger;
  if (instant === null || kind === 'day') return [];
  const clock = replyClock(state.registration.casesAtOnce, standard);
  const again = standard.start(clock, { event, at: instant, kind }, 'reply');
  return again.dueAt > at ? [again] : [];
}

const isUnanswered = (state: FiledCase): state is RegisteredCase =>
  state.status === 'registered' && state.exchange.stage !== 'awaiting-reply' && state.exchange.reply === 'unanswered';
