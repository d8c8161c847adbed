import { knownFrom } from '@parley/contracts';
import {
  handleCommand,
  readState,
  type CommandContext,
  type CommandOutcome,
  type EventStore,
  type Known,
  type StateAt,
  type RulesInForce,
} from '@parley/event-store';
import type { CommandId } from '@parley/kernel';
import type { Facts } from '@parley/messaging';
import type { ClocksOf } from '@parley/procedure';
import { hotlineStream } from '../../case/case-desk';
import { hotlineDecider } from './hotline-acts.rules';
import { takingOfHotline } from './hotline.hears';
import {
  hotlineOf,
  type HotlineCommand,
  type HotlineState,
  type OwnHotlineState,
  type TeamMember,
} from './hotline.rules';

/** A request, at a revision and by so many facts of others. */
export type HotlineAt = StateAt<HotlineState> & { readonly facts: number };

/** Reads and changes requests on the hotline. */
export class HotlineDesk {
  private readonly decider;

  constructor(
    private readonly store: EventStore,
    private readonly facts: Facts,
    clocksOf: ClocksOf,
    readonly ruleSetVersion: RulesInForce,
  ) {
    this.decider = hotlineDecider(clocksOf);
  }

  async act(
    hotlineId: string,
    command: HotlineCommand,
    context: CommandContext,
  ): Promise<CommandOutcome<HotlineState>> {
    const { known } = await this.look(hotlineId);
    const informed = { command, drawn: known.view };
    const stream = hotlineStream(hotlineId);
    const outcome = await handleCommand(this.store, this.decider, stream, informed, { ...context, known });
    return outcome.kind === 'done' ? { ...outcome, state: hotlineOf(outcome.state, known.view) } : outcome;
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

  async read(hotlineId: string): Promise<HotlineAt> {
    const { state, revision, known } = await this.look(hotlineId);
    return { state: hotlineOf(state, known.view), revision, facts: known.count };
  }

  /** What is told of a request in a case is told of the case. */
  private async look(
    hotlineId: string,
  ): Promise<StateAt<OwnHotlineState> & { readonly known: Known<readonly TeamMember[]> }> {
    const own = await readState(this.store, this.decider, hotlineStream(hotlineId));
    const about = own.state.status === 'silent' ? null : own.state.caseId;
    return { ...own, known: knownFrom(takingOfHotline(hotlineId), await this.facts.of(about ?? hotlineId)) };
  }
}
