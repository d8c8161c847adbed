import {
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
import type { CaseId, CommandId, Instant, PartyCode } from '@parley/kernel';
import type { ClocksOf } from '@parley/procedure';
import type { DeliberationState } from '../deliberation/deliberation.rules';
import { deliberationDecider } from '../deliberation/interim-draft.rules';
import type { DeliberationCommand } from '../deliberation/votes.rules';
import type { PanelCommand } from './panel-commands.rules';
import type { PanelState } from './panel-state.rules';
import { panelDecider } from './panel.rules';

export type At<State> = StateAt<State>;

/** A command of a process and what it answers to. */
export interface Proceeding {
  readonly process: string;
  readonly cause: CommandContext['cause'];
  readonly commandId: CommandId;
}

/** Reads and changes panels and their deliberations. Everything that changes one goes through here. */
export class PanelDesk {
  private readonly decider;

  constructor(
    private readonly store: EventStore,
    clocksOf: ClocksOf,
    private readonly ruleSetVersion: RulesInForce,
  ) {
    this.decider = panelDecider(clocksOf);
  }

  act(caseId: CaseId, command: PanelCommand, context: CommandContext): Promise<CommandOutcome<PanelState>> {
    return handleCommand(this.store, this.decider, panelStream(caseId), command, context);
  }

  deliberate(
    caseId: CaseId,
    command: DeliberationCommand,
    context: CommandContext,
  ): Promise<CommandOutcome<DeliberationState>> {
    return handleCommand(this.store, deliberationDecider, deliberationStream(caseId), command, context);
  }

  /** Decides a command of a process in a panel. A refusal is an outcome; the same command id takes effect once. */
  async proceed(caseId: CaseId, command: PanelCommand, proceeding: Proceeding): Promise<void> {
    const { kind } = await this.act(caseId, command, await this.contextOf(caseId, proceeding));
    if (kind === 'contended') throw new Error(`panel ${caseId} is contended`);
  }

  /** Decides a command of a process in a deliberation. */
  async proceedDeliberation(caseId: CaseId, command: DeliberationCommand, proceeding: Proceeding): Promise<void> {
    const { kind } = await this.deliberate(caseId, command, await this.contextOf(caseId, proceeding));
    if (kind === 'contended') throw new Error(`deliberation ${caseId} is contended`);
  }

  /**
   * Reads a panel from its own events.
   * @param asOf show it as it was recorded at this instant
   */
  read(caseId: CaseId, asOf?: Instant): Promise<At<PanelState>> {
    return readState(this.store, this.decider, panelStream(caseId), asOf);
  }

  readDeliberation(caseId: CaseId): Promise<At<DeliberationState>> {
    return readState(this.store, deliberationDecider, deliberationStream(caseId));
  }

  /** A case is pinned to its rule set; before the panel is opened the installation's present one stands. */
  private async contextOf(caseId: CaseId, { process, cause, commandId }: Proceeding): Promise<CommandContext> {
    const { state } = await this.read(caseId);
    const ruleSetVersion = state.status === 'opened' ? state.ruleSetVersion : this.ruleSetVersion;
    return { commandId, cause, actor: { kind: 'system', process }, ruleSetVersion };
  }
}

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
