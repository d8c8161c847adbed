import type { Readable } from 'node:stream';
import { Body, Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import { Roles } from '@parley/auth';
import {
  Act,
  CurrentCaller,
  LateClaims,
  LateEntriesShown,
  LateEntryAnswerRequest,
  ORIGINAL_BYTES,
  personOf,
  ProblemError,
  PURPOSE_HEADER,
  Reading,
  Received,
  Refuses,
  respond,
  sendOriginal,
  showLateEntries,
  UuidParam,
  type Answer,
  type ReceivedAct,
} from '@parley/http';
import type { CaseId } from '@parley/kernel';
import { ofAnswers, ofOriginals, originalFor } from '@parley/procedure';
import type { FastifyReply, FastifyRequest } from 'fastify';
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
    @Inject(LateClaims) private readonly late: LateClaims,
    @Inject(Reading) private readonly reading: Reading,
  ) {}

  @Get()
  @Roles({ rule: 'I-67' }, 'desk', 'registry', 'cohead', 'auditor')
  @ApiOperation({
    summary: 'See what was entered late about evidence',
    description: 'With what became of it.',
  })
  @ApiHeader(PURPOSE_HEADER)
  @ApiOkResponse({ type: LateEntriesShown })
  @Refuses(accessRefusals.notFound)
  async entries(
    @UuidParam('caseId') caseId: CaseId,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<LateEntriesShown> {
    const { state } = await this.gate.open(caseId, caller);
    await this.reading.note(caseId, [{ subject: 'late-entries', what: 'content', tier: 'PARTIES' }], caller, request);
    return showLateEntries(state.lateEntries);
  }

  @Get(':entryId/original')
  @Roles({ rule: 'I-67' }, 'registry')
  @ApiOperation({
    summary: 'Read the original of a late entry about evidence',
    description: 'By the registry officers of the side that answers it: its bytes, checked against their digest.',
  })
  @ApiHeader(PURPOSE_HEADER)
  @ApiProduces('application/octet-stream')
  @ApiOkResponse(ORIGINAL_BYTES)
  @Refuses(accessRefusals.notFound, ...ofOriginals)
  async original(
    @UuidParam('caseId') caseId: CaseId,
    @UuidParam('entryId') entryId: string,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    const { state } = await this.gate.open(caseId, caller);
    const original = originalFor(entryId, personOf(caller).party, state.lateEntries);
    if (typeof original !== 'string') throw ProblemError.refused(original);
    const subject = `late-entry:${entryId}`;
    await this.reading.note(caseId, [{ subject, what: 'content', tier: 'PARTIES' }], caller, request);
    return sendOriginal(this.late, original, reply);
  }

  @Act({
    post: ':entryId/answer',
    as: ['registry'],
    rule: 'I-67',
    decides: answerEntry,
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
  async answer(
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
