import { Inject, Injectable } from '@nestjs/common';
import {
  refusals as accessRefusals,
  hasRole,
  mayAct,
  mayRead,
  seesCase,
  type Caller,
  type CaseAccess,
} from '@parley/access';
import type { CommandContext, EventStore, InformedAt } from '@parley/event-store';
import {
  commandContextOf,
  pageOfFollowing,
  problemCatalogue,
  ProblemError,
  type CursorCodec,
  type PageRequest,
  type PageShown,
  type ReceivedAct,
} from '@parley/http';
import { refuse, type CaseId, type Instant, type PersonId, type Role, type Tier } from '@parley/kernel';
import type { ReadModel } from '@parley/projections';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { nominatedMembers, seatedMembers } from '../composition/draw-seat.rules';
import { heardPersons } from '../experts/expert-reports.rules';
import { deliberationBar } from '../review/comments.rules';
import type { AssignmentLineShown } from '../review/review.response';
import { Panels } from './repositories';
import type { ToldOfCase } from '../time/known-case.rules';
import type { Act, OpenedPanel } from './panel-state.rules';
import type { PanelLineShown } from './panel.response';
import { PanelRow } from './panel.table';

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

/** Lets callers to panels. A panel that a caller may not see answers as one that does not exist (I-43). */
@Injectable()
export class PanelGate {
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

  private async find(caseId: CaseId, asOf?: Instant): Promise<InformedAt<OpenedPanel, ToldOfCase>> {
    const { state, ...at } = await this.panels.read(caseId, asOf);
    if (state.status === 'unopened') throw notFound();
    return { state, ...at };
  }
}

const notFound = (): ProblemError => ProblemError.refused(refuse(accessRefusals.notFound));

const SCOPES = { members: 'panels', heard: 'assignments' } as const;
/** Milliseconds for which a list waits for a write that its reader has made. */

interface Place {
  readonly openedAt: string;
  readonly caseId: string;
}

/** Which panels are listed: those on which the caller is a member, or those that hear the caller from outside. */
type Listed = 'members' | 'heard';

/** The panels on which a member is, and those that hear an expert or a third party, from the read model. */
export class PanelList {
  constructor(
    private readonly database: DataSource,
    private readonly runner: ReadModel,
    private readonly store: EventStore,
    private readonly cursors: CursorCodec,
    private readonly panels: Panels,
  ) {}

  page(caller: Caller, request: PageRequest): Promise<PageShown<PanelLineShown>> {
    return this.pageOf('members', caller, request, async (row) =>
      showLine(row, (await this.panels.known(row.caseId)).view),
    );
  }

  heard(caller: Caller, request: PageRequest): Promise<PageShown<AssignmentLineShown>> {
    return this.pageOf('heard', caller, request, ({ caseId, complainant, respondent }) => ({
      caseId,
      parties: { complainant, respondent },
    }));
  }

  private async pageOf<Line>(
    listed: Listed,
    caller: Caller,
    request: PageRequest,
    show: (row: PanelRow) => Line | Promise<Line>,
  ): Promise<PageShown<Line>> {
    const { items, ...end } = await pageOfFollowing<PanelRow, Place>(
      { scope: SCOPES[listed], cursors: this.cursors, follower: this.runner, start: this.store.start },
      request,
      (limit, from) => this.of(listed, caller, from).take(limit).getMany(),
      ({ openedAt, caseId }) => ({ openedAt: openedAt.toISOString(), caseId }),
    );
    return { items: await Promise.all(items.map(show)), ...end };
  }

  private of(listed: Listed, caller: Caller, from: Place | undefined): SelectQueryBuilder<PanelRow> {
    const person = caller.kind === 'person' ? caller.personId : '';
    const query = this.database.manager
      .createQueryBuilder(PanelRow, 'line')
      .where(`line.${listed} @> :person::jsonb`, { person: JSON.stringify([person]) })
      .orderBy('line.openedAt', 'DESC')
      .addOrderBy('line.caseId', 'DESC');
    if (from) query.andWhere('(line.openedAt, line.caseId) < (:openedAt, :caseId)', from);
    return query;
  }
}

/** Stages in which a panel has done its work and cannot be stopped any more. */
const DONE: readonly string[] = ['issued', 'impossible'];

const showLine = (
  { caseId, complainant, respondent, openedAt, stage, running }: PanelRow,
  { screeningEnd, suspendedAt }: ToldOfCase,
): PanelLineShown => ({
  caseId,
  parties: { complainant, respondent },
  openedAt: openedAt.toISOString(),
  stage: DONE.includes(stage) ? stage : screeningEnd ? 'stopped' : suspendedAt === null ? stage : 'suspended',
  nextDeadline: Object.values(running).toSorted()[0] ?? null,
});
