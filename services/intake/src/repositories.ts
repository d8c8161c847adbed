import { knowing } from '@parley/contracts';
import { InformedRepository, OwnRepository, readState, type Recording } from '@parley/event-store';
import type { CaseId, PartyCode } from '@parley/kernel';
import type { DecidingPorts } from '@parley/processes';
import type { CaseCommand, CaseState } from './case/case-commands.rules';
import { caseDecider } from './case/case.rules';
import { Letters } from './case/letters/letters';
import { channelDecider, type Channel, type ChannelCommand } from './case/without-prejudice/without-prejudice.rules';
import { delegationDecider } from './registry/delegations/delegations-acts.rules';
import type { DelegationCommand, PartyRegister } from './registry/delegations/delegations.rules';
import { hotlineDecider } from './registry/hotline/hotline-acts.rules';
import { takingOfHotline } from './registry/hotline/hotline.hears';
import { hotlineOf, type HotlineCommand, type HotlineState, type TeamMember } from './registry/hotline/hotline.rules';
import { CASE_CATEGORY, HOTLINE_CATEGORY, hotlineStream, PARTY_CATEGORY, WITHOUT_PREJUDICE_CATEGORY } from './streams';

type Ports = Pick<DecidingPorts, 'facts' | 'clocksOf' | keyof Recording>;

/** The intake's part of cases. */
export class Cases extends OwnRepository<CaseId, CaseCommand, CaseState> {
  constructor({ clocksOf, ...recording }: Omit<Ports, 'facts'>) {
    super(recording, CASE_CATEGORY, caseDecider(clocksOf));
  }
}

/** The registers of who speaks for a party. */
export class PartyRegisters extends OwnRepository<PartyCode, DelegationCommand, PartyRegister> {}

/** The without-prejudice channels. No process, projection or list of the intake touches their streams. */
export class Channels extends OwnRepository<CaseId, ChannelCommand, Channel> {}

export class HotlineRequests extends InformedRepository<string, HotlineCommand, HotlineState, readonly TeamMember[]> {
  constructor({ facts, clocksOf, ...recording }: Ports) {
    const decider = hotlineDecider(clocksOf);
    const read = async (hotlineId: string) => readState(recording.store, decider, hotlineStream(hotlineId));
    super(recording, {
      category: HOTLINE_CATEGORY,
      decider,
      stateOf: hotlineOf,
      known: async (hotlineId, { own, ...asked }) => {
        const state = (own as typeof decider.initial | undefined) ?? (await read(hotlineId)).state;
        // Messages about a request in a case are messages about the case.
        const about = state.status === 'silent' ? null : state.caseId;
        return knowing(takingOfHotline(hotlineId), facts)(about ?? hotlineId, asked);
      },
    });
  }
}

/** What the intake keeps, except the registers of service. */
export interface IntakeRepositories {
  readonly cases: Cases;
  readonly parties: PartyRegisters;
  readonly channels: Channels;
  readonly letters: Letters;
  readonly hotlines: HotlineRequests;
}

export const intakeRepositories = (ports: Ports): IntakeRepositories => ({
  cases: new Cases(ports),
  parties: new PartyRegisters(ports, PARTY_CATEGORY, delegationDecider),
  channels: new Channels(ports, WITHOUT_PREJUDICE_CATEGORY, channelDecider),
  letters: new Letters(ports),
  hotlines: new HotlineRequests(ports),
});
