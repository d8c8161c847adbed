import { knownFrom, rememberingKnown, unlessUnreadable } from '@parley/contracts';
import {
  handleCommand,
  readState,
  streamName,
  type CommandContext,
  type CommandOutcome,
  type EventStore,
  type KnownFacts,
  type RulesInForce,
  type StateAt,
  type StreamName,
} from '@parley/event-store';
import type { CaseId, CommandId, Instant, PartyCode } from '@parley/kernel';
import type { Facts, PublicEvent } from '@parley/messaging';
import type { ClocksOf } from '@parley/procedure';
import type { DeliberationState } from '../deliberation/deliberation.rules';
import { deliberationDecider } from '../deliberation/interim-draft.rules';
import type { DeliberationCommand } from '../deliberation/votes.rules';
import type { PanelCommand } from './panel-commands.rules';
import type { ToldOfCase } from '../time/known-case.rules';
import { panelOf, type PanelState } from './panel-state.rules';
import { exhibitIn, takingOfPanel } from './panel.hears';
import { panelDecider } from './panel.rules';

export type At<State> = StateAt<State>;

/** A panel, with the facts of others by which it stands so. */
export type PanelAt<State = PanelState> = At<State> & { readonly known: KnownFacts };

/** A command of a process and what it answers to. */
export interface Proceeding {
  readonly process: string;
  readonly cause: CommandContext['cause'];
  readonly commandId: CommandId;
}

/** Reads and changes panels and their deliberations. Everything that changes one goes through here. */
export class PanelDesk {
  private readonly decider;
  private readonly known = rememberingKnown(takingOfPanel);

  constructor(
    private readonly store: EventStore,
    private readonly facts: Facts,
    clocksOf: ClocksOf,
    private readonly ruleSetVersion: RulesInForce,
  ) {
    this.decider = panelDecider(clocksOf);
  }

  /** Decides a command on what is known of the case, and records what it brings about. */
  async act(caseId: CaseId, command: PanelCommand, context: CommandContext): Promise<CommandOutcome<PanelState>> {
    const facts = await this.facts.of(caseId);
    const { view: told, ...known } = this.known(facts);
    const outcome = await handleCommand(
      this.store,
      this.decider,
      panelStream(caseId),
      { command, told },
      {
        ...context,
        ruleSetVersion: told.ruleSetVersion ?? context.ruleSetVersion,
        known: reliedOn(known, facts, command),
      },
    );
    return outcome.kind === 'done' ? { ...outcome, state: panelOf(outcome.state, told) } : outcome;
  }

  /** Decides an act in a deliberation on the panel that it names, and on what was known of the case then. */
  async deliberate(
    caseId: CaseId,
    command: DeliberationCommand,
    context: CommandContext,
  ): Promise<CommandOutcome<DeliberationState>> {
    const known = context.known && { known: reliedOn(context.known, await this.facts.of(caseId), command) };
    return handleCommand(this.store, deliberationDecider, deliberationStream(caseId), command, {
      ...context,
      ...known,
    });
  }

  /** Decides a command of a process in a panel. A refusal is an outcome; the same command id takes effect once. */
  async proceed(caseId: CaseId, command: PanelCommand, proceeding: Proceeding): Promise<void> {
    const { kind } = await this.act(caseId, command, this.contextOf(proceeding));
    if (kind === 'contended') throw new Error(`panel ${caseId} is contended`);
  }

  /** Decides a command of a process in a deliberation. */
  async proceedDeliberation(caseId: CaseId, command: DeliberationCommand, proceeding: Proceeding): Promise<void> {
    const { ruleSetVersion } = await this.toldOf(caseId);
    const context = this.contextOf(proceeding);
    const { kind } = await this.deliberate(
      caseId,
      command,
      ruleSetVersion === null ? context : { ...context, ruleSetVersion },
    );
    if (kind === 'contended') throw new Error(`deliberation ${caseId} is contended`);
  }

  /**
   * Reads a panel from its own events and what others have told.
   * @param asOf show it as it was recorded at this instant, here and by those who told of it
   */
  async read(caseId: CaseId, asOf?: Instant): Promise<PanelAt> {
    const facts = await this.facts.of(caseId);
    const { view, ...known } = asOf === undefined ? this.known(facts) : knownFrom(takingOfPanel, facts, asOf);
    const { state, revision } = await readState(this.store, this.decider, panelStream(caseId), asOf);
    return { state: panelOf(state, view), revision, known };
  }

  readDeliberation(caseId: CaseId): Promise<At<DeliberationState>> {
    return readState(this.store, deliberationDecider, deliberationStream(caseId));
  }

  /** What others have told of a case. */
  async toldOf(caseId: CaseId): Promise<ToldOfCase> {
    return this.known(await this.facts.of(caseId)).view;
  }

  /** A case is pinned to its rule set; before its registration the installation's present one stands. */
  private contextOf({ process, cause, commandId }: Proceeding): CommandContext {
    return { commandId, cause, actor: { kind: 'system', process }, ruleSetVersion: this.ruleSetVersion };
  }
}

/** That an exhibit stands on the record is relied on by what cites it, and by nothing else. */
function reliedOn(
  known: KnownFacts,
  facts: readonly PublicEvent[],
  command: PanelCommand | DeliberationCommand,
): KnownFacts {
  const cited = citedIn(command);
  const others = facts.flatMap((fact) => {
    const exhibit = unlessUnreadable(() => exhibitIn(fact));
    return exhibit === undefined || cited.includes(exhibit) ? [] : [fact.id];
  });
  return { ...known, facts: known.facts.filter((id) => !others.includes(id)) };
}

const citedIn = (command: PanelCommand | DeliberationCommand): readonly string[] =>
  command.type === 'EnterFallbackAct' ? citedIn(command.act) : 'exhibits' in command ? command.exhibits : [];

/** One roster per side. */
export const ROSTER_CATEGORY = 'panelreview.roster';
/** The panel's part of each case. */
export const PANEL_CATEGORY = 'panelreview.panel';
/** Votes and deliberation of each panel, apart from the rest of it. */
export const DELIBERATION_CATEGORY = 'panelreview.deliberation';

/** The team that was drawn for each hotline request, where one was. */
export const CRISIS_TEAM_CATEGORY = 'panelreview.crisisteam';

export const rosterStream = (party: PartyCode): StreamName => streamName(ROSTER_CATEGORY, party);
export const panelStream = (caseId: CaseId): StreamName => streamName(PANEL_CATEGORY, caseId);
export const deliberationStream = (caseId: CaseId): StreamName => streamName(DELIBERATION_CATEGORY, caseId);
export const crisisTeamStream = (hotlineId: string): StreamName => streamName(CRISIS_TEAM_CATEGORY, hotlineId);
