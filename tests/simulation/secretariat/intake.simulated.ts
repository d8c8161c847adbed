import type { ServiceProcess } from '@parley/processes';
import { publishes } from '../../../services/intake/src/case/case.tells';
import { letterRefusals } from '../../../services/intake/src/case/letters/letters.rules';
import { refusals } from '../../../services/intake/src/case/refusals.rules';
import { channelRefusals } from '../../../services/intake/src/case/without-prejudice/without-prejudice.rules';
import { intakeProcess, type IntakeKeeps } from '../../../services/intake/src/intake-process';
import { delegationRefusals } from '../../../services/intake/src/registry/delegations/delegations.rules';
import { hotlineRefusals } from '../../../services/intake/src/registry/hotline/hotline-refusals.rules';
import { NoticeRegisters } from '../../../services/intake/src/registry/notices/notice-registers';
import { SERVING } from '../../../services/intake/src/registry/notices/notices.reaction';
import { serviceRefusals } from '../../../services/intake/src/registry/notices/notices.rules';
import { intakeRepositories } from '../../../services/intake/src/repositories';
import type { Simulated, SimulatedPorts } from './simulated-service';

export interface SimulatedIntake extends Simulated, IntakeKeeps {}

/** @param serves whether notices are served; a register of notices is many times as long as its case */
export function simulatedIntake(ports: SimulatedPorts, serves: boolean): SimulatedIntake {
  const { facts } = ports;
  const repositories = intakeRepositories(ports);
  const registers = new NoticeRegisters(ports, repositories.cases);
  const process = intakeProcess({ ...repositories, registers }, ports);
  return {
    context: 'intake',
    publishes,
    facts,
    refusals: {
      ...refusals,
      ...serviceRefusals,
      ...channelRefusals,
      ...hotlineRefusals,
      ...letterRefusals,
      ...delegationRefusals,
    },
    ...repositories,
    registers,
    process: serves ? process : withoutServing(process),
  };
}

const withoutServing = (process: ServiceProcess): ServiceProcess => ({
  ...process,
  hears: { ...process.hears, reactions: process.hears.reactions.filter(servesNothing) },
  reactions: process.reactions.filter(servesNothing),
});

const servesNothing = ({ name }: { readonly name: string }): boolean => !Object.values<string>(SERVING).includes(name);
