import { knownFrom, rememberingKnown, unlessUnreadable } from '@parley/contracts';
import {
  domainEventOf,
  InformedRepository,
  OwnRepository,
  type CommandContext,
  type CommandOutcome,
  type KnownFacts,
  type Recording,
} from '@parley/event-store';
import { fold, type CaseId, type Instant, type PartyCode } from '@parley/kernel';
import type { Facts, PublicEvent } from '@parley/messaging';
import type { RuleSet } from '@parley/procedure';
import type { DecidingPorts } from '@parley/processes';
import type { DeliberationState } from '../deliberation/deliberation.rules';
import { deliberationDecider } from '../deliberation/interim-draft.rules';
import type { DeliberationCommand } from '../deliberation/votes.rules';
import { crisisTeamDecider, type CrisisTeamBook, type DrawCrisisTeam } from '../roster/crisis-team.rules';
import {
  happenedBy,
  rosterDecider,
  type RosterBook,
  type RosterCommand,
  type RosterEvent,
} from '../roster/roster.rules';
import type { ToldOfCase } from '../time/known-case.rules';
import type { PanelCommand } from './panel-commands.rules';
import { panelOf, type PanelState } from './panel-state.rules';
import { exhibitIn, takingOfPanel } from './panel.hears';
import { panelDecider } from './panel.rules';
import { CRISIS_TEAM_CATEGORY, DELIBERATION_CATEGORY, PANEL_CATEGORY, ROSTER_CATEGORY } from './streams';

export class Panels extends InformedRepository<CaseId, PanelCommand, PanelState, ToldOfCase> {
  constructor({ facts, clocksOf, ...recording }: Pick<DecidingPorts, 'facts' | 'clocksOf' | keyof Recording>) {
    const now = rememberingKnown(takingOfPanel);
    super(recording, {
      category: PANEL_CATEGORY,
      decider: panelDecider(clocksOf),
      stateOf: panelOf,
      known: async (caseId, { asOf, command }) => {
        const kept = await facts.of(caseId);
        const known = asOf === undefined ? now(kept) : knownFrom(takingOfPanel, kept, asOf);
        return command ? reliedOn(known, kept, command) : known;
      },
      pinnedTo: ({ ruleSetVersion }) => ruleSetVersion,
    });
  }
}

/** Deliberations of panels. An act is decided on the panel that it names, and on what was known of the case then. */
export class Deliberations extends OwnRepository<CaseId, DeliberationCommand, DeliberationState> {
  constructor(
    recording: Recording,
    private readonly facts: Facts,
  ) {
    super(recording, DELIBERATION_CATEGORY, deliberationDecider);
  }

  override async act(
    caseId: CaseId,
    command: DeliberationCommand,
    context: CommandContext,
  ): Promise<CommandOutcome<DeliberationState>> {
    const facts = await this.facts.of(caseId);
    const { known } = context;
    if (known) return super.act(caseId, command, { ...context, known: reliedOn(known, facts, command) });
    const { ruleSetVersion } = knownFrom(takingOfPanel, facts).view;
    return super.act(caseId, command, { ...context, ...(ruleSetVersion === null ? {} : { ruleSetVersion }) });
  }
}

export class Rosters extends OwnRepository<PartyCode, RosterCommand, RosterBook> {
  /** @param seat by whose time the months of duty begin */
  constructor(
    recording: Recording,
    private readonly seat: RuleSet['seat'],
  ) {
    super(recording, ROSTER_CATEGORY, rosterDecider(seat));
  }

  /** A roster as it stood in law at an instant. A panel freezes it. */
  async asOf(party: PartyCode, at: Instant): Promise<RosterBook> {
    const events = (await this.recorded(party)).map((recorded) => domainEventOf(recorded) as RosterEvent);
    return fold(
      rosterDecider(this.seat),
      events.filter((event) => happenedBy(event, at)),
    );
  }
}

/** The crisis teams, in one register: one serves in every crisis of its time. */
export class CrisisTeams extends OwnRepository<'register', DrawCrisisTeam, CrisisTeamBook> {}

export interface PanelReviewRepositories {
  readonly panels: Panels;
  readonly deliberations: Deliberations;
  readonly rosters: Rosters;
  readonly crisisTeams: CrisisTeams;
}

export const panelReviewRepositories = (
  ports: Pick<DecidingPorts, 'facts' | 'clocksOf' | 'clock' | keyof Recording>,
): PanelReviewRepositories => ({
  panels: new Panels(ports),
  deliberations: new Deliberations(ports, ports.facts),
  rosters: new Rosters(ports, seatOf(ports)),
  crisisTeams: new CrisisTeams(ports, CRISIS_TEAM_CATEGORY, crisisTeamDecider),
});

/** The seat by whose time the months of duty begin. */
export const seatOf = ({ clocksOf, clock }: Pick<DecidingPorts, 'clocksOf' | 'clock'>): RuleSet['seat'] =>
  clocksOf.at(clock.now()).ruleSet.seat;

/** Only a command that cites an exhibit relies on the fact that the exhibit is on the record. */
function reliedOn<K extends KnownFacts>(
  known: K,
  facts: readonly PublicEvent[],
  command: PanelCommand | DeliberationCommand,
): K {
  const cited = citedIn(command);
  const others = facts.flatMap((fact) => {
    const exhibit = unlessUnreadable(() => exhibitIn(fact));
    return exhibit === undefined || cited.includes(exhibit) ? [] : [fact.id];
  });
  return { ...known, facts: known.facts.filter((id) => !others.includes(id)) };
}

const citedIn = (command: PanelCommand | DeliberationCommand): readonly string[] =>
  command.type === 'EnterFallbackAct' ? citedIn(command.act) : 'exhibits' in command ? command.exhibits : [];
