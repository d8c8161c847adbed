import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import type { CaseId } from '@parley/kernel';
import { Act, Received, Refuses, UuidParam, type Answer, type ReceivedAct } from '@parley/platform';
import { EvidenceDesk } from '../application/evidence-desk';
import { FileExhibitHandler } from '../application/file-exhibit.handler';
import { refusals } from '../domain/refusals';
import { DocumentShown } from './documents.response';
import { EvidenceGate } from './evidence-gate';
import { namedTranslation, textOf } from './incoming-exhibit';
import { ordinalOf } from './ordinal';
import { answerWithDocument } from './show-document';
import { TranslationAnswerRequest, TranslationChallengeRequest, TranslationRequest } from './translation.request';

const TRANSLATING = { as: ['desk'], rule: 'languages' } as const;
const N = { name: 'n', description: 'Number of the translation, 1 for the first.', example: '1' } as const;

/** Translations of what a party wrote in the case: filed by it, challenged by the other, answered; as those of exhibits are. */
@ApiTags('Evidence')
@ApiParam({ name: 'document', description: 'Id of the document within the case.', example: 'reply' })
@Controller('v1/cases/:caseId/documents/:document/translations')
export class DocumentTranslationsController {
  constructor(
    @Inject(EvidenceDesk) private readonly desk: EvidenceDesk,
    @Inject(FileExhibitHandler) private readonly filings: FileExhibitHandler,
    @Inject(EvidenceGate) private readonly gate: EvidenceGate,
  ) {}

  @Post()
  @HttpCode(200)
  @Act(TRANSLATING)
  @ApiOperation({
    summary: 'File a translation of a document',
    description:
      'By the party that wrote the grievance, reply, letter or comment, with the passages marked that are not rendered word for word. Due in 10 joint business days ' +
      'from its service; a missing one is put on record by itself, and a late one is taken and says that it is late. Clocks run from the original.',
  })
  @ApiOkResponse({ type: DocumentShown })
  @Refuses(
    refusals.unknownDocument,
    refusals.notYourDocument,
    refusals.translationUploadUsed,
    refusals.translationIntoOwnLanguage,
    refusals.tooManyTranslations,
    refusals.uploadUnknown,
    refusals.digestDiffers,
    accessRefusals.notFound,
    accessRefusals.notYourRole,
  )
  async file(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Param('document') number: string,
    @Body() body: TranslationRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<DocumentShown>> {
    const { act, context } = await this.gate.admit(caseId, received, TRANSLATING);
    return answerWithDocument(await this.filings.translate(caseId, { ...act, of: 'document', number, ...namedTranslation(body) }, context), number);
  }

  @Post(':n/challenges')
  @HttpCode(200)
  @Act(TRANSLATING)
  @ApiParam(N)
  @ApiOperation({
    summary: 'Challenge a translation of a document',
    description: 'By the other party: how it would render passages. It stands beside the translation, and so does the answer; no decision is made.',
  })
  @ApiOkResponse({ type: DocumentShown })
  @Refuses(
    refusals.unknownDocument,
    refusals.unknownTranslation,
    refusals.yourOwnTranslation,
    refusals.challengeUnanswered,
    refusals.tooManyChallenges,
    accessRefusals.notFound,
    accessRefusals.notYourRole,
  )
  async challenge(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Param('document') number: string,
    @Param('n') n: string,
    @Body() body: TranslationChallengeRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<DocumentShown>> {
    const { act, context } = await this.gate.admit(caseId, received, TRANSLATING);
    const passages = body.passages.map(({ place, proposed }) => ({ place, proposed }));
    return answerWithDocument(await this.desk.act(caseId, { type: 'ChallengeTranslation', ...act, of: 'document', number, n: ordinalOf(n), passages }, context), number);
  }

  @Post(':n/challenges/:challenge/answer')
  @HttpCode(200)
  @Act(TRANSLATING)
  @ApiParam(N)
  @ApiParam({ name: 'challenge', description: 'Number of the challenge, 1 for the first of the translation.', example: '1' })
  @ApiOperation({ summary: 'Answer the challenge of a translation of a document', description: 'By the party of the translation, once.' })
  @ApiOkResponse({ type: DocumentShown })
  @Refuses(
    refusals.unknownDocument,
    refusals.notYourDocument,
    refusals.unknownTranslation,
    refusals.unknownChallenge,
    refusals.challengeAnswered,
    accessRefusals.notFound,
    accessRefusals.notYourRole,
  )
  async answer(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Param('document') number: string,
    @Param('n') n: string,
    @Param('challenge') challenge: string,
    @Body() body: TranslationAnswerRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<DocumentShown>> {
    const { act, context } = await this.gate.admit(caseId, received, TRANSLATING);
    const answer = body.answer.map(textOf);
    const command = { type: 'AnswerTranslationChallenge', ...act, of: 'document', number, n: ordinalOf(n), challenge: ordinalOf(challenge), answer } as const;
    return answerWithDocument(await this.desk.act(caseId, command, context), number);
  }
}
