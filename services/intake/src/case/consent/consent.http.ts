import { Inject, Injectable } from '@nestjs/common';
import type { PersonCaller } from '@parley/access';
import { partlySaid, type Actor, type Bilingual, type CaseId, type Sha256 } from '@parley/kernel';
import {
  respond,
  type Answer,
  type AskedPart,
  type Asks,
  type BarsActs,
  type Params,
  type ReceivedAct,
} from '@parley/http';
import { Cases } from '../../repositories';
import type { ConsentCommand } from './consent.rules';
import type { Matter, MatterKind, Signatories } from './proposal.rules';
import { knownCase, type KnownCase } from '../filing/filing.rules';
import { admitToCase, CaseGate, type AdmittedAct } from '../case-gate.http';
import { showProposals, type ProposalsShown } from './consent.response';
import type { BarredClaim } from '../refiling/refiling.rules';
import { grievanceRefusals, refusals } from '../refusals.rules';
import { extensionRefusals } from '@parley/procedure';

/** Why a signature is refused: because of what it signs, or because that can have no effect any more. */
export const ofSignatures = [
  refusals.unknownProposal,
  refusals.proposalClosed,
  refusals.ownProposal,
  refusals.notASignatory,
  refusals.signsForBoth,
  refusals.digestDiffers,
  refusals.notAParty,
  refusals.partiesOnly,
  refusals.defaultPending,
  refusals.screeningEnded,
  refusals.deliberationClosed,
  refusals.notRegistered,
  refusals.noSuchDeadline,
  refusals.namedTime,
  extensionRefusals.expired,
  extensionRefusals.notExtendable,
  extensionRefusals.tooMuch,
  refusals.suspended,
  refusals.notSuspended,
  refusals.suspensionEnd,
  refusals.suspensionUsedUp,
  refusals.notStandardTrack,
  refusals.panelComposed,
  refusals.findingsBegun,
  refusals.unknownRules,
  refusals.rulesAreThese,
  refusals.rulesOlder,
  refusals.consolidatedAlready,
  refusals.notConsolidated,
  refusals.notEnded,
  refusals.endedUnregistered,
  refusals.outcomeIsFinal,
  refusals.amendmentBeforeRegistration,
  refusals.amendmentIncomplete,
  refusals.amendmentChangesNothing,
  refusals.claimIdGone,
  refusals.tooManyAmendments,
  refusals.claimOfOther,
  refusals.supplementLate,
  refusals.replacementLate,
  refusals.replacesAnother,
  refusals.noTimeForClaim,
  refusals.amendedAfterInterim,
  refusals.supplementReplaces,
  refusals.supplementAddsNothing,
  refusals.noSuchMeasure,
  refusals.correctsAnotherText,
  refusals.correctionForm,
  refusals.correctedAlready,
  refusals.anotherMeasure,
  ...grievanceRefusals,
] as const;

/** Admits those who may sign to the proposals of a case. A desk signs for its party, a co-head as one of the two. */
@Injectable()
export class ConsentDesk implements BarsActs {
  constructor(
    @Inject(Cases) private readonly cases: Cases,
    @Inject(CaseGate) private readonly gate: CaseGate,
  ) {}

  async propose(
    caseId: CaseId,
    matter: Matter,
    received: ReceivedAct,
    barred: readonly BarredClaim[] = [],
  ): Promise<Answer<ProposalsShown>> {
    const admitted = await admitToCase(this.gate, this.cases, caseId, received);
    return this.do(
      caseId,
      { type: 'Propose', ...admitted.act, signatories: signatoriesOf(admitted), matter, others: [], barred },
      admitted,
    );
  }

  /**
   * Proposes that other cases go on beside this one. It reads nothing of them before the caller is admitted to this
   * one.
   */
  async proposeBeside(
    caseId: CaseId,
    ids: readonly CaseId[],
    reason: Bilingual,
    received: ReceivedAct,
  ): Promise<Answer<ProposalsShown>> {
    const admitted = await admitToCase(this.gate, this.cases, caseId, received);
    const others = await this.known(ids);
    const beside = ids.map((id, index) => ({ caseId: id, docketNumber: others[index]?.docketNumber ?? '' }));
    return this.do(
      caseId,
      {
        type: 'Propose',
        ...admitted.act,
        signatories: signatoriesOf(admitted),
        matter: { kind: 'consolidation', beside, reason },
        others,
      },
      admitted,
    );
  }

  async sign(
    caseId: CaseId,
    proposalId: string,
    digest: Sha256,
    received: ReceivedAct,
  ): Promise<Answer<ProposalsShown>> {
    const admitted = await admitToCase(this.gate, this.cases, caseId, received);
    return this.do(
      caseId,
      { type: 'SignProposal', ...admitted.act, signatories: signatoriesOf(admitted), proposalId, digest },
      admitted,
    );
  }

  async close(
    type: 'DeclineProposal' | 'WithdrawProposal',
    caseId: CaseId,
    proposalId: string,
    received: ReceivedAct,
  ): Promise<Answer<ProposalsShown>> {
    const admitted = await admitToCase(this.gate, this.cases, caseId, received);
    return this.do(caseId, { type, ...admitted.act, signatories: signatoriesOf(admitted), proposalId }, admitted);
  }

  async openToAsk(params: Params, caller: PersonCaller): Promise<AskedPart> {
    const part = await this.gate.openToAsk(params, caller);
    return {
      ...part,
      bar: (said, may) =>
        part.bar({ ...said, signatories: signatoriesOf({ actor: may.actor }), others: [], barred: [] }, may),
    };
  }

  private known(caseIds: readonly CaseId[]): Promise<readonly (KnownCase | null)[]> {
    return Promise.all(caseIds.map(async (caseId) => knownCase((await this.cases.read(caseId)).state)));
  }

  private async do(caseId: CaseId, command: ConsentCommand, { context }: AdmittedAct): Promise<Answer<ProposalsShown>> {
    return respond(await this.cases.act(caseId, command, context), ({ state }) => showProposals(state));
  }
}

const signatoriesOf = ({ actor }: { readonly actor: Actor }): Signatories =>
  actor.kind === 'person' && actor.role === 'cohead' ? 'coheads' : 'parties';

/** For a proposal of a kind: whether it may be made now, whatever else it says. */
export const asksToPropose = (kind: MatterKind): Asks => ({
  of: ConsentDesk,
  commands: [{ type: 'Propose', matter: partlySaid<Matter>({ kind }) }],
});

/** For an act on a proposal that was made. */
export const asksOfProposal = (type: Exclude<ConsentCommand['type'], 'Propose'>): Asks => ({
  of: ConsentDesk,
  commands: [{ type }],
});
