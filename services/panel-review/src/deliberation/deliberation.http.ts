import { Inject, Injectable } from '@nestjs/common';
import { actorOf, refusals as accessRefusals, type PersonCaller } from '@parley/access';
import type { AskedPart, Asks, BarsActs, Params } from '@parley/http';
import { PanelGate } from '../panel/panel.http';
import { Deliberations } from '../panel/repositories';
import type { DeliberationAct } from './votes.rules';
import { refusals } from '../panel/refusals.rules';

/** Refusals that several acts in deliberation share. */
export const over = [
  refusals.screeningEnded,
  refusals.screeningSuspended,
  refusals.longStopPassed,
  refusals.panelImpossible,
  refusals.twoCapacities,
] as const;
export const seen = [accessRefusals.notFound, accessRefusals.notYourRole, accessRefusals.twoCapacities] as const;
export const seated = [refusals.notSeated, refusals.challenged, refusals.deliberationClosed] as const;
export const ended = [refusals.notDeciding, refusals.votingOver] as const;
export const deciding = [...ended, refusals.unknownClaim, refusals.claimWithdrawn, refusals.claimAwaitsReply] as const;

/** Answers whether an act in deliberation may be done, on the panel as it stands. */
@Injectable()
export class DeliberationGate implements BarsActs {
  constructor(
    @Inject(PanelGate) private readonly gate: PanelGate,
    @Inject(Deliberations) private readonly deliberations: Deliberations,
  ) {}

  async openToAsk(params: Params, caller: PersonCaller): Promise<AskedPart> {
    const { panel, ...part } = await this.gate.openToAsk(params, caller);
    const ask = await this.deliberations.asked(panel.caseId, actorOf(caller, 'panel'));
    return { ...part, bar: (said, { actor }) => ask({ ...said, panel }, actor) };
  }
}

export const asksDeliberation = (type: DeliberationAct['type']): Asks => ({
  of: DeliberationGate,
  commands: [{ type }],
});
