import { Inject, Injectable } from '@nestjs/common';
import {
  mayAct,
  mayRead,
  refusals as accessRefusals,
  seesCase,
  type ActRequirement,
  type Caller,
  type CaseAccess,
  type MayAct,
} from '@parley/access';
import { refuse, type CaseId, type Instant } from '@parley/kernel';
import { ProblemError } from '@parley/http';
import { CaseDesk, type CaseAt } from '../application/case-desk';
import { PanelSeats } from '../projections/panel-seats';
import type { FiledCase } from '../domain/case-state';

interface FoundCase extends CaseAt {
  readonly state: FiledCase;
}

export interface OpenedCase extends FoundCase {
  /** Whether the caller is of the parties or the registry, who may know whom to call. */
  readonly seesContact: boolean;
}

/** Lets callers to cases. A case that a caller may not see answers as one that does not exist (I-43). */
@Injectable()
export class CaseGate {
  constructor(
    @Inject(CaseDesk) private readonly desk: CaseDesk,
    @Inject(PanelSeats) private readonly seats: PanelSeats,
  ) {}

  /**
   * A case for a caller to read. What went before its registration is between the parties and the registry: whoever is
   * on its panel reads it only from there on.
   * @throws ProblemError 404
   */
  async open(caseId: CaseId, caller: Caller, asOf?: Instant): Promise<OpenedCase> {
    const found = await this.find(caseId, asOf);
    const access = await this.accessOf(found.state);
    const seesContact = mayRead('PARTIES', caller, access);
    if (!seesCase(caller, access) || !(seesContact || isRegistered(found.state)))
      throw ProblemError.refused(refuse(accessRefusals.notFound));
    return { ...found, seesContact };
  }

  /** Who acts, when the caller may. @throws ProblemError 404, or 403 with the rule's name */
  async admit(caseId: CaseId, caller: Caller, requirement: ActRequirement): Promise<MayAct> {
    const { state } = await this.find(caseId);
    const may = mayAct(requirement, caller, await this.accessOf(state));
    if (may.kind === 'refused') throw ProblemError.refused(may);
    return may;
  }

  private async find(caseId: CaseId, asOf?: Instant): Promise<FoundCase> {
    const { state, revision } = await this.desk.read(caseId, asOf);
    if (state.status === 'unfiled') throw ProblemError.refused(refuse(accessRefusals.notFound));
    return { state, revision };
  }

  private async accessOf({ caseId, parties }: FiledCase): Promise<CaseAccess> {
    return { stage: 'filed', parties, filer: parties.complainant, nominated: await this.seats.of(caseId), seated: [] };
  }
}

const isRegistered = (state: FiledCase): boolean => 'registration' in state;
