import { Inject, Injectable } from '@nestjs/common';
import { hasRole, type Caller } from '@parley/access';
import { CLOCK, ProblemError, type AskedAct, type Asks, type BarsActs, type ReceivedAct } from '@parley/http';
import { type CaseId, type Clock, type Instant, type PartyCode, type Refused } from '@parley/kernel';
import { Cases, PartyRegisters } from '../../repositories';
import type { FiledCase } from '../case-commands.rules';
import { admitToCase, CaseGate, type AdmittedAct } from '../case-gate.http';
import { filedCase } from '../show-case.response';
import { callsOf, type ConsultationsCommand } from './consultations.rules';
import type { DesignatedShown } from './consultations.response';
import { designatedFor, designationBar } from './designated.rules';
import { levelAt, type Level } from './time-of-call.rules';

/** Admits to calls who is designated for them in the register of its side, and shows whom each side has designated. */
@Injectable()
export class ConsultingGate implements BarsActs {
  constructor(
    @Inject(Cases) private readonly cases: Cases,
    @Inject(CaseGate) private readonly gate: CaseGate,
    @Inject(PartyRegisters) private readonly registers: PartyRegisters,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws ProblemError 404, or 403 with the rule's name */
  async admit(caseId: CaseId, received: ReceivedAct, callId?: string): Promise<AdmittedAct> {
    const admitted = await admitToCase(this.gate, this.cases, caseId, received);
    const refused = await this.barOfCaller(caseId, received, callId);
    if (refused) throw ProblemError.refused(refused);
    return admitted;
  }

  async barTo(asked: AskedAct): Promise<Refused | undefined> {
    const { caseId, callId } = asked.params;
    return (await this.gate.barTo(asked)) ?? this.barOfCaller(caseId as CaseId, asked, callId);
  }

  /** Whom each side, the complainant first, has designated by now for the level at which a case is consulted about. */
  async designatedIn(state: FiledCase): Promise<readonly DesignatedShown[]> {
    const now = this.clock.now();
    const { complainant, respondent } = state.parties;
    return Promise.all([complainant, respondent].map((party) => this.designatedBy(party, levelOf(state, now), now)));
  }

  /**
   * A call may be taken by whom it was offered to, or who consults by now: otherwise a side could rise a level in the
   * minute before it, and nobody would be there to answer. What came by another channel a registry officer enters.
   */
  private async barOfCaller(
    caseId: CaseId,
    { caller, receivedAt }: Pick<ReceivedAct | AskedAct, 'caller' | 'receivedAt'>,
    callId: string | undefined,
  ): Promise<Refused | undefined> {
    const { party, personId } = caller;
    if (party === null || isOfRegistry(caller)) return undefined;
    const state = filedCase((await this.cases.read(caseId)).state);
    const call = callsOf(state).find(({ id }) => id === callId);
    const levels = [levelOf(state, receivedAt), ...(call ? [call.level] : [])];
    const register = (await this.registers.read(party)).state;
    const bar = designationBar(register, levels, { personId, at: receivedAt });
    return bar.kind === 'refused' ? bar : undefined;
  }

  private async designatedBy(party: PartyCode, level: Level, at: Instant): Promise<DesignatedShown> {
    return { party, persons: designatedFor((await this.registers.read(party)).state, level, at) };
  }
}

const isOfRegistry = (caller: Caller): boolean => hasRole(caller, 'registry');

const levelOf = (state: FiledCase, at: Instant): Level =>
  levelAt(state, ('exchange' in state ? state.exchange : undefined)?.consultations.level ?? 'officials', at);

/** For a call: the decider of the case says whether it may be done, and the register whether by this caller. */
export const asksConsulting = (type: ConsultationsCommand['type']): Asks => ({ of: ConsultingGate, command: { type } });
