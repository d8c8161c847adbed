import { Inject, Injectable } from '@nestjs/common';
import type { PersonCaller } from '@parley/access';
import type { AskedPart, BarsActs, Params } from '@parley/http';
import type { Act } from '../case-commands.rules';
import { inForce, type Delegation } from '../../registry/delegations/delegations.rules';
import { PartyRegisters } from '../../repositories';
import { CaseGate } from '../case-gate.http';

/** Who repudiates: only the head of a delegation may, as its side's register stands. */
@Injectable()
export class RepudiationDesk implements BarsActs {
  constructor(
    @Inject(CaseGate) private readonly gate: CaseGate,
    @Inject(PartyRegisters) private readonly registers: PartyRegisters,
  ) {}

  async isHead(act: Act): Promise<boolean> {
    return isHeadIn(await this.registerOf(act), act);
  }

  async openToAsk(params: Params, caller: PersonCaller): Promise<AskedPart> {
    const [part, register] = await Promise.all([this.gate.openToAsk(params, caller), this.registerOf(caller)]);
    return { ...part, bar: (said, may) => part.bar({ ...said, isHead: isHeadIn(register, said as Act) }, may) };
  }

  private async registerOf({ party }: Pick<Act, 'party'>): Promise<readonly Delegation[]> {
    return party === null ? [] : (await this.registers.read(party)).state.delegations;
  }
}

const isHeadIn = (register: readonly Delegation[], { by, receivedAt }: Act): boolean =>
  register.some((each) => each.scope === 'head' && each.personId === by && inForce(each, receivedAt));
