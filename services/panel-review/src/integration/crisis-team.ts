import { intake, panelReview, tell, told } from '@parley/contracts';
import { domainEventOf, type RecordedEvent } from '@parley/event-store';
import { canonicalJson, type Instant, type PartyCode } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { CrisisTeamCall } from '../application/crisis-team-desk';
import type { CrisisTeamDrawn } from '../domain/crisis-team/crisis-team';

/** A request of the crisis grade for which a team is to be drawn; nothing for another event. */
export function crisisTeamCallOf(event: PublicEvent): CrisisTeamCall | undefined {
  const needed = told(event, intake.CrisisTeamNeededSchema);
  if (!needed) return undefined;
  const { hotlineId, caseId: subject, askedBy, asked, membersPerSide, ruleSetVersion } = needed;
  return {
    hotlineId,
    subject,
    parties: [askedBy as PartyCode, asked as PartyCode],
    membersPerSide,
    ruleSetVersion,
    at: needed.at as Instant,
  };
}

/** Who was drawn, with all that is needed to repeat it. */
export function tellOfCrisisTeam(recorded: RecordedEvent): readonly PublicEvent[] {
  const { data, occurredAt: drawnAt } = domainEventOf(recorded) as CrisisTeamDrawn;
  const members = data.members.map(({ personId, party }) => ({ personId, side: party }));
  const message = {
    caseId: data.subject,
    hotlineId: data.hotlineId,
    drawnAt,
    members,
    draws: canonicalJson(data.draws),
  };
  return [tell(recorded, panelReview.CrisisTeamDrawnSchema, message, { subject: data.subject })];
}
