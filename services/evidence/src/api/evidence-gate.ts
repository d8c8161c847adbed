import { Inject, Injectable } from '@nestjs/common';
import { mayAct, refusals as accessRefusals, type ActRequirement, type Caller } from '@parley/access';
import type { CommandContext } from '@parley/event-store';
import { refuse, type CaseId, type Instant, type Role, type Tier } from '@parley/kernel';
import { commandContextOf, ProblemError, type ReceivedAct } from '@parley/platform';
import { EvidenceDesk } from '../application/evidence-desk';
import { accessOf, tiersFor } from '../application/reading/case-access';
import { visibleThen, type VisibleExhibit } from '../application/reading/visible-exhibits';
import type { KnownCase } from '../domain/evidence-state';
import type { Act } from '../domain/exhibit-commands';

/** The evidence of a case as it is open to a caller. */
export interface OpenEvidence {
  readonly state: KnownCase;
  /** The same now, where `state` is of an instant in the past. */
  readonly present: KnownCase;
  readonly revision: number;
  readonly tiers: ReadonlySet<Tier>;
}

export interface AdmittedAct {
  readonly act: Act;
  readonly role: Role;
  readonly context: CommandContext;
}

/** Lets callers to the evidence of cases. What a caller may not see answers as what does not exist (I-43). */
@Injectable()
export class EvidenceGate {
  constructor(@Inject(EvidenceDesk) private readonly desk: EvidenceDesk) {}

  /**
   * @param asOf shows it as it was then, to who may read it now
   * @throws ProblemError 404
   */
  async open(caseId: CaseId, caller: Caller, asOf?: Instant): Promise<OpenEvidence> {
    const now = await this.desk.read(caseId);
    const tiers = tiersFor(caller, now.state);
    const { state, revision } = asOf === undefined ? now : await this.desk.read(caseId, asOf);
    if (state.status === 'unknown' || now.state.status === 'unknown' || tiers === undefined) throw notFound();
    return { state, present: now.state, revision, tiers };
  }

  /** One exhibit, as far as the caller may see it. @throws ProblemError 404 */
  async openExhibit(caseId: CaseId, number: string, caller: Caller, asOf?: Instant): Promise<VisibleExhibit & OpenEvidence> {
    const evidence = await this.open(caseId, caller, asOf);
    const seen = visibleThen(evidence.state.exhibits.get(number), evidence.present.exhibits.get(number), evidence.tiers);
    if (!seen) throw notFound();
    return { ...evidence, ...seen };
  }

  /** @throws ProblemError 404, or 403 with the rule's name */
  async admit(caseId: CaseId, received: ReceivedAct, requirement: ActRequirement): Promise<AdmittedAct> {
    const { state } = await this.desk.read(caseId);
    if (state.status === 'unknown') throw notFound();
    const may = mayAct(requirement, received.caller, accessOf(state));
    if (may.kind === 'refused') throw ProblemError.refused(may);
    const { personId, party } = received.caller;
    return {
      act: { by: personId, party, receivedAt: received.receivedAt },
      role: may.role,
      context: commandContextOf(received, may.actor, this.desk.ruleSetVersion),
    };
  }
}

export const notFound = (): ProblemError => ProblemError.refused(refuse(accessRefusals.notFound));
