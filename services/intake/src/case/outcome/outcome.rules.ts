import { accept, latest, refuse, type Decision, type Instant, type PartyCode, type PersonId } from '@parley/kernel';
import { isAnswerClock, type Clocks } from '@parley/procedure';
import type { FiledCase, NotePanelOutcome, NoteSettlement, WithdrawGrievance } from '../case-commands.rules';
import type { CaseEvent, ScreeningEnded } from '../case-events.rules';
import { withdrawalsBehind } from '../claims/claims.rules';
import { commonRefusals } from '../common-refusals.rules';
import { suspendedOrNot, type DecidersOf } from '../while-suspended.rules';
import {
  cameBeforeEnd,
  endedAfter,
  isBeforeReopening,
  isOvertaken,
  lapsedThoughInTime,
} from './which-end-counts.rules';
import { setAside, stoppedBesideLongStop } from './set-aside.rules';
import {
  barredBehindInterim,
  hasInterimBy,
  interimReached,
  isClosedBy,
  longStopReached,
  outcomeRefusals,
  reached,
  type Noted,
} from './review.rules';
import { reasonGiven } from './withdrawal-reason.rules';

/** How a screening ends (S11). */
export type Outcome = 'findings-issued' | 'withdrawn' | 'closed-without-prejudice' | 'no-panel' | 'lapsed' | 'settled';

/** What ended a screening: a person's act, a limit that passed, or an event of another context. */
export type EndedBy =
  | { readonly kind: 'person'; readonly personId: PersonId }
  | { readonly kind: 'limit'; readonly reason: 'long-stop' | 'suspension' | 'cure' | 'cure-rounds' }
  | { readonly kind: 'panel'; readonly eventId: string; readonly reason: 'findings' }
  /** Of whose roster no eligible name was left: the certificate names them. */
  | {
      readonly kind: 'panel';
      readonly eventId: string;
      readonly reason: 'roster-exhausted';
      readonly sides: readonly PartyCode[];
    }
  | { readonly kind: 'settlement'; readonly eventId: string };

/**
 * Both parties signed a settlement, and the screening ends with it (S10), even while it is suspended. A settlement that
 * was signed before the screening lapsed, or before the panel or a withdrawal ended it, sets that end aside, even if it
 * is learned of only afterwards (I-19). After the close of the deliberation, or at its very instant, it leaves the
 * screening as it is.
 */
export function noteSettlement({ at, eventId }: NoteSettlement, state: FiledCase): Decision<CaseEvent> {
  if (isBeforeReopening(at, state) || isClosedBy(state, at)) return accept();
  const then = withdrawalsBehind({ at, eventId, first: 'end' }, state);
  const settled = ended('settled', { kind: 'settlement', eventId }, at, 'S10', then.state);
  if (state.status === 'registered')
    return at < state.registration.longStop ? accept(...then.events, settled) : accept();
  if (state.status === 'suspended') return accept(...then.events, settled);
  return state.status === 'ended' && state.registration !== undefined && isOvertaken(state, at)
    ? accept<CaseEvent>(...then.events, setAside(eventId, at, state), settled)
    : accept();
}

/**
 * The complainant withdraws the whole case. Its WTO rights stay as they are. The withdrawal stops every clock, so it
 * comes after the defaults of clocks that have run out. Each of these happens at its expiry, though it is recorded a
 * little later (I-18). From the interim text on its claims are barred for a time (I-68).
 */
export function withdraw(command: WithdrawGrievance, state: FiledCase, clocks: Clocks) {
  const { party, receivedAt } = command;
  if (party !== state.parties.complainant) return refuse(commonRefusals.notComplainant);
  if (state.status === 'ended' && !cameBeforeEnd(receivedAt, state)) return refuse(commonRefusals.screeningEnded);
  if (isClosedBy(state, receivedAt)) return refuse(outcomeRefusals.deliberationClosed);
  if (state.status === 'registered' && receivedAt >= state.registration.longStop)
    return refuse(outcomeRefusals.longStopPassed);
  if (Object.values(state.running).some(({ dueAt }) => receivedAt >= dueAt))
    return refuse(commonRefusals.defaultPending);
  if (state.grievance.claims.some(({ claimant }) => claimant === 'respondent'))
    return refuse(outcomeRefusals.claimsOfBoth);
  return accept<CaseEvent>(...withdrawn(command, state, clocks), ...reasonGiven(command, state));
}

/**
 * The end of a screening in which no claims are left. It takes the place of an end that came after it and was heard of
 * first.
 */
export function withdrawn(
  { by, receivedAt }: Pick<WithdrawGrievance, 'by' | 'receivedAt'>,
  state: FiledCase,
  clocks: Clocks,
): readonly CaseEvent[] {
  const end = ended('withdrawn', { kind: 'person', personId: by }, receivedAt, 'S11', state);
  const claims = state.grievance.claims.map(({ id }) => id);
  const barred = barredBehindInterim(claims, receivedAt, state, clocks);
  return state.status === 'ended' ? [setAside('', receivedAt, state), end, ...barred] : [end, ...barred];
}

/**
 * The long-stop passed before the interim text: the screening lapses, and a dossier without findings may issue. From
 * the interim text on it closes the deliberation instead.
 */
export function longStopByDefault(expiry: Instant, state: FiledCase): Decision<CaseEvent> {
  if (state.review.closedAt !== null) return accept();
  return hasInterimBy(state, expiry)
    ? accept<CaseEvent>(longStopReached(expiry))
    : accept<CaseEvent>(ended('lapsed', { kind: 'limit', reason: 'long-stop' }, expiry, 'I-17', state));
}

/** Twelve months of suspension have passed without a resumption. The screening lapses (S11). */
export const suspensionByDefault = (expiry: Instant, state: FiledCase): Decision<ScreeningEnded> =>
  accept(ended('lapsed', { kind: 'limit', reason: 'suspension' }, expiry, 'S11', state));

/**
 * What the panel says of the screening. Its deliberation was closed, or no eligible name was left for a seat: what came
 * before the long-stop, a settlement or a withdrawal sets that end aside, even if it is learned of only afterwards
 * (I-19). It sets aside the withdrawal of single claims, too. A close at the instant of a settlement or a withdrawal
 * came before it. Findings of a deliberation that was closed are issued whatever came since (I-68).
 */
export function notePanelOutcome(note: NotePanelOutcome, state: FiledCase, clocks: Clocks): Decision<CaseEvent> {
  switch (note.outcome) {
    case 'composed':
      return accept(...reached('CompositionNoted', note, state));
    case 'interim':
      return interimNoted(note, state, clocks);
    case 'deciding':
      return decidingNoted(note, state, clocks);
    case 'close':
      return deliberationClosed(note, state);
    case 'findings':
      if (state.review.closedAt === null) return endOfPanel({ ...note, outcome: note.outcome }, state);
      return state.status === 'registered' || state.status === 'suspended'
        ? accept(issuedAfterClose(note, state))
        : accept();
    case 'roster-exhausted':
      return endOfPanel(note, state);
  }
}

/** A screening that both parties reopened after its findings were issued ended with the reopening at the earliest. */
function issuedAfterClose({ at, eventId }: Noted, state: FiledCase): ScreeningEnded {
  const reopened = state.proposals.flatMap(({ matter, end }) =>
    matter.kind === 'reopening' && end?.kind === 'signed' ? [end.at] : [],
  );
  const by: EndedBy = { kind: 'panel', eventId, reason: 'findings' };
  return ended('findings-issued', by, latest(at, ...reopened), 'S9', state);
}

/** An interim text that was served before the long-stop takes a lapse back that was recorded before it was heard of. */
function interimNoted(note: Noted, state: FiledCase, clocks: Clocks): Decision<CaseEvent> {
  const noted = interimReached(note, state, clocks);
  if (noted.length === 0 || state.status !== 'ended' || !lapsedThoughInTime(state, note.at)) return accept(...noted);
  const resumed = setAside(note.eventId, note.at, state, stoppedBesideLongStop(state));
  return accept<CaseEvent>(resumed, ...noted, longStopReached(state.endedAt));
}

/** S9 began; without an interim text its beginning stands for that as well. */
function decidingNoted(note: Noted, state: FiledCase, clocks: Clocks): Decision<CaseEvent> {
  const interim = interimNoted(note, state, clocks);
  return interim.kind === 'refused' ? interim : accept(...interim.events, ...reached('DecidingNoted', note, state));
}

type EndOfPanel =
  Extract<NotePanelOutcome, { outcome: 'roster-exhausted' }> | (Noted & { readonly outcome: 'findings' });

/** No end of the screening counts from here on but the findings, and the long-stop runs no more. */
function deliberationClosed({ at, eventId }: Noted, state: FiledCase): Decision<CaseEvent> {
  if (state.review.closedAt !== null || !isInTime(at, state)) return accept();
  const then = withdrawalsBehind({ at, eventId, first: 'end' }, state);
  const running = state.status === 'ended' ? state.stopped.deadlines.map(({ id }) => id) : Object.keys(state.running);
  const noted: CaseEvent = {
    type: 'CloseNoted',
    occurredAt: at,
    rule: 'I-68',
    tier: 'PUBLIC',
    data: { becauseOf: eventId, opens: [], closes: running.filter((id) => id === 'long-stop') },
  };
  const resumed = state.status === 'ended' ? [setAside(eventId, at, state, stoppedBesideLongStop(state))] : [];
  return accept(...then.events, ...resumed, noted);
}

/**
 * Whether a deliberation that was closed then was closed while the screening still went on. The long-stop itself may
 * close it.
 */
function isInTime(at: Instant, state: FiledCase): boolean {
  if (state.status === 'registered') return at <= state.registration.longStop;
  if (state.status === 'suspended') return at < state.suspension.at;
  return state.status === 'ended' && (lapsedThoughInTime(state, at) || endedAfter('findings', at, state));
}

function endOfPanel(note: EndOfPanel, state: FiledCase): Decision<CaseEvent> {
  const { outcome, at, eventId } = note;
  const by: EndedBy =
    note.outcome === 'findings'
      ? { kind: 'panel', eventId, reason: note.outcome }
      : { kind: 'panel', eventId, reason: note.outcome, sides: note.sides };
  const end = (...instead: readonly CaseEvent[]): readonly CaseEvent[] => {
    const then = withdrawalsBehind({ at, eventId, first: outcome === 'findings' ? 'end' : 'withdrawal' }, state);
    return [
      ...then.events,
      ...instead,
      outcome === 'findings'
        ? ended('findings-issued', by, at, 'S9', then.state)
        : ended('no-panel', by, at, 'S6', then.state),
    ];
  };
  if (isBeforeReopening(at, state)) return accept();
  const isFindings = outcome === 'findings' && state.review.interimAt !== null;
  if (state.status === 'registered')
    return isFindings || at < state.registration.longStop ? accept(...end()) : accept();
  if (state.status === 'suspended') return at < state.suspension.at ? accept(...end()) : accept();
  if (state.status === 'ended' && (lapsedThoughInTime(state, at) || endedAfter(outcome, at, state)))
    return accept(...end(setAside(eventId, at, state)));
  return accept();
}

const docketNumberOf = (state: FiledCase): string | null =>
  state.status === 'registered' || state.status === 'suspended' || state.status === 'ended'
    ? (state.registration?.docketNumber ?? null)
    : null;

/** A public screening ends in public. One that never had a docket number ends between the parties. */
const ended = (outcome: Outcome, by: EndedBy, at: Instant, rule: string, state: FiledCase): ScreeningEnded => ({
  type: 'ScreeningEnded',
  occurredAt: at,
  rule,
  tier: docketNumberOf(state) === null ? 'PARTIES' : 'PUBLIC',
  data: {
    outcome,
    by,
    docketNumber: docketNumberOf(state),
    opens: [],
    closes: Object.keys(state.running).filter((id) => !isAnswerClock(id)),
  },
});

export const outcomeActs = {
  WithdrawGrievance: suspendedOrNot(withdraw),
} satisfies DecidersOf<WithdrawGrievance>;
