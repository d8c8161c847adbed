import { accept, refuse, type Decision, type RefusalReason } from '@parley/kernel';
import { isPast, runs } from '../acting';
import { seatedMembers } from '../composition/membership';
import type { OpenedPanel } from '../panel-state';
import { refusals } from '../refusals';
import { deliberationBar, panelActBar } from '../review/taking-part';
import type { UrgencyView } from '../tracks/urgency';
import type { DeliberationEvent, DeliberationState, UrgencyViewGiven } from './deliberation';
import type { GiveUrgencyView } from './deliberation-commands';

/**
 * A member says whether the case is urgent. As with a claim (I-12), the panel has spoken when a majority of its members
 * with at least one of each side is of one view; who thinks what is shown to nobody else (I-14).
 */
export function giveUrgencyView(
  { by, receivedAt, panel, verdict }: GiveUrgencyView,
  state: DeliberationState,
): Decision<DeliberationEvent> {
  const bar = deliberationBar(panel, by) ?? urgencyBar(panel, receivedAt, state) ?? panelActBar(panel, by, receivedAt);
  if (bar) return refuse(bar);
  if (state.urgencyViews.some((view) => view.member === by && view.verdict === verdict)) return accept();
  const about = { occurredAt: receivedAt, rule: 'urgent', tier: 'DELIBERATION' } as const;
  const given: UrgencyViewGiven = { ...about, type: 'UrgencyViewGiven', data: { member: by, verdict } };
  const views = [...state.urgencyViews.filter(({ member }) => member !== by), given.data];
  if (!carries(views, panel, verdict)) return accept<DeliberationEvent>(given);
  return accept<DeliberationEvent>(given, { ...about, type: 'UrgencySettled', data: { verdict } });
}

function urgencyBar(
  panel: OpenedPanel,
  at: OpenedPanel['longStop'],
  { urgency }: DeliberationState,
): RefusalReason | undefined {
  if (panel.track !== 'urgent') return refusals.notUrgent;
  if (urgency ?? panel.urgency) return refusals.urgencyDecided;
  if (panel.stage.name !== 'composed' && panel.stage.name !== 'reviewing') return refusals.urgencyTooLate;
  return runs(panel, 'urgency-confirmation') && !isPast(panel, 'urgency-confirmation', at)
    ? undefined
    : refusals.urgencyTooLate;
}

function carries(views: readonly UrgencyView[], panel: OpenedPanel, verdict: UrgencyView['verdict']): boolean {
  const seated = seatedMembers(panel);
  const agreed = seated.filter(({ member }) =>
    views.some((view) => view.member === member && view.verdict === verdict),
  );
  return agreed.length * 2 > seated.length && new Set(agreed.map(({ nominatedBy }) => nominatedBy)).size === 2;
}
