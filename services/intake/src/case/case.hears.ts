import { leavesPanel, panelReview, referral, told, type Taking } from '@parley/contracts';
import type { Instant, PartyCode, PersonId } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { EndRepudiatedDelegation } from '../registry/delegations/delegations.rules';
import type { NotePanelOutcome, NoteSettlement } from './case-commands.rules';
import type { NoteSettlementUndone } from './repudiation/settlement-undone.rules';
import type { NoteSeatTime } from './outcome/seat-time.rules';
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
  if (told(event, panelReview.PanelConvenedSchema)) return { ...noted, outcome: 'composed' };
  const interim = told(event, panelReview.InterimIssuedSchema);
  if (interim) return { ...noted, outcome: interim.issued ? 'interim' : 'deciding' };
  if (BEGINS_FINDINGS.includes(told(event, panelReview.PanelFactSchema)?.kind ?? ''))
    return { ...noted, outcome: 'deciding' };
  if (told(event, panelReview.FindingsDecidedSchema)) return { ...noted, outcome: 'close' };
  if (told(event, panelReview.FindingsIssuedSchema)) return { ...noted, outcome: 'findings' };
  const impossible = told(event, panelReview.PanelImpossibleSchema);
  if (!impossible) return undefined;
  const { lacking, unseated } = impossible;
  return { ...noted, outcome: 'roster-exhausted', sides: [...new Set([...lacking, ...unseated])] as PartyCode[] };
}

/** Facts of a panel by which S9 begins, or has begun, behind an interim text. */
const BEGINS_FINDINGS: readonly string[] = ['interim-final', 'interim-comments-closed', 'findings-time-ended'];

/** What both parties signed, as the referral tells of it. */
export const settlementOf = (event: PublicEvent): NoteSettlement | undefined =>
  told(event, referral.SettlementSignedSchema) && { type: 'NoteSettlement', at: event.time, eventId: event.id };

/** That a side repudiated its signature of the settlement, as the referral tells of it. */
export function settlementUndoneOf(event: PublicEvent): NoteSettlementUndone | undefined {
  const repudiated = told(event, referral.ActRepudiatedSchema);
  if (!repudiated?.undoesSettlement) return undefined;
  const { party } = repudiated;
  return {
    type: 'NoteSettlementUndone',
    repudiated: { at: event.time, party: party as PartyCode },
    eventId: event.id,
  };
}

/** Who did what a side has repudiated in another part of the case, as the command that ends the delegation. */
export function repudiatedDelegationOf(event: PublicEvent): EndRepudiatedDelegation | undefined {
  const message = told(event, referral.DelegationRepudiatedSchema);
  if (!message) return undefined;
  const [party, personId] = [message.party as PartyCode, message.personId as PersonId];
  const doneAt = message.doneAt as Instant;
  const by = message.repudiatedBy as PersonId;
  return { type: 'EndRepudiatedDelegation', by, party, register: party, personId, doneAt, receivedAt: event.time };
}

/** That the panel did not confirm urgency, from an event of the panel. */
export function urgencyRefusalOf(event: PublicEvent): NoteUrgencyRefused | undefined {
  const decided = told(event, panelReview.UrgencyDecidedSchema);
  if (!decided || decided.verdict === 'confirmed') return undefined;
  const kind = decided.verdict === 'unconfirmed' ? 'expiry' : 'act';
  return { type: 'NoteUrgencyRefused', at: event.time, kind, eventId: event.id };
}

/** What the panel counted of the time of its seats. */
export function seatTimeOf(event: PublicEvent): NoteSeatTime | undefined {
  const counted = told(event, panelReview.SeatTimeCountedSchema);
  if (!counted) return undefined;
  const accounts = counted.accounts.map(({ party, days }) => ({ party: party as PartyCode, days }));
  return { type: 'NoteSeatTime', at: event.time, eventId: event.id, days: counted.days, accounts };
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
