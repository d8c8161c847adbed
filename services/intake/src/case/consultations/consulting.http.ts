import { Inject, Injectable } from '@nestjs/common';
import { hasRole, type Caller, type PersonCaller } from '@parley/access';
import {
  CLOCK,
  ProblemError,
  type AskedPart,
  type Asks,
  type BarsActs,
  type Params,
  type ReceivedAct,
} from '@parley/http';
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
    const refused = (await this.designation(caseId, received.caller))(callId, received.receivedAt);
    if (refused) throw ProblemError.refused(refused);
    return admitted;
  }

  async openToAsk(params: Params, caller: PersonCaller): Promise<AskedPart> {
    const part = await this.gate.openToAsk(params, caller);
    const barOfCaller = await this.designation(params['caseId'] as CaseId, caller);
    return {
      ...part,
      bar: (said: { readonly callId?: string; readonly receivedAt?: Instant }, may) =>
        part.bar(said, may) ?? (said.receivedAt && barOfCaller(said.callId, said.receivedAt)),
    };
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
  private async designation(
    caseId: CaseId,
    caller: PersonCaller,
  ): Promise<(callId: string | undefined, at: Instant) => Refused | undefined> {
    const { party, personId } = caller;
    if (party === null || isOfRegistry(caller)) return () => undefined;
    const state = filedCase((await this.cases.read(caseId)).state);
    const register = (await this.registers.read(party)).state;
    return (callId, at) => {
      const call = callsOf(state).find(({ id }) => id === callId);
      const bar = designationBar(register, [levelOf(state, at), ...(call ? [call.level] : [])], { personId, at });
      return bar.kind === 'refused' ? bar : undefined;
    };
  }

  private async designatedBy(party: PartyCode, level: Level, at: Instant): Promise<DesignatedShown> {
    return { party, persons: designatedFor((await this.registers.read(party)).state, level, at) };
  }
}

const isOfRegistry = (caller: Caller): boolean => hasRole(caller, 'registry');

const levelOf = (state: FiledCase, at: Instant): Level =>
  levelAt(state, ('exchange' in state ? state.exchange : undefined)?.consultations.level ?? 'officials', at);

/** For a call: the decider of the case says whether it may be done, and the register whether by this caller. */
export const asksConsulting = (type: ConsultationsCommand['type']): Asks => ({
  of: ConsultingGate,
  commands: [{ type }],
});
