import { Inject, Injectable } from '@nestjs/common';
import { mayAct, mayActOutsideCases, mayRead, type Caller, type CaseAccess } from '@parley/access';
import { refuse, type Actor } from '@parley/kernel';
import { commandContextOf, ProblemError, type ReceivedAct } from '@parley/http';
import { Agreements, type KeptAgreement } from '../../application/agreement-desk';
import type { Signatories } from '../../domain/compliance/agreement';
import type { AgreementInForce } from '../../domain/compliance/agreement-state';
import { complianceRefusals as refusals } from '../../domain/compliance/compliance-refusals';
import type { AdmittedAct } from '../referral-gate';

/** An agreement that a caller may act in, with who acts. */
export type AdmittedToAgreement = AdmittedAct & { readonly kept: KeptAgreement };

/**
 * Lets callers to agreements: everybody to one in force, and to what is not public its parties and those who keep their
 * record.
 */
@Injectable()
export class AgreementGate {
  constructor(@Inject(Agreements) private readonly agreements: Agreements) {}

  /** @throws ProblemError 404 for one that is not in force, which answers as one that does not exist */
  async inForce(agreementId: string): Promise<{ readonly state: AgreementInForce; readonly revision: number }> {
    const kept = await this.agreements.find(agreementId);
    if (kept?.state.status !== 'in-force') throw notThere();
    return { state: kept.state, revision: kept.revision };
  }

  /** @throws ProblemError 404 for who may not read what is the parties' alone */
  async papers(agreementId: string, caller: Caller): Promise<KeptAgreement> {
    const kept = await this.agreements.find(agreementId);
    if (!kept || !mayRead('PARTIES', caller, accessTo(kept.state))) throw notThere();
    return kept;
  }

  /** @throws ProblemError 404, or 403 with the rule's name */
  async admit(agreementId: string, received: ReceivedAct): Promise<AdmittedToAgreement> {
    const kept = await this.papers(agreementId, received.caller);
    const may = mayAct(received.declared, received.caller, accessTo(kept.state));
    if (may.kind === 'refused') throw ProblemError.refused(may);
    return { kept, ...this.admitted(received, may.actor) };
  }

  /** For what no agreement is there yet. @throws ProblemError 403 */
  admitNew(received: ReceivedAct): AdmittedAct {
    const may = mayActOutsideCases(received.declared, received.caller);
    if (may.kind === 'refused') throw ProblemError.refused(may);
    return this.admitted(received, may.actor);
  }

  private admitted(received: ReceivedAct, actor: Actor): AdmittedAct {
    const { personId, party } = received.caller;
    return {
      act: { by: personId, party, receivedAt: received.receivedAt },
      context: commandContextOf(received, actor, this.agreements.ruleSetVersion),
    };
  }
}

/** The two signatories stand as the parties of a case do; which of them complained changes nothing here. */
function accessTo({ parties: [complainant, respondent] }: { readonly parties: Signatories }): CaseAccess {
  return { stage: 'filed', parties: { complainant, respondent }, filer: complainant, nominated: [], seated: [] };
}

const notThere = (): ProblemError => ProblemError.refused(refuse(refusals.noAgreement));
