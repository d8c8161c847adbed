import { Inject, Injectable } from '@nestjs/common';
import { mayAct, mayActOutsideCases, mayRead, type Caller, type CaseAccess } from '@parley/access';
import type { EventStore } from '@parley/event-store';
import {
  commandContextOf,
  pageOfFollowing,
  shownAs,
  ProblemError,
  type CursorCodec,
  type PageRequest,
  type PageShown,
  type ReceivedAct,
} from '@parley/http';
import { refuse, type Actor } from '@parley/kernel';
import type { ReadModel } from '@parley/projections';
import type { AdmittedAct } from '../referral/referral.http';
import type { Signatories } from './agreement-commands.rules';
import { Agreements, type KeptAgreement } from '../referral/repositories';
import type { AgreementInForce } from './agreement.rules';
import { complianceRefusals as refusals } from './compliance.rules';
import type { AgreementPlace, AgreementReader, ListedAgreement } from './compliance.table';

/** An agreement in which a caller may act, and the admitted act. */
export type AdmittedToAgreement = AdmittedAct & { readonly kept: KeptAgreement };

/**
 * Lets callers to agreements. Everybody may read one in force. What is not public is read by its parties and by those
 * who keep their record.
 */
@Injectable()
export class AgreementGate {
  constructor(@Inject(Agreements) private readonly agreements: Agreements) {}

  /** @throws ProblemError 404 for an agreement that is not in force, as if it did not exist */
  async inForce(agreementId: string): Promise<{ readonly state: AgreementInForce; readonly revision: number }> {
    const kept = await this.agreements.find(agreementId);
    if (kept?.state.status !== 'in-force') throw notThere();
    return { state: kept.state, revision: kept.revision };
  }

  /** @throws ProblemError 404 for a caller who may not read what only the parties read */
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

  /** Admits an act that does not need an existing agreement. @throws ProblemError 403 */
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

/** The two signatories stand for the parties of a case. It does not matter here which of them complained. */
function accessTo({ parties: [complainant, respondent] }: { readonly parties: Signatories }): CaseAccess {
  return { stage: 'filed', parties: { complainant, respondent }, filer: complainant, nominated: [], seated: [] };
}

const notThere = (): ProblemError => ProblemError.refused(refuse(refusals.noAgreement));

/** Pages of agreements from the read model, the newest first. */
export class AgreementList {
  constructor(
    private readonly reader: AgreementReader,
    private readonly runner: ReadModel,
    private readonly store: EventStore,
    private readonly cursors: CursorCodec,
  ) {}

  /** @throws ProblemError 400 for a cursor of another list */
  async page<Status extends 'in-force' | 'proposed', Item>(
    status: Status,
    request: PageRequest,
    show: (listed: ListedAgreement<Status>) => Item,
  ): Promise<PageShown<Item>> {
    const page = await pageOfFollowing<ListedAgreement<Status>, AgreementPlace>(
      { scope: `agreements:${status}`, cursors: this.cursors, follower: this.runner, start: this.store.start },
      request,
      (limit, from) => this.reader.list(status, limit, from),
      ({ listedAt, id }) => ({ listedAt, id }),
    );
    return shownAs(page, show);
  }
}
