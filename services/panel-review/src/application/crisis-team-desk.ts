import { handleCommand, readState, type EventStore, type StateAt } from '@parley/event-store';
import type { CommandId, Instant, PartyCode } from '@parley/kernel';
import type { RuleSet } from '@parley/procedure';
import type { CrisisTeam, DutyOf } from '../domain/crisis-team/crisis-team';
import { crisisTeamDecider } from '../domain/crisis-team/crisis-team.decider';
import { monthAt, onDuty } from '../domain/roster/duty-roster';
import { drawSecret } from './draw-secret';
import type { RosterDesk } from './roster-desk';
import { crisisTeamStream } from './streams';

/** What the intake told of a request that nobody acknowledged. */
export interface CrisisTeamCall {
  readonly hotlineId: string;
  readonly subject: string;
  readonly parties: readonly [PartyCode, PartyCode];
  readonly membersPerSide: number;
  readonly ruleSetVersion: string;
  readonly at: Instant;
}

/** Draws crisis teams from the duty rosters as they stood at the call, and reads them. */
export class CrisisTeamDesk {
  constructor(
    private readonly store: EventStore,
    private readonly rosters: RosterDesk,
    private readonly derivationKey: Uint8Array,
    private readonly seat: RuleSet['seat'],
  ) {}

  async draw(
    call: CrisisTeamCall,
    cause: { readonly kind: 'event'; readonly id: string },
    commandId: CommandId,
  ): Promise<void> {
    const { hotlineId, subject, parties, membersPerSide, ruleSetVersion, at } = call;
    const sides = await Promise.all([this.dutyOf(parties[0], at), this.dutyOf(parties[1], at)]);
    const command = {
      type: 'DrawCrisisTeam',
      hotlineId,
      subject,
      sides,
      membersPerSide,
      at,
      drawSecret: drawSecret(this.derivationKey, hotlineId),
    } as const;
    const context = { commandId, cause, actor: { kind: 'system', process: 'crisis-team' }, ruleSetVersion } as const;
    const { kind } = await handleCommand(this.store, crisisTeamDecider, crisisTeamStream(hotlineId), command, context);
    if (kind === 'contended') throw new Error(`crisis team ${hotlineId} is contended`);
  }

  read(hotlineId: string): Promise<StateAt<CrisisTeam | null>> {
    return readState(this.store, crisisTeamDecider, crisisTeamStream(hotlineId));
  }

  private async dutyOf(party: PartyCode, at: Instant): Promise<DutyOf> {
    const book = await this.rosters.asOf(party, at);
    return {
      party,
      roster: book.members.map(({ personId }) => personId),
      onDuty: onDuty(book, monthAt(at, this.seat)),
    };
  }
}
