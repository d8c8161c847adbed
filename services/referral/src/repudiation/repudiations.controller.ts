import { Body, Controller, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import type { Delegations } from '@parley/auth';
import {
  Act,
  CLOCK,
  DELEGATIONS,
  Received,
  respond,
  TextField,
  UuidParam,
  type Answer,
  type ReceivedAct,
} from '@parley/http';
import type { CaseId, Clock } from '@parley/kernel';
import { repudiationRefusals } from '@parley/procedure';
import { ReferralGate } from '../referral/referral.http';
import { ReferralShown } from '../referral/referral.response';
import { refusals } from '../referral/refusals.rules';
import { Referrals, Settlements } from '../referral/repositories';
import { filedReferral, showReferral } from '../referral/show-referral.response';
import { SettlementGate } from '../settlement/settlement.http';
import { filedSettlement, SettlementShown, showSettlement } from '../settlement/settlement.response';
import { repudiateSignature } from './repudiate-signature.rules';
import { repudiateAct } from './repudiation.rules';

class ReferralRepudiationRequest {
  @TextField({ meaning: 'The act: `exit-notice`.', example: 'exit-notice', max: 100 })
  readonly act: string;
}

class SignatureRepudiationRequest {
  @TextField({ meaning: 'The text whose signature it is, as `text:` and its number.', example: 'text:1', max: 100 })
  readonly act: string;
}

const REFUSES = [
  repudiationRefusals.notByTheHead,
  repudiationRefusals.unknownAct,
  repudiationRefusals.actOfTheOther,
  repudiationRefusals.repudiatedAlready,
  repudiationRefusals.notRepudiable,
  repudiationRefusals.repudiatedLate,
  refusals.notAParty,
  accessRefusals.notFound,
  accessRefusals.notYourRole,
];

/** A side declares that its exit notice was not its own. */
@ApiTags('Repudiation')
@Controller('v1/cases/:caseId/referral/repudiations')
export class ReferralRepudiationsController {
  constructor(
    @Inject(Referrals) private readonly referrals: Referrals,
    @Inject(ReferralGate) private readonly gate: ReferralGate,
    @Inject(DELEGATIONS) private readonly delegations: Delegations,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Act({
    post: '',
    signed: true,
    as: ['desk'],
    rule: 'I-67',
    decides: repudiateAct,
    refuses: REFUSES,
  })
  @ApiOperation({
    summary: 'Repudiate an exit notice given in one’s own name',
    description:
      'By the head of the delegation, for 5 joint business days after it was recorded. From then on it counts as not ' +
      'given: a dossier that rests on it alone waits for another basis, and one that has issued stands. The ' +
      'delegation under which it was given ends. Another notice can be given at any time (I-53).',
  })
  @ApiOkResponse({ type: ReferralShown })
  async repudiateExitNotice(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { act: repudiated }: ReferralRepudiationRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ReferralShown>> {
    const { caller } = received;
    const { act, context } = await this.gate.admit(caseId, received);
    const { access } = await this.gate.open(caseId, caller);
    const isHead = act.party !== null && (await this.delegations.isHead(act.party, act.by, act.receivedAt));
    const command = { type: 'RepudiateAct', ...act, act: repudiated, isHead } as const;
    const outcome = await this.referrals.act(caseId, command, context);
    return respond(outcome, ({ state }) =>
      showReferral(caseId, filedReferral(state), { caller, access }, this.clock.now()),
    );
  }
}

/** A side declares that its signature of a settlement was not its own. */
@ApiTags('Repudiation')
@Controller('v1/cases/:caseId/settlement/repudiations')
export class SettlementRepudiationsController {
  constructor(
    @Inject(Settlements) private readonly settlements: Settlements,
    @Inject(SettlementGate) private readonly gate: SettlementGate,
    @Inject(DELEGATIONS) private readonly delegations: Delegations,
  ) {}

  @Act({ post: '', signed: true, as: ['desk'], rule: 'I-67', decides: repudiateSignature, refuses: REFUSES })
  @ApiOperation({
    summary: 'Repudiate a signature of a settlement text given in one’s own name',
    description:
      'By the head of the delegation, for 5 joint business days after it was recorded. From then on it counts as not ' +
      'given: a settlement that rested on it is undone, with what it obliged to, and the screening that it had ended ' +
      'goes on. No clock comes back to this side; the other has at least 5 joint business days for what fell due ' +
      'meanwhile. The delegation under which it was given ends. The text can be signed anew.',
  })
  @ApiOkResponse({ type: SettlementShown })
  async repudiateSettlementSignature(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { act: repudiated }: SignatureRepudiationRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<SettlementShown>> {
    const { act, context } = await this.gate.admit(caseId, received);
    const isHead = act.party !== null && (await this.delegations.isHead(act.party, act.by, act.receivedAt));
    const outcome = await this.settlements.act(
      caseId,
      { type: 'RepudiateAct', ...act, act: repudiated, isHead },
      context,
    );
    return respond(outcome, ({ state }) => showSettlement(caseId, filedSettlement(state)));
  }
}
