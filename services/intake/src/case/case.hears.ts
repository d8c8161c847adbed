import { leavesPanel, panelReview, referral, told, type Taking } from '@parley/contracts';
import type { PartyCode, PersonId } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { NotePanelOutcome, NoteSettlement } from './case-commands.rules';
import type { NoteUrgencyRefused } from './urgency/urgency.rules';

/** Contexts whose events the intake hears. */
export const HEARS = ['panelreview', 'evidence', 'referral'] as const;

/** Contexts that can end a screening: a lapse waits until they were heard past it (I-19). */
export const MAY_END_SCREENINGS = ['panelreview', 'referral'] as const;

/**
 * What a public event of the panel says of the screening: how far the review went, findings that are final, or no
 * eligible name left for a seat.
 */
export function panelOutcomeOf(event: PublicEvent): NotePanelOutcome | undefined {
  const noted = { type: 'NotePanelOutcome', at: event.time, eventId: event.id } as const;
  if (told(event, panelReview.InterimIssuedSchema)) return { ...noted, outcome: 'interim' };
  if (told(event, panelReview.FindingsDecidedSchema)) return { ...noted, outcome: 'close' };
  if (told(event, panelReview.FindingsIssuedSchema)) return { ...noted, outcome: 'findings' };
  const impossible = told(event, panelReview.PanelImpossibleSchema);
  if (!impossible) return undefined;
  const { lacking, unseated } = impossible;
  return { ...noted, outcome: 'roster-exhausted', sides: [...new Set([...lacking, ...unseated])] as PartyCode[] };
}

/** What both parties signed, as the referral tells of it. */
export const settlementOf = (event: PublicEvent): NoteSettlement | undefined =>
  told(event, referral.SettlementSignedSchema) && { type: 'NoteSettlement', at: event.time, eventId: event.id };

/** That the panel did not confirm urgency, from an event of the panel. */
export function urgencyRefusalOf(event: PublicEvent): NoteUrgencyRefused | undefined {
  const decided = told(event, panelReview.UrgencyDecidedSchema);
  if (!decided || decided.verdict === 'confirmed') return undefined;
  const kind = decided.verdict === 'unconfirmed' ? 'expiry' : 'act';
  return { type: 'NoteUrgencyRefused', at: event.time, kind, eventId: event.id };
}

/** Somebody joins the panel of a case, or leaves it. Members of the panel read the grievance and the reply. */
export interface SeatChange {
  readonly change: 'joined' | 'left';
  readonly personId: PersonId;
}

/** The change of members that a public event of the panel tells. */
export function seatChangeOf(event: PublicEvent): SeatChange | undefined {
  const drawn = told(event, panelReview.MemberDrawnSchema);
  if (drawn) return { change: 'joined', personId: drawn.personId as PersonId };
  const fact = told(event, panelReview.PanelFactSchema);
  if (!fact || fact.personId === '') return undefined;
  if (fact.kind === 'member-nominated') return { change: 'joined', personId: fact.personId as PersonId };
  return leavesPanel(fact.kind) ? { change: 'left', personId: fact.personId as PersonId } : undefined;
}

/** The latest change of seat of each person. */
export const takingOfSeats: Taking<SeatChange, Readonly<Record<PersonId, SeatChange>>> = {
  nothing: {},
  take: (fact) => [seatChangeOf(fact) ?? []].flat(),
  learn: (seats, change) => ({ ...seats, [change.personId]: change }),
  says: ({ personId }) => [personId],
};
