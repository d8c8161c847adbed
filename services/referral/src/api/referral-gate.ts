import { Inject, Injectable } from '@nestjs/common';
import {
  hasRole,
  mayAct,
  mayRead,
  refusals as accessRefusals,
  seesCase,
  type Caller,
  type CaseAccess,
} from '@parley/access';
import type { CommandContext } from '@parley/event-store';
import { refuse, type CaseId, type Instant } from '@parley/kernel';
import { commandContextOf, ProblemError, type ReceivedAct } from '@parley/http';
import { ReferralDesk } from '../application/referral-desk';
import type { Dossier } from '../domain/dossier/dossier';
import type { Act } from '../domain/referral-commands';
import type { FiledReferral } from '../domain/referral-state';
import { refusals } from '../domain/refusals';

/** The referral of a case as it is open to a caller. */
export interface OpenReferral {
  readonly state: FiledReferral;
  readonly revision: number;
  readonly access: CaseAccess;
}

export interface AdmittedAct {
  readonly act: Act;
  readonly context: CommandContext;
}

/** Lets callers to referrals. A case that a caller may not see answers as one that does not exist (I-43). */
@Injectable()
export class ReferralGate {
  constructor(@Inject(ReferralDesk) private readonly desk: ReferralDesk) {}

  /**
   * @param asOf shows it as it was then, to who may read it now
   * @throws ProblemError 404
   */
  async open(caseId: CaseId, caller: Caller, asOf?: Instant): Promise<OpenReferral> {
    const now = await this.find(caseId);
    if (!seesCase(caller, now.access)) throw notFound();
    return asOf === undefined ? now : { ...(await this.find(caseId, asOf)), access: now.access };
  }

  /** A dossier of a case that the caller may see. @throws ProblemError 404 */
  async openDossier(caseId: CaseId, n: string, caller: Caller): Promise<OpenReferral & { readonly dossier: Dossier }> {
    const found = await this.open(caseId, caller);
    const dossier = found.state.dossiers.find((each) => String(each.n) === n);
    if (!dossier) throw ProblemError.refused(refuse(refusals.noSuchDossier));
    return { ...found, dossier };
  }

  /** @throws ProblemError 404, or 403 with the rule's name */
  async admit(caseId: CaseId, received: ReceivedAct): Promise<AdmittedAct> {
    const { access } = await this.find(caseId);
    const may = mayAct(received.declared, received.caller, access);
    if (may.kind === 'refused') throw ProblemError.refused(may);
    const { personId, party } = received.caller;
    return {
      act: { by: personId, party, receivedAt: received.receivedAt },
      context: commandContextOf(received, may.actor, this.desk.ruleSetVersion),
    };
  }

  private async find(caseId: CaseId, asOf?: Instant): Promise<OpenReferral> {
    const { state, revision } = await this.desk.read(caseId, asOf);
    if (state.status !== 'filed') throw notFound();
    const { parties } = state.filing;
    return {
      state,
      revision,
      access: { stage: 'filed', parties, filer: parties.complainant, nominated: state.learned.members, seated: [] },
    };
  }
}

const notFound = (): ProblemError => ProblemError.refused(refuse(accessRefusals.notFound));

/**
 * Who reads what is in a dossier. Until it is issued only those who sign or keep it, so that neither side has it before
 * the other; from then on everybody who reads what the parties read.
 */
export const mayReadContent = (dossier: Dossier, caller: Caller, access: CaseAccess): boolean =>
  dossier.status === 'issued'
    ? mayRead('PARTIES', caller, access)
    : hasRole(caller, 'cohead') || hasRole(caller, 'registry');

/** The draft is the own of who asked for the dossier: its side reads it from the request on. */
export const mayReadDraft = (dossier: Dossier, caller: Caller, access: CaseAccess): boolean =>
  mayRead('FILER', caller, { ...access, filer: dossier.party }) || mayReadContent(dossier, caller, access);
