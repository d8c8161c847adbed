import type { Proceeding } from '@parley/event-store';
import type { Instant, PartyCode } from '@parley/kernel';
import { drawCommitment, type ClocksOf, type DrawNonce, type RuleSet } from '@parley/procedure';
import { secretsOfSeat, type DrawSecrets } from '../composition/draw-secret';
import type { PanelReviewRepositories } from '../panel/repositories';
import { placesOf, type CrisisTeamCommand, type DutyOf } from './crisis-team.rules';
import { monthAt, onDuty } from './duty.rules';
import { bookOf, countingNames } from './register.rules';

/** What the intake told of a crisis that may come to need a team, needs one, or has one drawn now. */
export interface CrisisTeamCall {
  readonly hotlineId: string;
  readonly subject: string;
  readonly parties: readonly [PartyCode, PartyCode];
  readonly ruleSetVersion: string;
  readonly step: 'requested' | 'called-for' | 'due';
  /** What desks had added, once the draw is due. */
  readonly nonces: readonly DrawNonce[];
  readonly at: Instant;
  readonly calledForAt: Instant;
}

/**
 * Commits the secretariat to the secrets of a crisis’s draws when its request comes in, and draws the team when that is
 * due, from the duty rosters as they stood at the request. A team that serves already serves from the call on.
 */
export const crisisTeamProcess =
  (
    { rosters, crisisTeams }: Pick<PanelReviewRepositories, 'rosters' | 'crisisTeams'>,
    kept: DrawSecrets,
    { clocksOf, seat }: { readonly clocksOf: ClocksOf; readonly seat: RuleSet['seat'] },
  ) =>
  async (
    { hotlineId, subject, parties, ruleSetVersion, step, nonces, at, calledForAt }: CrisisTeamCall,
    proceeding: Omit<Proceeding, 'process'>,
  ): Promise<void> => {
    const { membersPerSide, servesHours } = clocksOf(ruleSetVersion).ruleSet.crisisTeam;
    const register = await rosters.asOf(calledForAt);
    const dutyOf = (party: PartyCode): DutyOf => {
      const book = bookOf(register, party);
      return {
        party,
        roster: countingNames(book).map(({ personId }) => personId),
        onDuty: onDuty(book, monthAt(calledForAt, seat)),
      };
    };
    const secrets = Object.fromEntries(
      await Promise.all(
        placesOf(membersPerSide).map(async (place) => {
          const [secret = ''] = await secretsOfSeat(kept, hotlineId, place, 1);
          return [place, secret] as const;
        }),
      ),
    );
    const of = { hotlineId, subject, at, sides: [dutyOf(parties[0]), dutyOf(parties[1])] } as const;
    const commitments = Object.fromEntries(
      Object.entries(secrets).map(([place, secret]) => [place, drawCommitment(secret)]),
    );
    const command: CrisisTeamCommand =
      step === 'requested'
        ? { type: 'OpenCrisisDraws', ...of, commitments }
        : {
            type: 'DrawCrisisTeam',
            ...{ ...of, membersPerSide, servesHours, nonces },
            drawSecrets: step === 'due' ? secrets : null,
          };
    await crisisTeams.proceed('register', command, { ...proceeding, process: 'crisis-team', ruleSetVersion });
  };
