import type { Readable } from 'node:stream';
import { Body, Controller, Inject, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import {
  Act,
  CurrentCaller,
  ANSWERING_LATE_ENTRIES,
  LateReadings,
  ListsLateEntries,
  ReadsLateOriginal,
  LateEntriesShown,
  LateEntryAnswerRequest,
  Received,
  respond,
  showLateEntries,
  UuidParam,
  type Answer,
  type ReceivedAct,
} from '@parley/http';
import type { CaseId } from '@parley/kernel';
import { ofAnswers } from '@parley/procedure';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { asksEvidence } from '../casefile/asked-evidence.http';
import { EvidenceGate } from '../casefile/casefile.http';
import { Casefiles } from '../casefile/casefiles';
import { refusals } from '../casefile/refusals.rules';
import { answerEntry } from './late-entries.rules';

/** Translations that came by another channel, which the registry of the other side confirms or refuses. */
@ApiTags('Late entries')
@Controller('v1/cases/:caseId/evidence/late-entries')
export class EvidenceLateEntriesController {
  constructor(
    @Inject(Casefiles) private readonly casefiles: Casefiles,
    @Inject(EvidenceGate) private readonly gate: EvidenceGate,
    @Inject(LateReadings) private readonly late: LateReadings,
  ) {}

  @ListsLateEntries('about evidence')
  async listLateEntriesOfEvidence(
    @UuidParam('caseId') caseId: CaseId,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<LateEntriesShown> {
    const { state } = await this.gate.open(caseId, caller);
    return this.late.list({ id: caseId, entries: state.lateEntries, caller, request });
  }

  @ReadsLateOriginal('about evidence')
  async downloadLateEntryOfEvidence(
    @UuidParam('caseId') caseId: CaseId,
    @UuidParam('entryId') entryId: string,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    const { state } = await this.gate.open(caseId, caller);
    return this.late.original(entryId, { id: caseId, entries: state.lateEntries, caller, request }, reply);
  }

  @Act({
    post: ':entryId/answer',
    ...ANSWERING_LATE_ENTRIES,
    decides: answerEntry,
    asks: asksEvidence('AnswerLateEntry'),
    refuses: [
      ...ofAnswers,
      refusals.unknownExhibit,
      refusals.unknownDocument,
      refusals.notYourExhibit,
      refusals.notYourDocument,
      refusals.exhibitWithdrawn,
      refusals.translationUploadUsed,
      refusals.translationIntoOwnLanguage,
      refusals.translationIdentical,
      refusals.tooManyTranslations,
      refusals.uploadUnknown,
      refusals.digestDiffers,
      refusals.contentNotItsType,
      refusals.custodyInFuture,
      refusals.custodyOutOfOrder,
      refusals.custodyChainBroken,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
    ],
  })
  @ApiOperation({
    summary: 'Confirm or refuse a late entry about evidence',
    description:
      'By a registry officer of the other side, over the digest of the original. Confirmed, the translation is as of ' +
      'when it came: it was not missing and is not late (I-19). Not answered in time it does not count.',
  })
  @ApiOkResponse({ type: LateEntriesShown })
  async answerLateEntryOfEvidence(
    @UuidParam('caseId') caseId: CaseId,
    @UuidParam('entryId') entryId: string,
    @Body() { verdict, original, reason }: LateEntryAnswerRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<LateEntriesShown>> {
    const { act, context } = await this.gate.admit(caseId, received);
    const command = { type: 'AnswerLateEntry', ...act, entryId, verdict, original, reason } as const;
    return respond(await this.casefiles.act(caseId, command, context), ({ state }) =>
      showLateEntries(state.status === 'unknown' ? [] : state.lateEntries),
    );
  }
}
