import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import {
  Act,
  IntField,
  ReasonField,
  reasonOf,
  ReasonRequest,
  Received,
  Sha256Field,
  TextField,
  UuidParam,
  type Answer,
  type ReceivedAct,
} from '@parley/http';
import type { CaseId, Sha256 } from '@parley/kernel';
import { showOutcome } from '../panel/show-panel.response';
import { Panels } from '../panel/repositories';
import { asksPanel, PanelGate, signatoriesOf } from '../panel/panel.http';
import { PanelShown } from '../panel/panel.response';
import { refusals } from '../panel/refusals.rules';
import { anyAct } from '../panel/show-panel.response';
import { proposeExtension, signExtension } from './extensions-acts.rules';

class PanelExtensionRequest {
  @TextField({
    meaning: 'Id of the deadline within the case, as `GET …/panel` shows it.',
    example: 'review',
    max: 100,
    pattern: /^[a-z][A-Za-z0-9:-]*$/,
  })
  readonly deadline: string;

  @IntField({
    meaning: 'By how much, in the deadline’s own unit; at most what its clock allows, and once.',
    example: 5,
    min: 1,
    max: 1_000,
  })
  readonly by: number;

  @ReasonField({
    meaning: 'Why, in either language or in both; it is shown to the public with the new date.',
    example: { en: 'The interpreters are ill.', 'zh-Hans': '译员患病。' },
  })
  readonly reason: ReasonRequest;
}

class ExtensionSignatureRequest {
  @Sha256Field({
    meaning: 'Digest of the proposal, as it is shown: the signature is over this.',
    example: '5e1d6bd7'.repeat(8),
  })
  readonly digest: Sha256;
}

const EXTENDING = { as: ['desk', 'cohead'], rule: 'I-20' } as const;
const ofClocks = [
  refusals.noSuchDeadline,
  refusals.extensionAfterExpiry,
  refusals.clockNotExtendable,
  refusals.extensionTooLong,
  refusals.extensionPastEvidence,
] as const;

/** I-20: deadlines of the panel that end later, by consent of both parties or by joint decision of the co-heads. */
@ApiTags('Panel')
@Controller('v1/cases/:caseId/panel/extensions')
export class ExtensionsController {
  constructor(
    @Inject(Panels) private readonly panels: Panels,
    @Inject(PanelGate) private readonly gate: PanelGate,
  ) {}

  @Act({
    post: '',
    signed: true,
    ...EXTENDING,
    decides: proposeExtension,
    asks: asksPanel({ type: 'ProposeExtension' }),
    refuses: [
      ...ofClocks,
      refusals.extensionProposed,
      refusals.tooManyExtensions,
      refusals.notAParty,
      refusals.notACoHead,
      ...anyAct,
    ],
  })
  @ApiOperation({
    summary: 'Propose that a deadline of the panel end later',
    description:
      'By the desk of a party, or by one co-head. Before it expires, within the maximum of its clock, ' +
      'once. It takes effect when the other party, or the other co-head, signs over the same digest; ' +
      'unsigned, it lapses with the deadline.',
  })
  @ApiOkResponse({ type: PanelShown })
  async proposePanelExtension(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { deadline, by, reason }: PanelExtensionRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<PanelShown>> {
    const { act, role, context } = await this.gate.admit(caseId, received);
    const command = {
      type: 'ProposeExtension',
      ...act,
      signatories: signatoriesOf(role),
      deadline,
      length: by,
      reason: reasonOf(reason),
    } as const;
    return showOutcome(await this.panels.act(caseId, command, context), received.caller);
  }

  @Act({
    post: ':extensionId/signatures',
    signed: true,
    ...EXTENDING,
    decides: signExtension,
    asks: asksPanel({ type: 'SignExtension' }),
    refuses: [
      refusals.unknownExtension,
      refusals.signedByOthers,
      refusals.alreadySigned,
      refusals.signsForBoth,
      refusals.extensionSigned,
      refusals.digestDiffers,
      ...ofClocks,
      refusals.notAParty,
      refusals.notACoHead,
      ...anyAct,
    ],
  })
  @ApiParam({ name: 'extensionId', description: 'Id of the proposal within the case.', example: 'extension:1' })
  @ApiOperation({
    summary: 'Sign an extension',
    description:
      'By the desk of the other party, or by the other co-head, over the digest of the proposal as it is ' +
      'shown, while the deadline runs.',
  })
  @ApiOkResponse({ type: PanelShown })
  async signPanelExtension(
    @UuidParam('caseId') caseId: CaseId,
    @Param('extensionId') extensionId: string,
    @Body() { digest }: ExtensionSignatureRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<PanelShown>> {
    const { act, role, context } = await this.gate.admit(caseId, received);
    const command = {
      type: 'SignExtension',
      ...act,
      signatories: signatoriesOf(role),
      extensionId,
      digest,
    } as const;
    return showOutcome(await this.panels.act(caseId, command, context), received.caller);
  }
}
