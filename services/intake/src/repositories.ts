import { OwnRepository, type Recording } from '@parley/event-store';
import type { CaseId, PartyCode } from '@parley/kernel';
import type { DecidingPorts } from '@parley/processes';
import type { CaseCommand, CaseState } from './case/case-commands.rules';
import { caseDecider } from './case/case.rules';
import { Letters } from './case/letters/letters';
import { channelDecider, type Channel, type ChannelCommand } from './case/without-prejudice/without-prejudice.rules';
import { delegationDecider } from './registry/delegations/delegations-acts.rules';
import type { PartyRegister, RegisterCommand } from './registry/delegations/delegations.rules';
import { hotlineDecider } from './registry/hotline/hotline-acts.rules';
import type { HotlineState } from './registry/hotline/hotline.rules';
import type { HotlineCommand } from './registry/hotline/hotline-commands.rules';
import { watchListDecider, type FileWatchList, type WatchList } from './registry/watch-lists/watch-list.rules';
import { contactDecider, type EraseContact, type Erasure } from './registry/persons/contacts.rules';
import {
  CASE_CATEGORY,
  CONTACT_CATEGORY,
  HOTLINE_CATEGORY,
  PARTY_CATEGORY,
  WATCH_LIST_CATEGORY,
  WITHOUT_PREJUDICE_CATEGORY,
} from './streams';

type Ports = Pick<DecidingPorts, 'clocksOf' | keyof Recording>;

/** The intake's part of cases. */
export class Cases extends OwnRepository<CaseId, CaseCommand, CaseState> {
  constructor({ clocksOf, ...recording }: Ports) {
    super(recording, CASE_CATEGORY, caseDecider(clocksOf));
  }
}

/** The registers of who speaks for a party, and of the keys by which it signs. */
export class PartyRegisters extends OwnRepository<PartyCode, RegisterCommand, PartyRegister> {
  /** @param alone does what changes a register while no signature is checked by its keys, which end with delegations */
  constructor(
    recording: Recording,
    private readonly alone: Alone = (_party, change) => change(),
  ) {
    super(recording, PARTY_CATEGORY, delegationDecider);
  }

  override act(...asked: Parameters<OwnRepository<PartyCode, RegisterCommand, PartyRegister>['act']>) {
    const [party] = asked;
    return this.alone(party, () => super.act(...asked));
  }
}

export type Alone = <Outcome>(party: PartyCode, change: () => Promise<Outcome>) => Promise<Outcome>;

/** Who deleted the contacts of cases. */
export class Contacts extends OwnRepository<CaseId, EraseContact, readonly Erasure[]> {}

/** The without-prejudice channels. No process, projection or list of the intake touches their streams. */
export class Channels extends OwnRepository<CaseId, ChannelCommand, Channel> {}

/** Requests on the hotline. */
export class HotlineRequests extends OwnRepository<string, HotlineCommand, HotlineState> {
  constructor({ clocksOf, ...recording }: Ports) {
    super(recording, HOTLINE_CATEGORY, hotlineDecider(clocksOf));
  }
}

/** The watch lists of both sides. */
export class WatchLists extends OwnRepository<PartyCode, FileWatchList, WatchList> {}

/** What the intake keeps, except the registers of service. */
export interface IntakeRepositories {
  readonly cases: Cases;
  readonly parties: PartyRegisters;
  readonly channels: Channels;
  readonly contacts: Contacts;
  readonly letters: Letters;
  readonly hotlines: HotlineRequests;
  readonly watchLists: WatchLists;
}

export const intakeRepositories = (ports: Ports, alone?: Alone): IntakeRepositories => ({
  cases: new Cases(ports),
  parties: new PartyRegisters(ports, alone),
  channels: new Channels(ports, WITHOUT_PREJUDICE_CATEGORY, channelDecider),
  contacts: new Contacts(ports, CONTACT_CATEGORY, contactDecider),
  letters: new Letters(ports),
  hotlines: new HotlineRequests(ports),
  watchLists: new WatchLists(ports, WATCH_LIST_CATEGORY, watchListDecider),
});
