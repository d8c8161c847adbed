import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import type { CaseId } from '@parley/kernel';
import { Act, Received, UuidParam, type Answer, type ReceivedAct } from '@parley/http';
import { EvidenceDesk } from '../application/evidence-desk';
import { FileExhibitHandler } from '../application/file-exhibit.handler';
import { hiddenLayer, passageIn } from '../domain/public-version/layer-refusals';
import { refusals } from '../domain/refusals';
import { answerWith } from './answer-with-exhibit';
import { EvidenceGate } from './evidence-gate';
import { CustodyRequest, PublicVersionRequest } from './exhibit.request';
import { ExhibitShown } from './exhibit.response';
import { custodyEntry, namedPublicVersion } from './incoming-exhibit';

/** What happens to an exhibit after it was filed. */
@ApiTags('Evidence')
@ApiParam({ name: 'number', description: 'Number of the exhibit.', example: 'USA-1' })
@Controller('v1/cases/:caseId/exhibits/:number')
export class ExhibitActsController {
  constructor(
    @Inject(EvidenceDesk) private readonly desk: EvidenceDesk,
    @Inject(FileExhibitHandler) private readonly filings: FileExhibitHandler,
    @Inject(EvidenceGate) private readonly gate: EvidenceGate,
  ) {}

  @Act({
    post: 'custody',
    as: ['desk', 'registry'],
    rule: 'I-34',
    refuses: [
      refusals.unknownExhibit,
      refusals.notYourExhibit,
      refusals.custodyInFuture,
      refusals.custodyOutOfOrder,
      refusals.custodyChainBroken,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
    ],
  })
  @ApiOperation({
    summary: 'Enter that an exhibit changed hands',
    description:
      'By the party that filed it, or the registry. `from` is the last `to` of the record, so the chain ' +
      'is unbroken; also after the screening has ended.',
  })
  @ApiOkResponse({ type: ExhibitShown })
  async handOver(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Param('number') number: string,
    @Body() body: CustodyRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ExhibitShown>> {
    const { act, role, context } = await this.gate.admit(caseId, received);
    const entry = custodyEntry(body, act);
    const outcome = await this.desk.act(
      caseId,
      { type: 'HandOverCustody', ...act, asRegistry: role === 'registry', number, entry },
      context,
    );
    return answerWith(outcome, number);
  }

  @Act({
    post: 'public-version',
    as: ['desk'],
    rule: 'I-41',
    refuses: [
      refusals.unknownExhibit,
      refusals.notYourExhibit,
      refusals.publicVersionExists,
      refusals.publicAlready,
      refusals.exhibitWithdrawn,
      refusals.publicVersionIdentical,
      refusals.publicVersionUncheckable,
      refusals.publicVersionTooLarge,
      refusals.nothingNamed,
      refusals.passageTooShort,
      ...Object.values(passageIn),
      ...Object.values(hiddenLayer),
      refusals.uploadUnknown,
      refusals.digestDiffers,
      refusals.screeningEnded,
      refusals.longStopPassed,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
    ],
  })
  @ApiOperation({
    summary: 'File a public version of an exhibit',
    description:
      'By the party that filed it, once, with coded reasons for what was left out. Every layer of the ' +
      'file is searched for it: text, metadata, annotations, bookmarks, ' +
      'attachments, earlier revisions, comments, tracked changes, what is hidden. The original is never changed.',
  })
  @ApiOkResponse({ type: ExhibitShown })
  async publish(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Param('number') number: string,
    @Body() body: PublicVersionRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ExhibitShown>> {
    const { act, context } = await this.gate.admit(caseId, received);
    return answerWith(
      await this.filings.publish(caseId, { ...act, number, ...namedPublicVersion(body) }, context),
      number,
    );
  }
}
