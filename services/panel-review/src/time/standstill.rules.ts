import { accept, type Bilingual, type Decision, type DomainEvent, type Instant } from '@parley/kernel';
import type { Clocks, MovesClocks, RunningDeadline } from '@parley/procedure';
import { freezeAnew } from '../composition/members.rules';
import { evolveOpened } from '../panel/common-refusals.rules';
import type { FollowScreening } from '../panel/panel-commands.rules';
import type { OpenedPanel, OpenedPanelEvent, PanelEvent } from '../panel/panel-state.rules';
import { reviewOpening } from '../review/comments.rules';
import { trackTaken } from '../tracks/tracks-acts.rules';
import { stoppedAt, type ToldOfCase } from './known-case.rules';

/** The screening is suspended or has ended: the panel's clocks stand still, one that starts meanwhile at once. */
export type ClocksStoodStill = DomainEvent<'ClocksStoodStill', MovesClocks>;

/**
 * The screening goes on: it was resumed, or both parties reopened it (I-26), and what was left of each clock is left of
 * it; or its lapse was set aside (I-19), and each runs again to the date that it had.
 */
export type ClocksWentOn = DomainEvent<
  'ClocksWentOn',
  MovesClocks & { readonly by: NonNullable<ToldOfCase['wentOn']>['by'] }
>;

export type StandstillEvent = ClocksStoodStill | ClocksWentOn;

/**
 * Brings the panel level with what is known of its screening: its track, whether it goes on, and the end of
 * consultations. Decided once more, or only when more is known, it comes to the same. A panel that had done its work
 * stays as it is; one that could not be had is composed anew when the screening is reopened.
 */
export function followScreening(
  { anew }: Omit<FollowScreening, 'type'>,
  state: OpenedPanel,
  clocks: Clocks,
): Decision<PanelEvent> {
  const steps: readonly ((now: OpenedPanel) => readonly OpenedPanelEvent[])[] = [
    (now) => trackTaken(now, clocks),
    (now) => brought(now, clocks),
    (now) => (stoppedAt(now) === undefined ? freezeAnew(now, anew, clocks.onTrack(now.track)) : []),
    (now) => reviewOpening(now, clocks.onTrack(now.track), resumption(now)),
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
 * While the screening does not go on, clocks that had not ended stand still; one that had is left to its default, which
 * is late in being decided only. Once it goes on, so does each, with what was left of it.
 */
function brought(state: OpenedPanel, clocks: Clocks): readonly StandstillEvent[] {
  const { running, standing, stoodStill, wentOn } = state;
  const goesOn = (deadline: RunningDeadline): RunningDeadline => goneOn(deadline, stoodStill, clocks);
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
};

/** A clock with all that it stood still for and has not been given yet. */
const goneOn = (deadline: RunningDeadline, stoodStill: OpenedPanel['stoodStill'], clocks: Clocks): RunningDeadline =>
  stoodStill.reduce((gone, { by, ...still }) => {
    const given = gone.changes.some((change) => change.kind === 'standstill' && change.standStill.from === still.from);
    const began = gone.trigger.instant !== null && gone.trigger.instant >= still.to;
    if (given || began || gone.dueAt < still.from) return gone;
    return clocks.resume(gone, still, { at: still.to, reason: REASONS[by] });
  }, deadline);

const REASONS: Readonly<Record<OpenedPanel['stoodStill'][number]['by'], Bilingual>> = {
  resumed: { en: 'The suspension has ended.', 'zh-Hans': '中止已结束。' },
  reopened: { en: 'Both parties reopened the screening.', 'zh-Hans': '双方重新启动审查。' },
};

/**
 * What an act or a default of before the standstill starts, though it is decided only in it, stands still from its
 * beginning, and so does what is counted anew: the record says so right behind, and nobody is told that it runs.
 */
export function standingStill(decision: Decision<PanelEvent>, state: OpenedPanel): Decision<PanelEvent> {
  const stopped = stoppedAt(state);
  if (decision.kind === 'refused' || stopped === undefined) return decision;
  const started = decision.events.flatMap(({ data }) => ('opens' in data ? data.opens.map(({ id }) => id) : []));
  const { running } = decision.events.reduce(
    (now, event) => (event.type === 'PanelOpened' ? now : evolveOpened(now, event)),
    state,
  );
  const closes = started.filter((id) => (running[id]?.dueAt ?? '') >= stopped);
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
