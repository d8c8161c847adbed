import { Body, Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiSchema, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import { Roles } from '@parley/auth';
import {
  BilingualShown,
  Act,
  atRevision,
  CurrentCaller,
  Logged,
  NestedField,
  Received,
  Refuses,
  respond,
  Shown,
  TextField,
  UuidParam,
  type Answer,
  type ReceivedAct,
} from '@parley/http';
import type { CaseId } from '@parley/kernel';
import { Cases } from '../../repositories';
import type { CaseState } from '../case-commands.rules';
import { asksCase, admitToCase, CaseGate } from '../case-gate.http';
import { refusals } from '../refusals.rules';
import { jointProposalActs, jointProposalOf } from './joint-proposal.rules';

@ApiSchema({ description: 'The text of a joint proposal in both languages.' })
class JointProposalTextRequest {
  @TextField({
    meaning: 'In English.',
    example: 'Both measures are phased out over two years.',
    max: 20_000,
    multiline: true,
  })
  readonly en: string;

  @TextField({ meaning: 'In Chinese.', example: '两项措施均在两年内逐步取消。', max: 20_000, multiline: true })
  readonly 'zh-Hans': string;
}

class JointProposalRequest {
  @NestedField(() => JointProposalTextRequest, {
    meaning: 'The whole proposal in both languages, which are equal. The other co-head signs the same, to the letter.',
    example: { en: 'Both measures are phased out over two years.', 'zh-Hans': '两项措施均在两年内逐步取消。' },
  })
  readonly text: JointProposalTextRequest;
}

const STATUSES = ['not-asked', 'awaited', 'put', 'none'] as const;

@ApiSchema({ description: 'The co-heads’ joint proposal.' })
class JointProposalShown {
  @Shown({
    meaning:
      'Whether consultations have come to the co-heads; whether a proposal is awaited, was put to both sides, or was ' +
      'not put in time.',
    values: STATUSES,
    example: 'put',
  })
  readonly status: string;

  @Shown({
    meaning: 'When their time ends (UTC); `null` while it does not run.',
    format: 'date-time',
    nullable: true,
  })
  readonly dueAt: string | null;

  @Shown({
    meaning: 'Parties whose co-head has signed a text.',
    type: () => String,
    list: true,
    kind: 'party',
  })
  readonly signedBy: readonly string[];

  @Shown({ meaning: 'When it was put to both sides (UTC).', format: 'date-time', nullable: true })
  readonly putAt: string | null;

  @Shown({
    meaning: 'What was put to them, without prejudice; `null` until both have signed it.',
    type: () => BilingualShown,
    nullable: true,
  })
  readonly text: BilingualShown | null;

  @Shown({
    meaning: 'What both signed: SHA-256 over the canonical JSON of `{case, jointProposal}`.',
    kind: 'digest',
    nullable: true,
  })
  readonly digest: string | null;
}

function showJointProposal(state: CaseState): JointProposalShown {
  const joint = jointProposalOf(state);
  const due = state.status === 'registered' ? state.running['joint-proposal'] : undefined;
  const escalated = state.status === 'registered' && state.exchange.consultations.level === 'coheads';
  return {
    status: joint?.put ? 'put' : joint?.missedAt ? 'none' : due || escalated ? 'awaited' : 'not-asked',
    dueAt: due?.dueAt ?? null,
    signedBy: [...new Set(joint?.signatures.map(({ party }) => party))],
    putAt: joint?.put?.at ?? null,
    text: joint?.put?.text ?? null,
    digest: joint?.put?.digest ?? null,
  };
}

/** S5: what the co-heads propose to both sides when consultations have come to them. The panel is not told of it. */
@ApiTags('Consultations')
@Controller('v1/cases/:caseId/consultations/joint-proposal')
export class JointProposalController {
  constructor(
    @Inject(Cases) private readonly cases: Cases,
    @Inject(CaseGate) private readonly gate: CaseGate,
  ) {}

  @Get()
  @Roles({ rule: 'I-45' }, 'desk', 'cohead', 'auditor')
  @Logged({ subject: 'joint-proposal', tier: 'DESKS' })
  @ApiOperation({
    summary: 'Read the co-heads’ joint proposal',
    description:
      'By the two desks, their auditors and the co-heads alone. It is without prejudice: a party that wants the ' +
      'panel to read of it says it at /v1/cases/{caseId}/without-prejudice, and both consent to lay that open.',
  })
  @ApiOkResponse({ type: JointProposalShown })
  @Refuses(accessRefusals.notFound)
  async readJointProposal(
    @UuidParam('caseId') caseId: CaseId,
    @CurrentCaller() caller: Caller,
  ): Promise<Answer<JointProposalShown>> {
    const { state, revision } = await this.gate.open(caseId, caller);
    return atRevision(showJointProposal(state), revision);
  }

  @Act({
    post: 'signatures',
    signed: true,
    as: ['cohead'],
    rule: 'I-04',
    decides: jointProposalActs.SignJointProposal,
    asks: asksCase('SignJointProposal'),
    refuses: [
      refusals.jointProposalNotAsked,
      refusals.jointProposalLate,
      refusals.jointProposalPut,
      refusals.jointProposalDiffers,
      refusals.jointProposalTooOften,
      refusals.signedAlready,
      refusals.signsForBoth,
      refusals.defaultPending,
      refusals.screeningEnded,
      refusals.suspended,
      refusals.notAParty,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
    ],
  })
  @ApiOperation({
    summary: 'Sign a joint proposal as a co-head',
    description:
      'From when consultations have come to the co-heads until 5 joint business days after their end. Who signs ' +
      'first may sign another text instead. When the other signs the same text, it is put to both sides at that ' +
      'instant; unsigned, the record says that none was put. Nothing waits for it.',
  })
  @ApiOkResponse({ type: JointProposalShown })
  async signJointProposal(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { text: { en, 'zh-Hans': zh } }: JointProposalRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<JointProposalShown>> {
    const { act, context } = await admitToCase(this.gate, this.cases, caseId, received);
    const command = { type: 'SignJointProposal', ...act, text: { en, 'zh-Hans': zh } } as const;
    return respond(await this.cases.act(caseId, command, context), ({ state }) => showJointProposal(state));
  }
}
