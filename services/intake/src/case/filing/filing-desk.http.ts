import { mayActOutsideCases, refusals as accessRefusals } from '@parley/access';
import { ProblemError, type Answer, type CasesByNumber, type ReceivedAct } from '@parley/http';
import type { Party } from '@parley/kernel';
import type { Cases } from '../../repositories';
import type { Persons } from '../../registry/persons/persons.table';
import { admittedAct } from '../case-gate.http';
import type { CaseShown } from '../case.response';
import { showOutcome } from '../outcome/outcome.response';
import { grievanceRefusals, refusals } from '../refusals.rules';
import { FileCaseHandler } from './file-case';
import { accompanying, FILING, incomingFiling, partiesAgainst } from './filing.http';
import type { DraftFilingRequest, FilingRequest } from './filing.request';

/** Why a filing may be refused, of a draft or at once. */
export const OF_FILING = [
  refusals.notComplainant,
  refusals.noRulesInEffect,
  ...grievanceRefusals,
  refusals.tooLong,
  refusals.claimOfOther,
  refusals.claimBarred,
  refusals.previousNotClosed,
  refusals.noCaseToCounter,
  accessRefusals.twoCapacities,
] as const;

/** Files a grievance for the desk that sent it. */
export class FilingDesk {
  constructor(
    private readonly filings: FileCaseHandler,
    private readonly kept: Cases,
    private readonly persons: Persons,
    private readonly parties: readonly [Party, Party],
    private readonly caseOf: CasesByNumber,
  ) {}

  /** The grievance that the same act filed before; `undefined` when it is not on record. */
  async filedBefore(received: ReceivedAct): Promise<FilingRequest['grievance'] | undefined> {
    const { state } = await this.kept.read(FileCaseHandler.caseIdOf(received));
    return state.status === 'unfiled' ? undefined : state.grievance;
  }

  /**
   * @param more what the filing says besides the grievance
   * @returns the case with its receipt
   * @throws ProblemError where the filing is refused
   */
  async file(
    grievance: FilingRequest['grievance'],
    more: DraftFilingRequest,
    received: ReceivedAct,
  ): Promise<Answer<CaseShown>> {
    const may = mayActOutsideCases(FILING, received.caller);
    if (may.kind === 'refused') throw ProblemError.refused(may);
    const { actor, context } = admittedAct(received, may.actor, this.kept.ruleSetVersion);
    const { certification, contact } = more;
    const filed = { grievance, certification, ...(contact && { contact }) };
    const incoming = incomingFiling(filed, actor, received.receivedAt);
    const outcome = await this.filings.file(
      incoming,
      partiesAgainst(actor.party, this.parties),
      context,
      await accompanying(more, this.caseOf),
    );
    return showOutcome(outcome, this.persons, received.caller, {
      location: `/v1/cases/${FileCaseHandler.caseIdOf(context)}`,
      contact: incoming.contact,
    });
  }
}
