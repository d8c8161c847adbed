import { panelReview, told } from '@parley/contracts';
import type { PartyCode, PersonId } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { NoteCrisisTeam } from '../domain/hotline/hotline-commands';

/** The crisis team that panel review has drawn, and for which request; nothing for another event. */
export function crisisTeamOf(
  event: PublicEvent,
): { readonly hotlineId: string; readonly command: NoteCrisisTeam } | undefined {
  const drawn = told(event, panelReview.CrisisTeamDrawnSchema);
  if (!drawn) return undefined;
  const members = drawn.members.map(({ personId, side }) => ({
    personId: personId as PersonId,
    party: side as PartyCode,
  }));
  return {
    hotlineId: drawn.hotlineId,
    command: { type: 'NoteCrisisTeam', members, at: event.time, eventId: event.id },
  };
}
