import { Inject, Injectable } from '@nestjs/common';
import { hasRole, mayAct, mayRead, refusals as accessRefusals, seesCase, type Caller } from '@parley/access';
import type { CommandContext } from '@parley/event-store';
import { refuse, type CaseId, type Instant, type PersonId, type Role, type Tier } from '@parley/kernel';
import { commandContextOf, problemCatalogue, ProblemError, type ReceivedAct } from '@parley/http';
import { PanelDesk, type At } from '../application/panel-desk';
import type { Act } from '../domain/acts';
import type { OpenedPanel } from '../domain/panel-state';
import { deliberationBar } from '../domain/review/taking-part';
import { accessOf } from './panel-access';

/** A panel as a caller may read it. */
export interface ReadablePanel extends At<OpenedPanel> {
  reads(tier: Tier): boolean;
}

/** A person's act in a panel and the context in which it is decided. */
export interface AdmittedAct {
  readonly act: Act;
  /** In which of the roles that the act asks for. */
  readonly role: Role;
  readonly panel: OpenedPanel;
  readonly context: CommandContext;
}

/** Lets callers to panels. A panel that a caller may not see answers as one that does not exist (I-43). */
@Injectable()
export class PanelGate {
  constructor(@Inject(PanelDesk) private readonly desk: PanelDesk) {}

  /**
   * A panel for a caller to read.
   * @param asOf shows it as it was then, to who may read it now
   * @throws ProblemError 404
   */
  async open(caseId: CaseId, caller: Caller, asOf?: Instant): Promise<ReadablePanel> {
    const now = await this.find(caseId);
    const access = accessOf(now.state);
    if (!seesCase(caller, access)) throw notFound();
    const { state, revision } = asOf === undefined ? now : await this.find(caseId, asOf);
    return { state, revision, reads: (tier) => mayRead(tier, caller, access) };
  }

  /** A panel whose deliberation a caller may read. @throws ProblemError 404, or 403 with the rule (I-09, I-14) */
  async openDeliberation(caseId: CaseId, caller: Caller): Promise<ReadablePanel> {
    const panel = await this.open(caseId, caller);
    if (panel.reads('DELIBERATION')) return panel;
    const bar = caller.kind === 'person' ? deliberationBar(panel.state, caller.personId) : undefined;
    throw ProblemError.refused(refuse(bar ?? accessRefusals.notYourRole));
  }

  /** A panel for an expert or a third party whom it hears in person. @throws ProblemError 404 */
  async openHeard(caseId: CaseId, caller: Caller): Promise<{ readonly panel: OpenedPanel; readonly person: PersonId }> {
    const { state: panel } = await this.find(caseId);
    const isHeard = (role: 'expert' | 'third-party'): boolean =>
      hasRole(caller, role) && (accessOf(panel).heard ?? []).includes(caller.personId);
    if (caller.kind === 'public' || !(isHeard('expert') || isHeard('third-party'))) throw notFound();
    return { panel, person: caller.personId };
  }

  /** Who acts, when the caller may. @throws ProblemError 404, or 403 with the rule's name */
  async admit(caseId: CaseId, received: ReceivedAct): Promise<AdmittedAct> {
    const { state } = await this.find(caseId);
    // Who was on the panel once gets the rule that bars the act, and the same answer to the act by which it left.
    const may = mayAct(received.declared, received.caller, { ...accessOf(state), nominated: state.everSeated });
    if (may.kind === 'refused') throw ProblemError.refused(may);
    const { personId: by, party } = received.caller;
    return {
      act: { by, party, receivedAt: received.receivedAt },
      role: may.role,
      panel: state,
      context: commandContextOf(received, may.actor, state.ruleSetVersion),
    };
  }

  /**
   * A member's act on the panel itself. Its revision counts what only the parties may read, so a member is never told
   * it, and cannot find it out by conditions either (I-43).
   * @throws ProblemError as `admit` does, and 412 for any `If-Match`
   */
  async admitMember(caseId: CaseId, received: ReceivedAct): Promise<AdmittedAct> {
    const admitted = await this.admit(caseId, received);
    if (received.ifRevision !== undefined) throw new ProblemError(problemCatalogue.stale);
    return admitted;
  }

  private async find(caseId: CaseId, asOf?: Instant): Promise<At<OpenedPanel>> {
    const { state, revision } = await this.desk.read(caseId, asOf);
    if (state.status === 'unopened') throw notFound();
    return { state, revision };
  }
}

const notFound = (): ProblemError => ProblemError.refused(refuse(accessRefusals.notFound));
