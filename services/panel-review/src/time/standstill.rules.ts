import { accept, type Bilingual, type Decision, type DomainEvent, type Instant } from '@parley/kernel';
import { runsOnAfterRepudiation, type Clocks, type MovesClocks, type RunningDeadline } from '@parley/procedure';
import { claimEvidenceOpened } from '../claims/claim-evidence.rules';
import { freezeAnew } from '../composition/members.rules';
import { closedByLongStop } from '../findings/voting-time.rules';
import { evolveOpened } from '../panel/common-refusals.rules';
import type { FollowScreening } from '../panel/panel-commands.rules';
import { stoppedAt, type OpenedPanel, type OpenedPanelEvent, type PanelEvent } from '../panel/panel-state.rules';
import { reviewOpening } from '../review/comments.rules';
import { trackTaken } from '../tracks/tracks-acts.rules';
import type { RepudiatedEnd, StoodStill } from './going-on.rules';
import type { ToldOfCase } from './known-case.rules';

/**
 * The screening is suspended or has ended. The panel's clocks stand still; one that starts meanwhile does so at once.
 */
export type ClocksStoodStill = DomainEvent<'ClocksStoodStill', MovesClocks>;

/**
 * The screening goes on. When it was resumed, or both parties reopened it (I-26), each clock has the time that was left
 * of it. When its end was set aside, each clock runs again to the date that it had (I-19), or no sooner than a
 * repudiation leaves it (I-67).
 */
export type ClocksWentOn = DomainEvent<
  'ClocksWentOn',
  MovesClocks & { readonly by: NonNullable<ToldOfCase['wentOn']>['by'] }
>;

export type StandstillEvent = ClocksStoodStill | ClocksWentOn;

/**
 * Brings the panel level with what is known of its screening: its track, whether it goes on, and the end of
 * consultations. The result is the same when this is decided once more, or only when more is known. A panel that had
 * done its work stays as it is. An impossible panel is composed anew when the screening is reopened.
 */
export function followScreening(
  { anew }: Omit<FollowScreening, 'type'>,
  state: OpenedPanel,
  clocks: Clocks,
): Decision<PanelEvent> {
  const steps: readonly ((now: OpenedPanel) => readonly OpenedPanelEvent[])[] = [
    (now) => trackTaken(now, clocks),
    (now) => claimEvidenceOpened(now, clocks.onTrack(now.track)),
    (now) => brought(now, clocks),
    (now) => (stoppedAt(now) === undefined ? closedByLongStop(now) : []),
    (now) => (stoppedAt(now) === undefined ? freezeAnew(now, anew, clocks.onTrack(now.track)) : []),
    (now) => reviewOpening(now, clocks.onTrack(now.track), resumption(now)),
    (now) => (stoppedAt(now) === undefined ? claimEvidenceOpened(now, clocks.onTrack(now.track)) : []),
  ];
  let now = state;
  return accept<PanelEvent>(
    ...steps.flatMap((step) => {
      const events = step(now);
      now = events.reduce((before, event) => evolveOpened(before, event), now);
      return events;
    }),
  );
}

/** Nothing starts before what last set the screening going again. */
function resumption({ stoodStill }: OpenedPanel) {
  const last = stoodStill.at(-1);
  return last && { event: last.by === 'resumed' ? 'ScreeningResumed' : 'ScreeningReopened', at: last.to };
}

/**
 * While the screening has stopped, clocks that had not ended by then stand still. A clock that had ended is left to its
 * default, which is only decided late. Once the screening goes on, each clock does, with the time that was left of it.
 */
function brought(state: OpenedPanel, clocks: Clocks): readonly StandstillEvent[] {
  const { running, standing, wentOn } = state;
  const goesOn = (deadline: RunningDeadline): RunningDeadline => goneOn(deadline, state, clocks);
  const stopped = stoppedAt(state);
  if (stopped !== undefined) {
    const closes = Object.values(running).filter(({ id }) => !standing.includes(id));
    return stoodStillAt(
      state,
      stopped,
      closes.flatMap((deadline) => (goesOn(deadline).dueAt >= stopped ? [deadline.id] : [])),
    );
  }
  const opens = Object.values(running).flatMap((deadline) => {
    const gone = goesOn(deadline);
    return gone !== deadline || standing.includes(deadline.id) ? [gone] : [];
  });
  if (wentOn === null || opens.length === 0) return [];
  const { by, at } = wentOn;
  const data = { by, opens, closes: [] };
  return [{ type: 'ClocksWentOn', occurredAt: at, rule: RULES[by], tier: 'PUBLIC', data }];
}

const RULES: Readonly<Record<ClocksWentOn['data']['by'], string>> = {
  resumed: 'S11',
  reopened: 'I-26',
  'lapse-set-aside': 'I-19',
  repudiated: 'I-67',
};

/** A clock with what every standstill, and every repudiation, has not given to it yet. */
const goneOn = (deadline: RunningDeadline, state: OpenedPanel, clocks: Clocks): RunningDeadline =>
  [...state.stoodStill, ...state.repudiated].toSorted(byEnd).reduce((gone, time) => {
    if (!('by' in time)) return afterRepudiation(gone, time, state, clocks);
    const { by, ...still } = time;
    const given = gone.changes.some((change) => change.kind === 'standstill' && change.standStill.from === still.from);
    const began = gone.trigger.instant !== null && gone.trigger.instant >= still.to;
    if (given || began || gone.dueAt < still.from) return gone;
    return clocks.resume(gone, still, { at: still.to, reason: REASONS[by] });
  }, deadline);

const endOf = (time: StoodStill | RepudiatedEnd): Instant => ('by' in time ? time.to : time.at);

const byEnd = (one: StoodStill | RepudiatedEnd, other: StoodStill | RepudiatedEnd): number =>
  endOf(one) < endOf(other) ? -1 : 1;

/** What had ended before the settlement did is left to its default, and what began later to its own time. */
function afterRepudiation(
  limit: RunningDeadline,
  repudiated: RepudiatedEnd,
  { parties, track }: OpenedPanel,
  clocks: Clocks,
): RunningDeadline {
  const began = limit.trigger.instant !== null && limit.trigger.instant >= repudiated.at;
  return began || limit.dueAt < repudiated.endedAt
    ? limit
    : runsOnAfterRepudiation(limit, repudiated, parties, clocks.onTrack(track));
}

const REASONS: Readonly<Record<OpenedPanel['stoodStill'][number]['by'], Bilingual>> = {
  resumed: { en: 'The suspension has ended.', 'zh-Hans': '中止已结束。' },
  reopened: { en: 'Both parties reopened the screening.', 'zh-Hans': '双方重新启动审查。' },
};

/**
 * An act or a default from before the standstill may be decided only during it. Clocks that it starts, or counts anew,
 * stand still from their beginning. The record says so right behind, and nobody is told that they run. Findings that it
 * makes stop for nothing (I-68).
 */
export function standingStill(decision: Decision<PanelEvent>, state: OpenedPanel): Decision<PanelEvent> {
  if (decision.kind === 'refused' || stoppedAt(state) === undefined) return decision;
  const after = decision.events.reduce(
    (now, event) => (event.type === 'PanelOpened' ? now : evolveOpened(now, event)),
    state,
  );
  const stopped = stoppedAt(after);
  if (stopped === undefined) return decision;
  const started = decision.events.flatMap(({ data }) => ('opens' in data ? data.opens.map(({ id }) => id) : []));
  const closes = started.filter((id) => (after.running[id]?.dueAt ?? '') >= stopped);
  return closes.length === 0
    ? decision
    : accept<PanelEvent>(...decision.events, ...stoodStillAt(state, stopped, closes));
}

const stoodStillAt = (
  { suspendedAt }: OpenedPanel,
  at: Instant,
  closes: readonly string[],
): readonly ClocksStoodStill[] =>
  closes.length === 0
    ? []
    : [
        {
          type: 'ClocksStoodStill',
          occurredAt: at,
          rule: suspendedAt === null ? 'I-26' : 'S11',
          tier: 'PUBLIC',
          data: { opens: [], closes },
        },
      ];
