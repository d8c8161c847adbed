import { panelReview, told } from '@parley/contracts';
import { parseInstant, type Instant, type PartyCode, type PersonId } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { TeamMember } from './hotline.rules';

/** The crisis team that panel review has drawn, and for which request; `undefined` for another event. */
export function crisisTeamOf(event: PublicEvent):
  | {
      readonly hotlineId: string;
      readonly members: readonly TeamMember[];
      readonly secretMissing: boolean;
      readonly at: Instant;
    }
  | undefined {
  const drawn = told(event, panelReview.CrisisTeamDrawnSchema);
  return (
    drawn && {
      hotlineId: drawn.hotlineId,
      at: parseInstant(drawn.calledAt) ?? event.time,
      secretMissing: drawn.secretMissing,
      members: drawn.members.map(({ personId, side }) => ({
        personId: personId as PersonId,
        party: side as PartyCode,
      })),
    }
  );
}
