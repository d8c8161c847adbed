import { accept, type Decision } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import { noClocks, runningAt } from '../clock-moves';
import type {
  NoteClaims,
  NoteConsultationsEnd,
  NoteExhibit,
  NoteLapseSetAside,
  NoteScreeningEnd,
} from '../panel-commands';
import type { PanelEvent } from '../panel-events';
import type { OpenedPanel, PanelState } from '../panel-state';
import { evolveOpened } from '../panel.evolve';
import { reviewOpening } from '../review/open-review';
import type { ConsultationsEndNoted, ExhibitNoted } from './noted-events';

/** The grievance as served says on which claims findings are due. */
export function noteClaims({ claims, at }: NoteClaims, state: OpenedPanel): Decision<PanelEvent> {
  if (state.claims.length > 0) return accept();
  return accept<PanelEvent>({
    type: 'ClaimsNoted',
    occurredAt: at,
    rule: 'S3',
    tier: 'PANEL',
    data: { claims, ...noClocks },
  });
}

/** Heard in any order with the rest: an exhibit may be known before the panel is opened. */
export function noteExhibit({ exhibit, at }: NoteExhibit, state: PanelState): Decision<ExhibitNoted> {
  if (state.exhibits.includes(exhibit)) return accept();
  return accept({ type: 'ExhibitNoted', occurredAt: at, rule: 'I-65', tier: 'PANEL', data: { exhibit, ...noClocks } });
}

/** S5 is over; a panel that is whole by then starts its review. */
export function noteConsultationsEnd(
  { at }: NoteConsultationsEnd,
  state: OpenedPanel,
  clocks: Clocks,
): Decision<PanelEvent> {
  if (state.consultationsEndedAt !== null) return accept();
  const noted: ConsultationsEndNoted = {
    type: 'ConsultationsEndNoted',
    occurredAt: at,
    rule: 'S5',
    tier: 'PUBLIC',
    data: noClocks,
  };
  return accept<PanelEvent>(noted, ...reviewOpening(evolveOpened(state, noted), clocks));
}

/**
 * The screening has an outcome, and the panel's clocks stop. One that ended before it is left to its default, which is
 * late in being decided only, and takes effect as of its own instant.
 */
export function noteScreeningEnd({ outcome, at }: NoteScreeningEnd, state: OpenedPanel): Decision<PanelEvent> {
  if (state.screeningEnd) return accept();
  const data = { outcome, opens: [], closes: state.suspendedAt === null ? runningAt(state.running, at) : [] };
  return accept<PanelEvent>({ type: 'ScreeningEndNoted', occurredAt: at, rule: 'I-26', tier: 'PUBLIC', data });
}

/** The lapse was set aside: the clocks that it stopped run again to the dates that they had. */
export function noteLapseSetAside({ becauseOf, at }: NoteLapseSetAside, state: OpenedPanel): Decision<PanelEvent> {
  if (!state.screeningEnd) return accept();
  const data = { becauseOf, opens: state.suspendedAt === null ? Object.values(state.running) : [], closes: [] };
  return accept<PanelEvent>({ type: 'LapseSetAsideNoted', occurredAt: at, rule: 'I-19', tier: 'PUBLIC', data });
}
