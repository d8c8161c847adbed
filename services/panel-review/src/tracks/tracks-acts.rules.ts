import { accept, type Bilingual, type Decision, type Instant, type Side } from '@parley/kernel';
import type { Clocks, Happening, RunningDeadline, Track } from '@parley/procedure';
import { clocksOfLateClaims } from '../claims/claim-evidence.rules';
import { BEFORE_INTERIM } from '../composition/empty-seats.rules';
import { isPast, screeningOver, type OpenedPanel, type PanelEvent } from '../panel/panel-state.rules';
import { seatClockId } from '../time/time.rules';
import type { RecordUrgency } from '../panel/panel-commands.rules';
import { evolveOpened } from '../panel/common-refusals.rules';
import type { TrackTaken, UrgencyDecided } from './tracks.rules';

const SIDES: readonly Side[] = ['complainant', 'respondent'];

/** The members agreed in deliberation on the urgency of the case; on refusal the standard clocks start from there. */
export function recordUrgency(
  { verdict, at }: RecordUrgency,
  state: OpenedPanel,
  clocks: Clocks,
): Decision<PanelEvent> {
  if (
    state.urgency ||
    state.track !== 'urgent' ||
    screeningOver(state, at) ||
    isPast(state, 'urgency-confirmation', at)
  )
    return accept();
  if (verdict === 'confirmed') return accept(urgencyDecided(verdict, at));
  return urgencyLost(verdict, { event: 'UrgencyDecided', at }, state, clocks);
}

/** The members did not agree in time that the case is urgent: the standard clocks start from there (I-25). */
export const urgencyByDefault = (expiry: Instant, state: OpenedPanel, clocks: Clocks): Decision<PanelEvent> =>
  urgencyLost('unconfirmed', { event: 'UrgencyDecided', at: expiry, kind: 'expiry' }, state, clocks);

function urgencyLost(
  verdict: 'refused' | 'unconfirmed',
  decision: Happening,
  state: OpenedPanel,
  clocks: Clocks,
): Decision<PanelEvent> {
  const decided = urgencyDecided(verdict, decision.at);
  const after = evolveOpened(state, decided);
  return accept<PanelEvent>(decided, ...onTrack(after, 'standard', decision, clocks.onTrack('standard')));
}

/**
 * The intake has told of another track. A change that the panel itself brought about, by not confirming urgency, has
 * moved the clocks already.
 */
export function trackTaken(state: OpenedPanel, clocks: Clocks): readonly TrackTaken[] {
  const { trackChange: change, urgency } = state;
  if (!change || change.track === state.track) return [];
  if (change.track === 'urgent' && urgency && urgency.verdict !== 'confirmed') return [];
  return onTrack(state, change.track, { event: 'TrackChanged', at: change.at }, clocks.onTrack(change.track));
}

/**
 * True while the panel still takes more members at a change of track: until its interim text, and for the complex track
 * until S9.
 */
const takesMore = ({ stage: { name } }: OpenedPanel, track: Track): boolean =>
  BEFORE_INTERIM.includes(name) || (track === 'complex' && name === 'interim-comments');

/**
 * Puts the panel on another track. If that has more seats, they open, with one clock each from this instant, and a
 * review that goes on waits for them and starts anew. Other running clocks go on with their length on that track,
 * counted from the change itself when urgency is lost. Nothing becomes earlier, and no expired limit is revived (I-25).
 */
function onTrack(state: OpenedPanel, track: Track, change: Happening, clocks: Clocks): readonly TrackTaken[] {
  // Counted from the panel itself, since it may have its seats by another version of the rules than the case is under
  // now.
  const now = state.seats.length / 2;
  const then = clocks.ruleSet.tracks[track].seatsPerSide;
  const grows = then > now && takesMore(state, track);
  const anew = grows && BEFORE_INTERIM.includes(state.stage.name);
  const seats = grows ? then : now;
  const added = SIDES.flatMap((side) => numbersFrom(now + 1, seats).map((number) => [side, number] as const));
  const opens = added.map(([side, number]) =>
    clocks.start('nomination', change, seatClockId('nomination', state.parties[side], number), state.parties[side]),
  );
  const closes = [
    ...(anew ? ['review', 'terms', 'evidence', 'evidence-answer', ...clocksOfLateClaims(state)] : []),
    'urgency-confirmation',
  ].filter((id) => state.running[id] !== undefined);
  const event: TrackTaken = {
    type: 'TrackTaken',
    occurredAt: change.at,
    rule: 'I-25',
    tier: 'PUBLIC',
    data: {
      track,
      from: state.track,
      seatsPerSide: seats,
      opens: [...opens, ...goingOn(state, closes, track, change, clocks)],
      closes,
    },
  };
  return [event];
}

/** Running deadlines that end later on the new track. One whose end has passed is left to its default. */
function goingOn(
  state: OpenedPanel,
  closed: readonly string[],
  track: Track,
  change: Happening,
  clocks: Clocks,
): readonly RunningDeadline[] {
  const made = { at: change.at, reason: trackReasons[track] };
  const restart = state.track === 'urgent' ? change : undefined;
  return Object.values(state.running).flatMap((running) => {
    if (closed.includes(running.id) || running.dueAt <= change.at) return [];
    const changed = clocks.changeTrack(running, track, made, restart);
    return changed && changed.dueAt > running.dueAt ? [changed] : [];
  });
}

const trackReasons: Readonly<Record<Track, Bilingual>> = {
  standard: { en: 'The case is on the standard track.', 'zh-Hans': '本案适用普通程序。' },
  complex: { en: 'The case is on the complex track.', 'zh-Hans': '本案适用复杂程序。' },
  urgent: { en: 'The case is on the urgent track.', 'zh-Hans': '本案适用紧急程序。' },
};

const numbersFrom = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(to - from + 1, 0) }, (_, index) => from + index);

const urgencyDecided = (verdict: UrgencyDecided['data']['verdict'], at: Instant): UrgencyDecided => ({
  type: 'UrgencyDecided',
  occurredAt: at,
  rule: 'urgent',
  tier: 'PUBLIC',
  data: { verdict, opens: [], closes: ['urgency-confirmation'] },
});
