import type { Proceeding } from '@parley/event-store';
import type { Instant, PartyCode } from '@parley/kernel';
import type { RuleSet } from '@parley/procedure';
import { drawSecrets } from '../composition/draw-secret';
import type { PanelReviewRepositories } from '../panel/repositories';
import { placesOf, type DutyOf } from './crisis-team.rules';
import { monthAt, onDuty } from './duty.rules';
import { bookOf, countingNames } from './register.rules';

/** What the intake told of a crisis that calls for a team. */
export interface CrisisTeamCall {
  readonly hotlineId: string;
  readonly subject: string;
  readonly parties: readonly [PartyCode, PartyCode];
  readonly membersPerSide: number;
  readonly servesHours: number;
  readonly ruleSetVersion: string;
  readonly at: Instant;
}

/** Draws crisis teams from the duty rosters as they stood at the call, unless a team serves already. */
export const crisisTeamProcess =
  (
    { rosters, crisisTeams }: Pick<PanelReviewRepositories, 'rosters' | 'crisisTeams'>,
    derivationKey: Uint8Array,
    seat: RuleSet['seat'],
  ) =>
  async (
    { hotlineId, subject, parties, membersPerSide, servesHours, ruleSetVersion, at }: CrisisTeamCall,
    proceeding: Omit<Proceeding, 'process'>,
  ): Promise<void> => {
    const register = await rosters.asOf(at);
    const dutyOf = (party: PartyCode): DutyOf => {
      const book = bookOf(register, party);
      return {
        party,
        roster: countingNames(book).map(({ personId }) => personId),
        onDuty: onDuty(book, monthAt(at, seat)),
      };
    };
    const command = {
      type: 'DrawCrisisTeam',
      ...{ hotlineId, subject, membersPerSide, servesHours, at },
      sides: [dutyOf(parties[0]), dutyOf(parties[1])],
      drawSecrets: Object.fromEntries(
        placesOf(membersPerSide).map((place) => [place, drawSecrets(derivationKey, hotlineId, place, 1)[0] ?? '']),
      ),
    } as const;
    await crisisTeams.proceed('register', command, { ...proceeding, process: 'crisis-team', ruleSetVersion });
  };
