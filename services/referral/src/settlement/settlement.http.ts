import { Inject, Injectable } from '@nestjs/common';
import {
  actorOf,
  hasRole,
  refusals as accessRefusals,
  mayAct,
  mayRead,
  type Caller,
  type CaseAccess,
  type PersonCaller,
} from '@parley/access';
import { standingAt } from '@parley/contracts';
import {
  commandContextOf,
  ProblemError,
  type AskedPart,
  type Asks,
  type BarsActs,
  type Params,
  type ReceivedAct,
} from '@parley/http';
import { isUuid, refuse, type CaseId, type Instant } from '@parley/kernel';
import { stageIn, withNumber, type AdmittedAct, type SaidByNumber } from '../referral/referral.http';
import { Settlements } from '../referral/repositories';
import type { ConciliatorsReader } from './conciliators.response';
import { appointedConciliators } from './conciliators-state.rules';
import type { FiledSettlement, SettlementCommand } from './settlement-region.rules';

export interface OpenSettlement {
  readonly state: FiledSettlement;
  readonly revision: number;
  /** How many facts told by other contexts the state is made from. */
  readonly facts: number;
}

/**
 * Lets the parties, their conciliators and those who keep their record to settlements. These are without prejudice, so
 * no member of the panel is let in (I-45).
 */
@Injectable()
export class SettlementGate implements BarsActs {
  constructor(@Inject(Settlements) private readonly settlements: Settlements) {}

  /**
   * @param asOf shows the settlement as it was then, to a caller who may read it now
   * @throws ProblemError 404
   */
  async open(caseId: CaseId, caller: Caller, asOf?: Instant): Promise<OpenSettlement> {
    const now = await this.find(caseId);
    if (!mayRead('PARTIES', caller, now.access) && !isAppointed(now.state, caller)) throw notFound();
    return asOf === undefined ? now : this.find(caseId, asOf);
  }

  /** Who conciliates, for those and for each person whom a side has picked. @throws ProblemError 404 */
  async openToConciliators(caseId: CaseId, caller: Caller): Promise<OpenSettlement> {
    const found = await this.find(caseId);
    const isPicked = hasRole(caller, 'conciliator') && found.access.heard.includes(caller.personId);
    if (!mayRead('PARTIES', caller, found.access) && !isPicked) throw notFound();
    return found;
  }

  /** @throws ProblemError 404, or 403 with the rule's name */
  async admit(caseId: CaseId, received: ReceivedAct): Promise<AdmittedAct> {
    const { access } = await this.find(caseId);
    const may = mayAct(received.declared, received.caller, access);
    if (may.kind === 'refused') throw ProblemError.refused(may);
    const { personId, party } = received.caller;
    return {
      act: { by: personId, party, receivedAt: received.receivedAt },
      context: commandContextOf(received, may.actor, this.settlements.ruleSetVersion),
    };
  }

  async openToAsk({ caseId = '' }: Params, caller: PersonCaller): Promise<AskedPart> {
    if (!isUuid(caseId)) throw notFound();
    const { state, access } = await this.find(caseId as CaseId);
    const ask = await this.settlements.asked(caseId as CaseId, actorOf(caller, 'desk'));
    const betweenParties = mayRead('PARTIES', caller, access);
    const running = Object.values(state.running);
    return {
      access,
      stands: standingAt(stageIn(state.told), betweenParties ? running : [], betweenParties),
      limits: running.map(({ dueAt }) => dueAt),
      things: {
        'conciliations/n': state.conciliations.map(({ n }) => String(n)),
        'texts/n': state.texts.map(({ n }) => String(n)),
        entryId: state.lateEntries.map(({ entryId }) => entryId),
      },
      bar: (said: SaidByNumber, { actor }) => ask(withNumber<SettlementCommand>(said), actor),
    };
  }

  private async find(
    caseId: CaseId,
    asOf?: Instant,
  ): Promise<OpenSettlement & { readonly access: Required<CaseAccess> }> {
    const { state, revision, known } = await this.settlements.read(caseId, asOf);
    if (state.status !== 'filed') throw notFound();
    const { parties } = state;
    return {
      state,
      revision,
      facts: known.count,
      access: {
        stage: 'filed',
        parties,
        filer: parties.complainant,
        nominated: [],
        seated: [],
        heard: state.conciliators.flatMap(({ picks }) => picks.map(({ person }) => person)),
      },
    };
  }
}

/** For an act of the settlement: its decider says, without the act's body, whether it may be done. */
export const asksSettlement = (type: SettlementCommand['type']): Asks => ({
  of: SettlementGate,
  commands: [{ type }],
});

const isAppointed = ({ conciliators }: FiledSettlement, caller: Caller): boolean =>
  hasRole(caller, 'conciliator') && appointedConciliators(conciliators).includes(caller.personId);

/** How a caller who was let in sees the conciliators. */
export const readerOf = (state: FiledSettlement, caller: Caller): ConciliatorsReader =>
  hasRole(caller, 'conciliator')
    ? { readsProposals: isAppointed(state, caller), person: caller.personId }
    : { readsProposals: hasRole(caller, 'desk') || hasRole(caller, 'auditor') };

const notFound = (): ProblemError => ProblemError.refused(refuse(accessRefusals.notFound));
