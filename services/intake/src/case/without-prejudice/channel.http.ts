import { Inject, Injectable } from '@nestjs/common';
import { actorOf, mayRead, type PersonCaller } from '@parley/access';
import { ProblemError, type AskedPart, type Asks, type BarsActs, type Params, type ReceivedAct } from '@parley/http';
import { refuse, type CaseId } from '@parley/kernel';
import type { FiledCase } from '../case-commands.rules';
import { admitToCase, CaseGate, type AdmittedAct } from '../case-gate.http';
import { Cases, Channels } from '../../repositories';
import { channelRefusals, type ChannelCommand, type InCase } from './without-prejudice.rules';

/** The channel opens only when its case is registered. */
export const notRegistered = () => refuse(channelRefusals.notRegistered);

/** Before its registration a case has no consultations in which anything could be said. */
const registeredBar = (state: FiledCase) => ('registration' in state ? undefined : notRegistered());

/** Admits the desks to the channel of a case. */
@Injectable()
export class ChannelGate implements BarsActs {
  constructor(
    @Inject(Channels) private readonly channels: Channels,
    @Inject(Cases) private readonly cases: Cases,
    @Inject(CaseGate) private readonly gate: CaseGate,
  ) {}

  /** A registered case stays registered, so no later event can overtake what is read here. */
  async admit(caseId: CaseId, received: ReceivedAct): Promise<AdmittedAct & { readonly inCase: InCase }> {
    const admitted = await admitToCase(this.gate, this.cases, caseId, received);
    const { state } = await this.gate.open(caseId, received.caller);
    const bar = registeredBar(state);
    if (bar) throw ProblemError.refused(bar);
    return { ...admitted, inCase: { caseId, parties: state.parties } };
  }

  /** What is said in the channel counts for the two desks alone; nobody else is asked about it. */
  async openToAsk(params: Params, caller: PersonCaller): Promise<AskedPart> {
    const part = await this.gate.openToAsk(params, caller);
    if (!mayRead('DESKS', caller, part.access)) return part;
    const caseId = params['caseId'] as CaseId;
    const [{ state }, channel, ask] = await Promise.all([
      this.cases.read(caseId),
      this.channels.read(caseId),
      this.channels.asked(caseId, actorOf(caller, 'desk')),
    ]);
    if (state.status === 'unfiled') return part;
    const closed = registeredBar(state);
    return {
      ...part,
      things: { ...part.things, statementId: channel.state.map(({ id }) => id) },
      bar: (said, { actor }) => closed ?? ask({ ...said, caseId, parties: state.parties }, actor),
    };
  }
}

/** For an act in the channel: the case says whether that is open, and its decider whether the act may be done there. */
export const asksChannel = (type: ChannelCommand['type']): Asks => ({ of: ChannelGate, commands: [{ type }] });
