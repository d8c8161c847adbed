import { Inject, Injectable } from '@nestjs/common';
import {
  actorOf,
  refusals as accessRefusals,
  hasRole,
  mayAct,
  mayRead,
  seesCase,
  type Caller,
  type CaseAccess,
  type PersonCaller,
} from '@parley/access';
import type { CommandContext, InformedAt } from '@parley/event-store';
import { standingAt, type StageKnown } from '@parley/contracts';
import {
  commandContextOf,
  problemCatalogue,
  ProblemError,
  type AskedPart,
  type Asks,
  type BarsActs,
  type Params,
  type ReceivedAct,
} from '@parley/http';
import { isUuid, refuse, type CaseId, type Instant, type PersonId, type Role, type Tier } from '@parley/kernel';
import { nominatedMembers, seatedMembers } from '../composition/draw-seat.rules';
import { heardPersons } from '../experts/expert-reports.rules';
import { deliberationBar } from '../review/comments.rules';
import type { PanelCommand } from './panel-commands.rules';
import { Panels } from './repositories';
import type { ToldOfCase } from '../time/known-case.rules';
import { regionStateOf, type Act, type OpenedPanel } from './panel-state.rules';

/**
 * What access to a panel depends on. Only seated members without an undecided challenge read the deliberation (I-09).
 */
export const accessOf = (state: OpenedPanel): CaseAccess => ({
  stage: 'filed',
  parties: state.parties,
  filer: state.parties.complainant,
  nominated: nominatedMembers(state),
  seated: nominatedMembers(state).filter((person) => seatedMembers(state).some(({ member }) => member === person)),
  heard: heardPersons(state),
});

/** A panel as a caller may read it. */
export interface ReadablePanel extends InformedAt<OpenedPanel, ToldOfCase> {
  reads(tier: Tier): boolean;
}

/** A person's act in a panel and the context in which it is decided. */
export interface AdmittedAct {
  readonly act: Act;
  /** The caller's role, among those that the act asks for. */
  readonly role: Role;
  readonly panel: OpenedPanel;
  readonly context: CommandContext;
}

/** The panel's part of a case as acts in it are asked about. */
interface AskedPanel extends AskedPart {
  readonly panel: OpenedPanel;
}

/** Lets callers to panels. A panel that a caller may not see answers as one that does not exist (I-43). */
@Injectable()
export class PanelGate implements BarsActs {
  constructor(@Inject(Panels) private readonly panels: Panels) {}

  /**
   * A panel for a caller to read.
   * @param asOf shows the panel as it was then, to callers who may read it now
   * @throws ProblemError 404
   */
  async open(caseId: CaseId, caller: Caller, asOf?: Instant): Promise<ReadablePanel> {
    const now = await this.find(caseId);
    const access = accessOf(now.state);
    if (!seesCase(caller, access)) throw notFound();
    const then = asOf === undefined ? now : await this.find(caseId, asOf);
    return { ...then, reads: (tier) => mayRead(tier, caller, access) };
  }

  /** A panel whose deliberation a caller may read. @throws ProblemError 404, or 403 with the rule (I-09, I-14) */
  async openDeliberation(caseId: CaseId, caller: Caller): Promise<ReadablePanel> {
    const panel = await this.open(caseId, caller);
    if (panel.reads('DELIBERATION')) return panel;
    const bar = caller.kind === 'person' ? deliberationBar(panel.state, caller.personId) : undefined;
    throw ProblemError.refused(refuse(bar ?? accessRefusals.notYourRole));
  }

  /** A panel, for an expert or a third party whom it hears in person. @throws ProblemError 404 */
  async openHeard(caseId: CaseId, caller: Caller): Promise<{ readonly panel: OpenedPanel; readonly person: PersonId }> {
    const { state: panel } = await this.find(caseId);
    const isHeard = (role: 'expert' | 'third-party'): boolean =>
      hasRole(caller, role) && (accessOf(panel).heard ?? []).includes(caller.personId);
    if (caller.kind === 'public' || !(isHeard('expert') || isHeard('third-party'))) throw notFound();
    return { panel, person: caller.personId };
  }

  /** The caller's act and its context, if the caller may act. @throws ProblemError 404, or 403 with the rule's name */
  async admit(caseId: CaseId, received: ReceivedAct): Promise<AdmittedAct> {
    const { state, known } = await this.find(caseId);
    // A former member learns which rule bars the act, and gets the same answer when the act of leaving comes again.
    const may = mayAct(received.declared, received.caller, { ...accessOf(state), nominated: state.everSeated });
    if (may.kind === 'refused') throw ProblemError.refused(may);
    const { personId: by, party } = received.caller;
    return {
      act: { by, party, receivedAt: received.receivedAt },
      role: may.role,
      panel: state,
      context: { ...commandContextOf(received, may.actor, state.ruleSetVersion), known },
    };
  }

  /**
   * A member's act on the panel itself. The panel's revision counts what only the parties may read, so members are
   * never told it. They cannot find it out by conditions either (I-43).
   * @throws ProblemError as `admit` does, and 412 for any `If-Match`
   */
  async admitMember(caseId: CaseId, received: ReceivedAct): Promise<AdmittedAct> {
    const admitted = await this.admit(caseId, received);
    if (received.ifRevision !== undefined) throw new ProblemError(problemCatalogue.stale);
    return admitted;
  }

  async openToAsk({ caseId = '' }: Params, caller: PersonCaller): Promise<AskedPanel> {
    if (!isUuid(caseId)) throw notFound();
    const { state: panel } = await this.find(caseId as CaseId);
    const ask = await this.panels.asked(caseId as CaseId, actorOf(caller, 'desk'));
    const betweenParties = mayRead('PARTIES', caller, accessOf(panel));
    return {
      panel,
      access: { ...accessOf(panel), nominated: panel.everSeated },
      stands: standingAt(stageIn(panel), Object.values(panel.running), betweenParties),
      limits: Object.values(panel.running).map(({ dueAt }) => dueAt),
      things: thingsIn(panel, caller.personId),
      bar: (said, { actor, role }) => ask({ ...named(said), signatories: signatoriesOf(role) }, actor),
    };
  }

  private async find(caseId: CaseId, asOf?: Instant): Promise<InformedAt<OpenedPanel, ToldOfCase>> {
    const { state, ...at } = await this.panels.read(caseId, asOf);
    if (state.status === 'unopened') throw notFound();
    return { state, ...at };
  }
}

const notFound = (): ProblemError => ProblemError.refused(refuse(accessRefusals.notFound));

/** Whoever acts as a desk binds its party; a co-head decides jointly with the other. */
export const signatoriesOf = (role: string) => (role === 'desk' ? 'parties' : 'coheads');

/** For an act on the panel: its decider says, without the act's body, whether it may be done. */
export const asksPanel = (...commands: readonly SaidOfPanel[]): Asks => ({ of: PanelGate, commands });
type SaidOfPanel = Partial<PanelCommand> & Pick<PanelCommand, 'type'>;

/** An assignment is that of an expert or of a third party. */
const named = (said: { readonly assignmentId?: string }): object =>
  said.assignmentId === undefined ? said : { ...said, expertId: said.assignmentId, thirdPartyId: said.assignmentId };

/** The stage of the procedure at which a panel stands. */
function stageIn(panel: OpenedPanel): StageKnown {
  const region = regionStateOf(panel);
  return { stage: region === 'stopped' ? 'S11' : STAGES[panel.stage.name], isSuspended: region === 'suspended' };
}

const STAGES: Readonly<Record<OpenedPanel['stage']['name'], string>> = {
  ...{ composing: 'S6', composed: 'S6', reviewing: 'S7', 'interim-comments': 'S8' },
  ...{ deciding: 'S9', certifying: 'S9', issued: 'S11', impossible: 'S11' },
};

/** Ids in a panel's part of a case, by the names that paths give them; of what it asks of outsiders, one's own. */
function thingsIn(panel: OpenedPanel, person: PersonId): AskedPart['things'] {
  const { challenges, requests, materials, extensions, objections, stage, takenExperts, thirdParties } = panel;
  const ids = (of: readonly { readonly id: string }[]): readonly string[] => of.map(({ id }) => id);
  return {
    challengeId: ids(challenges),
    requestId: ids(requests),
    materialId: ids(materials),
    extensionId: ids(extensions),
    objectionId: ids(objections),
    markId: stage.name === 'issued' ? ids(stage.marking.marks) : [],
    entryId: panel.lateEntries.map(({ entryId }) => entryId),
    expertId: panel.expertLists.flatMap(({ experts }) => ids(experts)),
    thirdPartyId: ids(thirdParties),
    assignmentId: [
      ...takenExperts.flatMap(({ expertId, personId }) => (personId === person ? [expertId] : [])),
      ...thirdParties.flatMap(({ id, personId }) => (personId === person ? [id] : [])),
    ],
  };
}
