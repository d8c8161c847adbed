import {
  derivedUuid,
  handleCommand,
  readState,
  type CommandContext,
  type CommandOutcome,
  type EventStore,
  type StateAt,
  type RulesInForce,
} from '@parley/event-store';
import type { PartyCode } from '@parley/kernel';
import type { DelegationCommand, PartyRegister } from '../domain/delegations/delegation';
import { delegationDecider } from '../domain/delegations/delegation.decider';
import { partyStream } from './streams';

/** What stands in for a case where others are told of a party's register. */
export const registerIdOf = (party: string): string => derivedUuid('register-of-party', party);

/** Reads and changes the registers of who speaks for a party. */
export class PartyDesk {
  constructor(
    private readonly store: EventStore,
    readonly ruleSetVersion: RulesInForce,
  ) {}

  act(command: DelegationCommand, context: CommandContext): Promise<CommandOutcome<PartyRegister>> {
    return handleCommand(this.store, delegationDecider, partyStream(command.register), command, context);
  }

  read(party: PartyCode): Promise<StateAt<PartyRegister>> {
    return readState(this.store, delegationDecider, partyStream(party));
  }
}
