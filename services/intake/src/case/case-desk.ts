import {
  derivedUuid,
  domainEventOf,
  handleCommand,
  readState,
  streamName,
  type CommandContext,
  type CommandOutcome,
  type EventStore,
  type RulesInForce,
  type StateAt,
  type StreamName,
} from '@parley/event-store';
import {
  refusalBeforeBody,
  type CaseId,
  type CommandId,
  type Instant,
  type PartyCode,
  type PersonId,
  type Refused,
} from '@parley/kernel';
import type { ClocksOf } from '@parley/procedure';
import { OUTAGE_CATEGORY } from '@parley/processes';
import { delegationDecider } from '../registry/delegations/delegations-acts.rules';
import type { DelegationCommand, PartyRegister } from '../registry/delegations/delegations.rules';
import type { CaseCommand, CaseState } from './case-commands.rules';
import type { CaseEvent } from './case-events.rules';
import { caseDecider } from './case.rules';

export type CaseAt = StateAt<CaseState>;

/** Reads and changes the intake's part of cases. Everything that changes one goes through here. */
export class CaseDesk {
  private readonly decider;

  constructor(
    private readonly store: EventStore,
    clocksOf: ClocksOf,
    readonly ruleSetVersion: RulesInForce,
  ) {
    this.decider = caseDecider(clocksOf);
  }

  /** Decides a command and records what it brings about. */
  act(caseId: CaseId, command: CaseCommand, context: CommandContext): Promise<CommandOutcome<CaseState>> {
    return handleCommand(this.store, this.decider, caseStream(caseId), command, context);
  }

  /** Decides a command of a process, such as a deadline that passed. It is the same command each time it is sent. */
  async proceed(
    caseId: CaseId,
    command: CaseCommand,
    process: string,
    cause: CommandContext['cause'],
    commandId: CommandId,
  ): Promise<void> {
    const outcome = await this.act(caseId, command, {
      commandId,
      cause,
      actor: { kind: 'system', process },
      ruleSetVersion: this.ruleSetVersion,
    });
    if (outcome.kind === 'contended') throw new Error(`case ${caseId} is contended`);
  }

  /**
   * Why an act would be refused now whatever its body says; `undefined` when nothing stands against it so far.
   * @param known what is known of its command without the body
   */
  async barTo(caseId: CaseId, known: Partial<CaseCommand>): Promise<Refused | undefined> {
    const { state } = await this.read(caseId);
    return refusalBeforeBody<CaseCommand, CaseState>((command, at) => this.decider.decide(command, at), known, state);
  }

  /** Whom a case's filings named as their contact, in any of its rounds. */
  async contactsOf(caseId: CaseId): Promise<readonly PersonId[]> {
    const filings = (await this.store.read(caseStream(caseId))).map((event) => domainEventOf(event) as CaseEvent);
    return filings.flatMap((event) =>
      'contact' in event.data && event.data.contact !== null ? [event.data.contact] : [],
    );
  }

  /**
   * Reads a case from its own events.
   * @param asOf show it as it was recorded at this instant
   */
  read(caseId: CaseId, asOf?: Instant): Promise<CaseAt> {
    return readState(this.store, this.decider, caseStream(caseId), asOf);
  }
}

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

/** The intake's part of each case. */
export const CASE_CATEGORY = 'intake.case';
/** The register of service of each case: what was served on whom, delivered and retrieved. */
export const SERVICE_CATEGORY = 'intake.service';
/**
 * What the parties say without prejudice in each case: apart from all else, so that nothing made of the case can hold
 * any of it (I-45).
 */
export const WITHOUT_PREJUDICE_CATEGORY = 'intake.withoutprejudice';
/** Each request on the hotline, with a case or without. */
export const HOTLINE_CATEGORY = 'intake.hotline';
/** Who speaks for each party. */
export const PARTY_CATEGORY = 'intake.party';
/** What the registry's desk does about its steps in each case. */
export const DESK_CATEGORY = 'intake.desk';
/** Letters of the parties in each case, to everybody in it or to the other party. */
export const LETTERS_CATEGORY = 'intake.letters';
/**
 * Letters of each side to the registry alone: apart from what others read, the other side's own letters to it included.
 */
export const REGISTRY_LETTERS_CATEGORY = 'intake.registryletters';
/** One docket per party and year of registration. */
export const DOCKET_CATEGORY = 'intake.docket';

export const caseStream = (caseId: CaseId): StreamName => streamName(CASE_CATEGORY, caseId);
export const serviceStream = (caseId: CaseId): StreamName => streamName(SERVICE_CATEGORY, caseId);
export const withoutPrejudiceStream = (caseId: CaseId): StreamName => streamName(WITHOUT_PREJUDICE_CATEGORY, caseId);
export const hotlineStream = (hotlineId: string): StreamName => streamName(HOTLINE_CATEGORY, hotlineId);
export const partyStream = (party: PartyCode): StreamName => streamName(PARTY_CATEGORY, party);
export const deskStream = (caseId: CaseId): StreamName => streamName(DESK_CATEGORY, caseId);
export const outageStream: StreamName = streamName(OUTAGE_CATEGORY, 'register');
export const lettersStream = (caseId: CaseId): StreamName => streamName(LETTERS_CATEGORY, caseId);
export const registryLettersStream = (caseId: CaseId, party: PartyCode): StreamName =>
  streamName(REGISTRY_LETTERS_CATEGORY, `${caseId}-${party}`);
/** Where letters to the registry stood before each side had a stream of its own. */
export const earlierRegistryLettersStream = (caseId: CaseId): StreamName =>
  streamName(REGISTRY_LETTERS_CATEGORY, caseId);
export const docketStream = (party: PartyCode, year: number): StreamName =>
  streamName(DOCKET_CATEGORY, `${party}-${String(year)}`);
