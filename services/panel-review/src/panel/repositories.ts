import { knownFrom, rememberingKnown, unlessUnreadable } from '@parley/contracts';
import {
  domainEventOf,
  InformedRepository,
  OwnRepository,
  readState,
  streamName,
  type CommandContext,
  type CommandOutcome,
  type KnownFacts,
  type Recording,
} from '@parley/event-store';
import type { CaseId, CaseParties, Instant } from '@parley/kernel';
import type { Facts, PublicEvent } from '@parley/messaging';
import { answerClockId, fullRoster, type RuleSet } from '@parley/procedure';
import type { DecidingPorts } from '@parley/processes';
import type { DeliberationState } from '../deliberation/deliberation.rules';
import { deliberationDecider } from '../deliberation/interim-draft.rules';
import type { DeliberationCommand } from '../deliberation/votes.rules';
import { crisisTeamDecider, type CrisisTeamBook, type CrisisTeamCommand } from '../roster/crisis-team.rules';
import type { Register, RosterEvent } from '../roster/register.rules';
import { rosterDecider, type RosterCommand } from '../roster/roster.rules';
import {
  frozenAt,
  registerAt,
  standingIn,
  standingNames,
  withoutPersons,
  type FrozenFor,
  type StandingOfBoth,
} from '../roster/standing.rules';
import type { ToldOfCase } from '../time/known-case.rules';
import type { PanelCommand } from './panel-commands.rules';
import { panelOf, type PanelState } from './panel-state.rules';
import { decidedAs, turnsOnRosters } from '../composition/filling-up.rules';
import { exhibitIn, takingOfPanel } from './panel.hears';
import { panelDecider } from './panel.rules';
import { CRISIS_TEAM_CATEGORY, DELIBERATION_CATEGORY, PANEL_CATEGORY, ROSTER_CATEGORY } from './streams';

export class Panels extends InformedRepository<CaseId, PanelCommand, PanelState, ToldOfCase> {
  constructor(
    { facts, clocksOf, ...recording }: Pick<DecidingPorts, 'facts' | 'clocksOf' | keyof Recording>,
    rosters: Pick<Rosters, 'standingIn'>,
  ) {
    const now = rememberingKnown(takingOfPanel);
    const decider = panelDecider(clocksOf);
    super(recording, {
      category: PANEL_CATEGORY,
      decider,
      stateOf: panelOf,
      known: async (caseId, { asOf, command }) => {
        const kept = await facts.of(caseId);
        const known = asOf === undefined ? now(kept) : knownFrom(takingOfPanel, kept, asOf);
        if (!command) return known;
        const relied = reliedOn(known, kept, command);
        if (!turnsOnRosters(command)) return relied;
        const { state: own } = await readState(recording.store, decider, streamName(PANEL_CATEGORY, caseId));
        const { ruleSetVersion } = relied.view;
        if (own.status === 'unopened' || ruleSetVersion === null) return relied;
        const full = fullRoster(clocksOf(ruleSetVersion).ruleSet);
        // What counts of a late entry is the act that was entered, with what it cites.
        const entered = own.lateEntries.find(
          ({ entryId }) =>
            ('entryId' in command && entryId === command.entryId) ||
            ('deadlineId' in command && answerClockId(entryId) === command.deadlineId),
        )?.claimed;
        const { facts: onFacts } = entered ? reliedOn(known, kept, entered) : relied;
        const at = decidedAs(command, own);
        const standing = await rosters.standingIn({ ...own, full }, at);
        const elsewhere = actingElsewhere(kept, standing, at);
        const busy = elsewhere.flatMap(({ actor }) => actor?.personId ?? []);
        return {
          ...relied,
          facts: [...new Set([...onFacts, ...elsewhere.map(({ id }) => id)])],
          view: { ...relied.view, names: withoutPersons(standing, busy) },
        };
      },
      pinnedTo: ({ ruleSetVersion }) => ruleSetVersion,
    });
  }
}

/**
 * What others told first, by an instant, of each person on a roster who acts in the case as something else than a
 * member: nobody names or draws that person (I-05).
 */
const actingElsewhere = (kept: readonly PublicEvent[], standing: StandingOfBoth, at: Instant): readonly PublicEvent[] =>
  standingNames(standing).flatMap((person) => {
    const first = kept.find(({ actor, recordedat }) => actor?.personId === person && recordedat <= at);
    return first?.actor && first.actor.role !== 'panel' ? [first] : [];
  });

/** Deliberations of panels. An act is decided on the panel that it names, and on what was known of the case then. */
export class Deliberations extends OwnRepository<CaseId, DeliberationCommand, DeliberationState> {
  constructor(
    { clocksOf, ...recording }: Pick<DecidingPorts, 'clocksOf' | keyof Recording>,
    private readonly facts: Facts,
  ) {
    super(recording, DELIBERATION_CATEGORY, deliberationDecider(clocksOf));
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

/** Both rosters, in one stream, so that nobody comes to stand on both (I-66). */
export class Rosters extends OwnRepository<'both', RosterCommand, Register> {
  /** @param seat at which the months of duty begin */
  constructor(
    recording: Recording,
    private readonly seat: RuleSet['seat'],
  ) {
    super(recording, ROSTER_CATEGORY, rosterDecider(seat));
  }

  /** Both as they stood at an instant in law. */
  async asOf(at: Instant): Promise<Register> {
    return registerAt(await this.events(), at);
  }

  /** What a case freezes at its filing. */
  async frozenAt(parties: CaseParties, at: Instant): Promise<StandingOfBoth> {
    return frozenAt(await this.events(), parties, at, this.seat);
  }

  /** Who of what was frozen for a case stands for it at an instant, with who filled it up. */
  async standingIn(frozen: FrozenFor, at: Instant): Promise<StandingOfBoth> {
    return standingIn(await this.events(), frozen, at, this.seat);
  }

  private async events(): Promise<readonly RosterEvent[]> {
    return (await this.recorded('both')).map((recorded) => domainEventOf(recorded) as RosterEvent);
  }
}

/** The crisis teams, in one register: one serves in every crisis of its time. */
export class CrisisTeams extends OwnRepository<'register', CrisisTeamCommand, CrisisTeamBook> {}

export interface PanelReviewRepositories {
  readonly panels: Panels;
  readonly deliberations: Deliberations;
  readonly rosters: Rosters;
  readonly crisisTeams: CrisisTeams;
}

export const panelReviewRepositories = (
  ports: Pick<DecidingPorts, 'facts' | 'clocksOf' | 'clock' | keyof Recording>,
): PanelReviewRepositories => {
  const rosters = new Rosters(ports, seatOf(ports));
  return {
    panels: new Panels(ports, rosters),
    deliberations: new Deliberations(ports, ports.facts),
    rosters,
    crisisTeams: new CrisisTeams(ports, CRISIS_TEAM_CATEGORY, crisisTeamDecider),
  };
};

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
    const exhibit = unlessUnreadable(() => exhibitIn(fact))?.exhibit;
    return exhibit === undefined || cited.includes(exhibit) ? [] : [fact.id];
  });
  return { ...known, facts: known.facts.filter((id) => !others.includes(id)) };
}

const citedIn = (command: PanelCommand | DeliberationCommand): readonly string[] => {
  if (command.type === 'ClaimLateEntry') return citedIn(command.act);
  return command.type === 'MarkPassages' ? [command.givesAway] : 'exhibits' in command ? command.exhibits : [];
};
