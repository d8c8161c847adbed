import { sha256 } from '@parley/event-store';
import type { ServiceProcess } from '@parley/processes';
import { publishes } from '../../../services/intake/src/case/case.tells';
import { letterRefusals } from '../../../services/intake/src/case/letters/letters.rules';
import { refusals } from '../../../services/intake/src/case/refusals.rules';
import { channelRefusals } from '../../../services/intake/src/case/without-prejudice/without-prejudice.rules';
import { intakeProcess, type IntakeKeeps } from '../../../services/intake/src/intake-process';
import { delegationRefusals } from '../../../services/intake/src/registry/delegations/delegation-refusals.rules';
import { hotlineRefusals } from '../../../services/intake/src/registry/hotline/hotline-refusals.rules';
import { NoticeRegisters } from '../../../services/intake/src/registry/notices/notice-registers';
import { SERVING } from '../../../services/intake/src/registry/notices/notices.reaction';
import { serviceRefusals } from '../../../services/intake/src/registry/notices/notices.rules';
import type { Courier } from '../../../services/intake/src/registry/watch-lists/courier';
import { watchListRefusals } from '../../../services/intake/src/registry/watch-lists/watch-list.rules';
import { intakeRepositories } from '../../../services/intake/src/repositories';
import type { Simulated, SimulatedPorts } from './simulated-service';

/** Some channels fail, and the others take what is sent. */
const simulatedCourier: Courier = {
  send: async ({ id }, { id: alert }) => {
    const throwOf = Number.parseInt(sha256(`${id} ${alert}`).slice(0, 4), 16) % 100;
    return throwOf < 20
      ? { accepted: false, answer: '550', again: false }
      : { accepted: true, answer: '250', again: false };
  },
  pause: async () => undefined,
};

export interface SimulatedIntake extends Simulated, IntakeKeeps {}

/** @param serves whether notices are served; a register of notices is many times as long as its case */
export function simulatedIntake(ports: SimulatedPorts, serves: boolean): SimulatedIntake {
  const { facts } = ports;
  const repositories = intakeRepositories(ports);
  const registers = new NoticeRegisters(ports, repositories.cases);
  const keeps = { ...repositories, registers, courier: simulatedCourier };
  const process = intakeProcess(keeps, ports);
  return {
    context: 'intake',
    publishes,
    facts,
    refusals: {
      ...refusals,
      ...serviceRefusals,
      ...channelRefusals,
      ...hotlineRefusals,
      ...watchListRefusals,
      ...letterRefusals,
      ...delegationRefusals,
    },
    ...keeps,
    process: serves ? process : withoutServing(process),
  };
}

const withoutServing = (process: ServiceProcess): ServiceProcess => ({
  ...process,
  hears: { ...process.hears, reactions: process.hears.reactions.filter(servesNothing) },
  reactions: process.reactions.filter(servesNothing),
});

const servesNothing = ({ name }: { readonly name: string }): boolean => !Object.values<string>(SERVING).includes(name);
