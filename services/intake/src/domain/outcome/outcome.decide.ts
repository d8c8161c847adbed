import { accept, refuse, type Decision, type Instant } from '@parley/kernel';
import type { NotePanelOutcome, WithdrawGrievance } from '../case-commands';
import type { CaseEvent, ScreeningEnded } from '../case-events';
import type { CaseState, FiledCase } from '../case-state';
import { refusals } from '../refusals';
import type { EndedBy, Outcome } from './outcome';

type Ended = Extract<CaseState, { status: 'ended' }>;

/**
 * The complainant withdraws the whole; its WTO rights stay as they are. It stops every clock, so it comes after the defaults
 * of those that have run out: each happens at its expiry, though it is recorded a little later (I-18).
 */
export function withdraw(command: WithdrawGrievance, state: FiledCase): Decision<ScreeningEnded> {
  const { party, receivedAt } = command;
  if (party !== state.parties.complainant) return refuse(refusals.notComplainant);
  if (state.status === 'ended') return refuse(refusals.screeningEnded);
  if (state.status === 'registered' && receivedAt >= state.registration.longStop) return refuse(refusals.longStopPassed);
  if (Object.values(state.running).some(({ dueAt }) => receivedAt >= dueAt)) return refuse(refusals.defaultPending);
  if (state.grievance.claims.some(({ claimant }) => claimant === 'respondent')) return refuse(refusals.claimsOfBoth);
  return accept(withdrawn(command, state));
}

/** The end of a screening in which nobody claims anything any more. */
export const withdrawn = ({ by, receivedAt }: Pick<WithdrawGrievance, 'by' | 'receivedAt'>, state: FiledCase): ScreeningEnded =>
  ended('withdrawn', { kind: 'person', personId: by }, receivedAt, 'S11', state);

/** The long-stop passed in whatever stage before findings: the screening lapses, and a dossier without findings may issue. */
export const longStopByDefault = (expiry: Instant, state: FiledCase): Decision<ScreeningEnded> =>
  accept(ended('lapsed', { kind: 'limit', reason: 'long-stop' }, expiry, 'I-17', state));

/** Twelve months of suspension have passed and the screening was not resumed: it lapses (S11). */
export const suspensionByDefault = (expiry: Instant, state: FiledCase): Decision<ScreeningEnded> =>
  accept(ended('lapsed', { kind: 'limit', reason: 'suspension' }, expiry, 'S11', state));

/**
 * The panel issued findings, or no eligible name was left for a seat. An outcome that came before the long-stop, or before a settlement,
 * and is learned of only afterwards sets that end aside (I-19). Findings that came at the instant of a settlement came before it.
 */
export function notePanelOutcome({ outcome, at, eventId }: NotePanelOutcome, state: FiledCase): Decision<CaseEvent> {
  if (isBeforeReopening(at, state)) return accept();
  const by: EndedBy = { kind: 'panel', eventId, reason: outcome };
  const end = (from: FiledCase) =>
    outcome === 'findings' ? ended('findings-issued', by, at, 'S9', from) : ended('lapsed', by, at, 'S6', from);
  if (state.status === 'registered') return at < state.registration.longStop ? accept(end(state)) : accept();
  if (state.status === 'suspended') return at < state.suspension.at ? accept(end(state)) : accept();
  if (state.status === 'ended' && (lapsedThoughInTime(state, at) || settledAfter(outcome, at, state))) return accept(setAside(eventId, at), end(state));
  return accept();
}

/**
 * True for what came before both parties reopened the screening. The end that they set aside had overtaken it, and it does not end what
 * they began anew, however late it is heard of and however often.
 */
export const isBeforeReopening = (at: Instant, { proposals }: Pick<FiledCase, 'proposals'>): boolean =>
  proposals.some(({ matter, end }) => matter.kind === 'reopening' && end?.kind === 'signed' && at < end.at);

const lapsedThoughInTime = ({ endedBy, registration }: Ended, at: Instant): boolean =>
  endedBy.kind === 'limit' && endedBy.reason === 'long-stop' && registration !== undefined && at < registration.longStop;

const settledAfter = (outcome: NotePanelOutcome['outcome'], at: Instant, { endedBy, endedAt, registration }: Ended): boolean =>
  endedBy.kind === 'settlement' && registration !== undefined && (outcome === 'findings' ? at <= endedAt : at < endedAt);

/** I-19: what had ended had been acted on before. */
export const setAside = (becauseOf: string, at: Instant): CaseEvent => ({
  type: 'LapseSetAside',
  occurredAt: at,
  rule: 'I-19',
  tier: 'PUBLIC',
  data: { becauseOf, opens: [], closes: [] },
});

const docketNumberOf = (state: FiledCase): string | null =>
  state.status === 'registered' || state.status === 'suspended' || state.status === 'ended' ? (state.registration?.docketNumber ?? null) : null;

/** A screening that was public ends in public; one that never had a docket number ends between the parties. */
export const ended = (outcome: Outcome, by: EndedBy, at: Instant, rule: string, state: FiledCase): ScreeningEnded => ({
  type: 'ScreeningEnded',
  occurredAt: at,
  rule,
  tier: docketNumberOf(state) === null ? 'PARTIES' : 'PUBLIC',
  data: { outcome, by, docketNumber: docketNumberOf(state), opens: [], closes: Object.keys(state.running) },
});
