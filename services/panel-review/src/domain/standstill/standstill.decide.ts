import { accept, type Bilingual, type Decision, type Instant } from '@parley/kernel';
import type { Clocks, RunningDeadline } from '@parley/procedure';
import { runningAt } from '../clock-moves';
import { freezeAnew } from '../composition/freeze-anew.decide';
import type { NoteReopening, NoteResumption, NoteSuspension } from '../panel-commands';
import type { PanelEvent } from '../panel-events';
import type { OpenedPanel, PanelState } from '../panel-state';
import { evolve, evolveOpened } from '../panel.evolve';
import { reviewOpening } from '../review/open-review';
import type { ReopeningNoted, ResumptionNoted, SuspensionNoted } from './standstill-events';

/**
 * The clocks that had not ended stand still; one that had is left to its default, which is late in being decided only.
 */
export function noteSuspension({ at }: NoteSuspension, state: OpenedPanel): Decision<SuspensionNoted> {
  if (state.suspendedAt !== null || state.screeningEnd) return accept();
  return accept(suspensionNoted(at, runningAt(state.running, at)));
}

/**
 * What an act or a default of before the suspension starts, though it is decided only in it, stands still from its
 * beginning, and so does what is counted anew: the record says so right behind, and nobody is told that it runs.
 */
export function standingStill(decision: Decision<PanelEvent>, state: OpenedPanel): Decision<PanelEvent> {
  const { suspendedAt } = state;
  if (
    decision.kind === 'refused' ||
    suspendedAt === null ||
    decision.events.some(({ type }) => GOING_ON.includes(type))
  )
    return decision;
  const started = decision.events.flatMap(({ data }) => ('opens' in data ? data.opens.map(({ id }) => id) : []));
  const after = decision.events.reduce<PanelState>(evolve, state);
  const closes =
    after.status === 'opened' ? runningAt(after.running, suspendedAt).filter((id) => started.includes(id)) : [];
  return closes.length === 0 ? decision : accept<PanelEvent>(...decision.events, suspensionNoted(suspendedAt, closes));
}

const GOING_ON: readonly PanelEvent['type'][] = ['ResumptionNoted', 'ReopeningNoted'];

const suspensionNoted = (at: Instant, closes: readonly string[]): SuspensionNoted => ({
  type: 'SuspensionNoted',
  occurredAt: at,
  rule: 'S11',
  tier: 'PUBLIC',
  data: { opens: [], closes },
});

export function noteResumption(
  { at, longStop, still }: NoteResumption,
  state: OpenedPanel,
  clocks: Clocks,
): Decision<PanelEvent> {
  if (state.suspendedAt === null) return accept();
  const opens = goingOn(state, state.suspendedAt, still, { at, reason: resumed }, clocks);
  const noted: ResumptionNoted = {
    type: 'ResumptionNoted',
    occurredAt: at,
    rule: 'S11',
    tier: 'PUBLIC',
    data: { longStop, opens, closes: [] },
  };
  return accept<PanelEvent>(
    noted,
    ...reviewOpening(evolveOpened(state, noted), clocks, { event: 'ScreeningResumed', at }),
  );
}

/** A panel that had done its work stays as it is; one that could not be had is composed anew. */
export function noteReopening(
  { at, longStop, still, anew }: NoteReopening,
  state: OpenedPanel,
  clocks: Clocks,
): Decision<PanelEvent> {
  if (!state.screeningEnd) return accept();
  const since = state.suspendedAt ?? state.screeningEnd.at;
  const opens = goingOn(state, since, still, { at, reason: reopened }, clocks);
  const noted: ReopeningNoted = {
    type: 'ReopeningNoted',
    occurredAt: at,
    rule: 'I-26',
    tier: 'PUBLIC',
    data: { longStop, opens, closes: [] },
  };
  const after = evolveOpened(state, noted);
  return accept<PanelEvent>(
    noted,
    ...freezeAnew(after, anew, at, clocks),
    ...reviewOpening(after, clocks, { event: 'ScreeningReopened', at }),
  );
}

const goingOn = (
  { running }: OpenedPanel,
  since: Instant,
  still: NoteResumption['still'],
  made: { readonly at: Instant; readonly reason: Bilingual },
  clocks: Clocks,
): readonly RunningDeadline[] =>
  Object.values(running).flatMap((deadline) => (deadline.dueAt > since ? [clocks.resume(deadline, still, made)] : []));

const resumed: Bilingual = { en: 'The suspension has ended.', 'zh-Hans': '中止已结束。' };
const reopened: Bilingual = { en: 'Both parties reopened the screening.', 'zh-Hans': '双方重新启动审查。' };
