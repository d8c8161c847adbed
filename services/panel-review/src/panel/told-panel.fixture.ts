import type { DescMessage, MessageInitShape } from '@bufbuild/protobuf';
import { evidence, intake, tell } from '@parley/contracts';
import { commandIdOf, InMemoryEventStore, type RecordedEvent } from '@parley/event-store';
import { accept, type Instant, type Side } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import { MemoryFacts } from '@parley/messaging/testing';
import { currentRuleSet } from '@parley/procedure';
import { given, recordedEvent, type Scenario } from '@parley/testing';
import { learn, nothingTold, type ToldFact, type ToldOfCase } from '../time/known-case.rules';
import type { PanelCommand } from './panel-commands.rules';
import { Deliberations, Panels } from './repositories';
import { panelOf, type OpenedPanel, type OwnPanel, type PanelEvent, type PanelState } from './panel-state.rules';
import { caseId, clocksOf, decider, type Said } from './panel-story.fixture';
import { isFollowed } from './panel.hears';

export interface Story extends Scenario<Said, PanelState, PanelEvent> {
  readonly own: OwnPanel;
  readonly told: ToldOfCase;
  when(...saids: readonly Said[]): Story;
}

/** The fact that is told with something that comes to a panel; none with an act. */
export function factIn(said: Said): ToldFact | undefined {
  if ('told' in said) return said;
  if (said.type !== 'OpenPanel' || !('registeredAt' in said)) return undefined;
  const { parties, filedAt, registeredAt, registeredBy, ruleSetVersion, longStop, track } = said;
  return { told: 'registered', parties, filedAt, registeredAt, registeredBy, ruleSetVersion, longStop, track };
}

/** The command that something means for the panel; none for a fact that has no effect of its own. */
export function commandIn(said: Said): PanelCommand | undefined {
  if ('type' in said) return said;
  if (!isFollowed(said)) return undefined;
  const { anew } = said;
  return { type: 'FollowScreening', ...(anew && 'at' in said ? { anew: { ...anew, at: said.at } } : {}) };
}

/** A panel with its history and with what the others told. Each fact takes effect when it is told. */
export function givenPanel(
  by: typeof decider = decider,
  told: ToldOfCase = nothingTold,
  history: readonly PanelEvent[] = [],
  recorded: readonly string[] = [],
): Story {
  const own = given(by, history);
  const knownWith = (said: Said): ToldOfCase => {
    const fact = factIn(said);
    return fact ? learn(told, fact) : told;
  };
  const decision: Story['decision'] = (said) => {
    const command = commandIn(said);
    return command ? own.decision({ command, told: knownWith(said) }) : accept();
  };
  const story: Story = {
    own: own.state,
    told,
    state: panelOf(own.state, told),
    events: history,
    recorded,
    decision,
    when(...saids) {
      const [first, ...rest] = saids;
      if (first === undefined) return story;
      const decided = decision(first);
      if (decided.kind === 'refused') throw new Error(`refused: ${decided.reason.code} ${decided.path ?? ''}`);
      const types = decided.events.map(({ type }) => type);
      return givenPanel(by, knownWith(first), [...history, ...decided.events], types).when(...rest);
    },
    refusalOf(said) {
      const decided = decision(said);
      if (decided.kind === 'accepted')
        throw new Error(`accepted: ${decided.events.map(({ type }) => type).join(', ')}`);
      return decided.reason.code;
    },
  };
  return story;
}

/** The message that tells a fact, from a place in the intake's stream. */
export function messageOf(fact: ToldFact, place = 0): PublicEvent {
  const at = 'at' in fact ? fact.at : fact.told === 'registered' ? fact.registeredAt : NOON;
  const of = <D extends DescMessage>(schema: D, message: MessageInitShape<D>): PublicEvent => {
    const stream = `intake.case-${caseId}` as const;
    return tell(recordedEvent({ stream, at, revision: place }), schema, message);
  };
  const longStop = 'longStop' in fact && fact.longStop !== null ? { longStop: { dueAt: fact.longStop } } : {};
  switch (fact.told) {
    case 'registered': {
      const { parties, filedAt, ruleSetVersion, track, registeredBy: kind } = fact;
      const counted = { longStop: { dueAt: fact.longStop, trigger: { kind } } };
      return of(intake.CaseRegisteredSchema, { caseId, parties, filedAt, ruleSetVersion, track, ...counted });
    }
    case 'claims': {
      const claims = fact.claims.map(({ measure: measureId, ...claim }) => ({ ...claim, measureId }));
      return of(intake.AmendmentServedSchema, { caseId, grievance: { claims } });
    }
    case 'amended': {
      const reply = { id: `reply:${fact.id}`, dueAt: fact.replyDue };
      return of(intake.GrievanceAmendedSchema, {
        caseId,
        amendmentId: fact.id,
        addedClaimIds: [...fact.claims],
        reply,
      });
    }
    case 'amendment-answered': {
      const { amendmentId } = fact;
      return fact.event === 'AmendmentAnswered'
        ? of(intake.AmendmentReplyReceivedSchema, { caseId, amendmentId })
        : of(intake.AmendmentReplyLapsedSchema, { caseId, amendmentId });
    }
    case 'claims-withdrawn':
      return of(intake.ClaimsWithdrawnSchema, { caseId, claimIds: [...fact.claimIds] });
    case 'replied': {
      const objections = fact.objections.map((objection) => ({ ...objection, claimIds: [...objection.claimIds] }));
      return of(intake.ReplyReceivedSchema, { caseId, objections });
    }
    case 'withdrawal-set-aside':
      return of(intake.ClaimsWithdrawalSetAsideSchema, {
        caseId,
        claimIds: [...fact.claimIds],
        standingClaimIds: [...fact.standing],
      });
    case 'exhibit':
      return of(evidence.ExhibitAcceptedSchema, {
        ...{ caseId, exhibitNumber: fact.exhibit, party: fact.party, answers: fact.answers },
        tier: fact.isPublic ? 'PUBLIC' : 'PANEL',
      });
    case 'exhibit-struck':
      return of(evidence.ExhibitWithdrawnSchema, { caseId, exhibitNumber: fact.exhibit });
    case 'consultations-ended':
      return of(intake.ConsultationsClosedSchema, { caseId });
    case 'track':
      return of(intake.TrackChangedSchema, { caseId, track: fact.track, ...longStop });
    case 'long-stop':
      return of(intake.LongStopExtendedSchema, { caseId, ...longStop });
    case 'long-stop-reached':
      return of(intake.LongStopReachedSchema, { caseId });
    case 'rules':
      return of(intake.RulesAdoptedSchema, { caseId, toVersion: fact.version });
    case 'suspended':
      return of(intake.ScreeningSuspendedSchema, { caseId });
    case 'resumed': {
      const { fromDay, toDay, from: suspendedAt } = fact.still;
      return of(intake.ScreeningResumedSchema, { caseId, fromDay, toDay, suspendedAt, ...longStop });
    }
    case 'reopened': {
      const { fromDay, toDay, from: endedAt } = fact.still;
      return of(intake.ScreeningReopenedSchema, { caseId, fromDay, toDay, endedAt, ...longStop });
    }
    case 'screening-ended':
      return of(intake.ScreeningEndedSchema, { caseId, outcome: fact.outcome });
    case 'lapse-set-aside':
      return of(intake.LapseSetAsideSchema, { caseId, ...fact.repudiated, ...longStop });
  }
}

const NOON = '2025-02-10T12:00:00.000Z' as Instant;

/** A register of which nobody has taken an acceptance back, or filled a roster up. */
const everybodyStands: ConstructorParameters<typeof Panels>[1] = {
  standingIn: (panel) => {
    const { rosters, duty } = panel as unknown as Pick<OpenedPanel, 'rosters' | 'duty'>;
    const of = (side: Side) => ({ members: rosters[side], duty: duty[side] });
    return Promise.resolve({ complainant: of('complainant'), respondent: of('respondent') });
  },
};

/** A panel over a record in memory, and what is said to it. */
export class SpokenPanel {
  readonly store: InMemoryEventStore;
  readonly panels: Panels;
  readonly deliberations: Deliberations;
  readonly #facts = new MemoryFacts();
  #said = 0;

  constructor(now: Instant) {
    this.store = new InMemoryEventStore({ clock: { now: () => now } });
    const recording = { store: this.store, ruleSetVersion: currentRuleSet.version };
    this.panels = new Panels({ ...recording, facts: this.#facts, clocksOf }, everybodyStands);
    this.deliberations = new Deliberations({ ...recording, clocksOf }, this.#facts);
  }

  async say(...saids: readonly Said[]): Promise<void> {
    for (const said of saids) {
      const place = this.#said++;
      const [fact, command] = [factIn(said), commandIn(said)];
      if (fact) await this.#facts.keep(messageOf(fact, place));
      if (!command) continue;
      const commandId = commandIdOf('spec', String(place));
      await this.panels.proceed(caseId, command, { process: 'spec', cause: { kind: 'event', id: 'spec' }, commandId });
    }
  }

  /** Keeps a message that nobody can read. */
  async garble(fact: ToldFact): Promise<void> {
    await this.#facts.keep({ ...messageOf(fact, this.#said++), data: Uint8Array.of(0xff) });
  }

  recorded(): Promise<readonly RecordedEvent[]> {
    return this.panels.recorded(caseId);
  }
}
