import { OwnRepository, type CommandContext, type CommandOutcome, type Recording } from '@parley/event-store';
import type { CaseId } from '@parley/kernel';
import { seatDate } from '@parley/procedure';
import type { DecidingPorts } from '@parley/processes';
import { DESK_CATEGORY } from '../../streams';
import type { NoticeRegisters } from '../notices/notice-registers';
import {
  deskDecider,
  runningWork,
  type AssignWork,
  type DeskCommand,
  type DeskState,
  type NotifyDelay,
} from './desk.rules';

/** The part of a command that a person sends. The rest is looked up here. */
export type DeskAct = Omit<AssignWork, 'work'> | Omit<NotifyDelay, 'work' | 'today'>;

/** The registry's desk assigns its steps and gives notice of delay. */
export class RegistryWork extends OwnRepository<CaseId, DeskCommand, DeskState> {
  constructor(
    private readonly ports: Pick<DecidingPorts, 'clocksOf' | keyof Recording>,
    private readonly registers: NoticeRegisters,
  ) {
    super(ports, DESK_CATEGORY, deskDecider);
  }

  async request(caseId: CaseId, act: DeskAct, context: CommandContext): Promise<CommandOutcome<DeskState>> {
    const work = runningWork((await this.registers.readWhole(caseId)).state, act);
    if (act.type === 'AssignWork') return this.act(caseId, { ...act, work }, context);
    const today = seatDate(act.receivedAt, this.ports.clocksOf.at(act.receivedAt).ruleSet.seat);
    return this.act(caseId, { ...act, work, today }, context);
  }
}
