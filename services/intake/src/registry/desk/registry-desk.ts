import {
  handleCommand,
  type CommandContext,
  type CommandOutcome,
  type EventStore,
  type RulesInForce,
} from '@parley/event-store';
import type { CaseId, Instant, IsoDate } from '@parley/kernel';
import { seatDate, type ClocksOf } from '@parley/procedure';
import {
  deskDecider,
  runningWork,
  type AssignWork,
  type DeskCommand,
  type DeskState,
  type NotifyDelay,
} from './desk.rules';
import type { ServiceDesk } from '../notices/service-desk';
import { deskStream } from '../../case/case-desk';

/** What a person asks of the desk; the rest is looked up here. */
export type DeskAct = Omit<AssignWork, 'work'> | Omit<NotifyDelay, 'work' | 'today'>;

/** The registry's desk: assigns its steps and gives notice of delay. */
export class RegistryDesk {
  constructor(
    private readonly store: EventStore,
    private readonly services: ServiceDesk,
    private readonly clocksOf: ClocksOf,
    readonly ruleSetVersion: RulesInForce,
  ) {}

  async act(caseId: CaseId, act: DeskAct, context: CommandContext): Promise<CommandOutcome<DeskState>> {
    const work = runningWork((await this.services.readWhole(caseId)).state, act);
    const command: DeskCommand =
      act.type === 'AssignWork' ? { ...act, work } : { ...act, work, today: this.dayOf(act.receivedAt) };
    return handleCommand(this.store, deskDecider, deskStream(caseId), command, context);
  }

  private dayOf(instant: Instant): IsoDate {
    return seatDate(instant, this.clocksOf.at(instant).ruleSet.seat);
  }
}
