import {
  handleCommand,
  readState,
  type CommandContext,
  type CommandOutcome,
  type EventStore,
  type StateAt,
  type RulesInForce,
} from '@parley/event-store';
import type { CommandId } from '@parley/kernel';
import type { ClocksOf } from '@parley/procedure';
import type { HotlineCommand, HotlineState } from './hotline.rules';
import { hotlineDecider } from './hotline-acts.rules';
import { hotlineStream } from '../../case/case-desk';

/** Reads and changes requests on the hotline. */
export class HotlineDesk {
  private readonly decider;

  constructor(
    private readonly store: EventStore,
    clocksOf: ClocksOf,
    readonly ruleSetVersion: RulesInForce,
  ) {
    this.decider = hotlineDecider(clocksOf);
  }

  act(hotlineId: string, command: HotlineCommand, context: CommandContext): Promise<CommandOutcome<HotlineState>> {
    return handleCommand(this.store, this.decider, hotlineStream(hotlineId), command, context);
  }

  /** Decides a command of a process. It is the same command each time it is sent. */
  async proceed(
    hotlineId: string,
    command: HotlineCommand,
    process: string,
    cause: CommandContext['cause'],
    commandId: CommandId,
  ): Promise<void> {
    const outcome = await this.act(hotlineId, command, {
      commandId,
      cause,
      actor: { kind: 'system', process },
      ruleSetVersion: this.ruleSetVersion,
    });
    if (outcome.kind === 'contended') throw new Error(`hotline request ${hotlineId} is contended`);
  }

  read(hotlineId: string): Promise<StateAt<HotlineState>> {
    return readState(this.store, this.decider, hotlineStream(hotlineId));
  }
}
