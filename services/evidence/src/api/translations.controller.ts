import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import type { CaseId } from '@parley/kernel';
import { Act, Received, Refuses, UuidParam, type Answer, type ReceivedAct } from '@parley/platform';
import { EvidenceDesk } from '../application/evidence-desk';
import { FileExhibitHandler } from '../application/file-exhibit.handler';
import { refusals } from '../domain/refusals';
import { answerWith } from './answer-with-exhibit';
import { EvidenceGate } from './evidence-gate';
import { ExhibitShown } from './exhibit.response';
import { namedTranslation, textOf } from './incoming-exhibit';
import { ordinalOf } from './ordinal';
import { TranslationAnswerRequest, TranslationChallengeRequest, TranslationRequest } from './translation.request';

const TRANSLATING = { as: ['desk'], rule: 'languages' } as const;
const NUMBER = { name: 'number', description: 'Number of the exhibit.', example: 'USA-1' } as const;
const N = { name: 'n', description: 'Number of the translation, 1 for the first.', example: '1' } as const;

/** Translations of exhibits: filed by their party, challenged by the other, answered. Nobody decides which rendering is right. */
@ApiTags('Evidence')
@ApiParam(NUMBER)
@Controller('v1/cases/:caseId/exhibits/:number/translations')
export class TranslationsController {
  constructor(
    @Inject(EvidenceDesk) private readonly desk: EvidenceDesk,
    @Inject(FileExhibitHandler) private readonly filings: FileExhibitHandler,
    @Inject(EvidenceGate) private readonly gate: EvidenceGate,
  ) {}

  @Post()
  @HttpCode(200)
  @Act(TRANSLATING)
  @ApiOperation({
    summary: 'File a translation of an exhibit',
    description:
      'By the party that filed the exhibit, with the passages marked that are not rendered word for word. Due in 10 joint business days from the original; ' +
      'a missing one is put on record by itself, and one that comes later, also after the screening, is taken and says that it is late. An earlier one stays beside it.',
  })
  @ApiOkResponse({ type: ExhibitShown })
  @Refuses(
    refusals.unknownExhibit,
    refusals.notYourExhibit,
    refusals.translationUploadUsed,
    refusals.translationIntoOwnLanguage,
    refusals.translationIdentical,
    refusals.tooManyTranslations,
    refusals.uploadUnknown,
    refusals.digestDiffers,
    accessRefusals.notFound,
    accessRefusals.notYourRole,
  )
  async file(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Param('number') number: string,
    @Body() body: TranslationRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ExhibitShown>> {
    const { act, context } = await this.gate.admit(caseId, received, TRANSLATING);
    return answerWith(await this.filings.translate(caseId, { ...act, number, ...namedTranslation(body) }, context), number);
  }

  @Post(':n/challenges')
  @HttpCode(200)
  @Act(TRANSLATING)
  @ApiParam(N)
  @ApiOperation({
    summary: 'Challenge a translation',
    description: 'By the other party: how it would render passages. It stands beside the translation, and so does the answer; no decision is made.',
  })
  @ApiOkResponse({ type: ExhibitShown })
  @Refuses(
    refusals.unknownExhibit,
    refusals.unknownTranslation,
    refusals.yourOwnTranslation,
    refusals.challengeUnanswered,
    refusals.tooManyChallenges,
    accessRefusals.notFound,
    accessRefusals.notYourRole,
  )
  async challenge(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Param('number') number: string,
    @Param('n') n: string,
    @Body() body: TranslationChallengeRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ExhibitShown>> {
    const { act, context } = await this.gate.admit(caseId, received, TRANSLATING);
    const passages = body.passages.map(({ place, proposed }) => ({ place, proposed }));
    return answerWith(await this.desk.act(caseId, { type: 'ChallengeTranslation', ...act, number, n: ordinalOf(n), passages }, context), number);
  }

  @Post(':n/challenges/:challenge/answer')
  @HttpCode(200)
  @Act(TRANSLATING)
  @ApiParam(N)
  @ApiParam({ name: 'challenge', description: 'Number of the challenge, 1 for the first of the translation.', example: '1' })
  @ApiOperation({ summary: 'Answer the challenge of a translation', description: 'By the party of the translation, once.' })
  @ApiOkResponse({ type: ExhibitShown })
  @Refuses(
    refusals.unknownExhibit,
    refusals.notYourExhibit,
    refusals.unknownTranslation,
    refusals.unknownChallenge,
    refusals.challengeAnswered,
    accessRefusals.notFound,
    accessRefusals.notYourRole,
  )
  async answer(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Param('number') number: string,
    @Param('n') n: string,
    @Param('challenge') challenge: string,
    @Body() body: TranslationAnswerRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ExhibitShown>> {
    const { act, context } = await this.gate.admit(caseId, received, TRANSLATING);
    const command = { type: 'AnswerTranslationChallenge', ...act, number, n: ordinalOf(n), challenge: ordinalOf(challenge), answer: body.answer.map(textOf) } as const;
    return answerWith(await this.desk.act(caseId, command, context), number);
  }
}
