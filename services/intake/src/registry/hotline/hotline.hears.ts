import { panelReview, told, type Taking } from '@parley/contracts';
import type { PartyCode, PersonId } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { TeamMember } from './hotline.rules';

/** The crisis team that panel review has drawn, and for which request; `undefined` for another event. */
export function crisisTeamOf(
  event: PublicEvent,
): { readonly hotlineId: string; readonly members: readonly TeamMember[] } | undefined {
  const drawn = told(event, panelReview.CrisisTeamDrawnSchema);
  return (
    drawn && {
      hotlineId: drawn.hotlineId,
      members: drawn.members.map(({ personId, side }) => ({
        personId: personId as PersonId,
        party: side as PartyCode,
      })),
    }
  );
}

/** How the team of a request is known here (see `knownFrom`). Several requests may be about one case. */
export const takingOfHotline = (hotlineId: string): Taking<readonly TeamMember[], readonly TeamMember[]> => ({
  nothing: [],
  take(event) {
    const drawn = crisisTeamOf(event);
    return drawn?.hotlineId === hotlineId ? [drawn.members] : [];
  },
  learn: (_, members) => members,
  says: () => ['team'],
});
