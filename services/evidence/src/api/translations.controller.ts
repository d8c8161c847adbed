import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { CaseId } from '@parley/kernel';
import { Received, UuidParam, type Answer, type ReceivedAct } from '@parley/http';
import { refusals } from '../domain/refusals';
import { answerWith } from './answer-with-exhibit';
import { ExhibitShown } from './exhibit.response';
import { TranslationAnswerRequest, TranslationChallengeRequest, TranslationRequest } from './translation.request';
import { TranslationActs } from './translation-acts';
import { AnswersChallenge, ChallengesTranslation, FilesTranslation } from './translation-routes';

const EXHIBIT = {
  what: 'an exhibit',
  shows: ExhibitShown,
  unknown: refusals.unknownExhibit,
  notYours: refusals.notYourExhibit,
} as const;

/** Translations of exhibits: filed by their party, challenged by the other, answered. */
@ApiTags('Evidence')
@ApiParam({ name: 'number', description: 'Number of the exhibit.', example: 'USA-1' })
@Controller('v1/cases/:caseId/exhibits/:number/translations')
export class TranslationsController {
  constructor(@Inject(TranslationActs) private readonly acts: TranslationActs) {}

  @FilesTranslation(
    EXHIBIT,
    'By the party that filed the exhibit, with the passages marked that are not rendered word for word. ' +
      'Due in 10 joint business days from the original; ' +
      'a missing one is put on record by itself, and one that comes later, also after the screening, is ' +
      'taken and says that it is late. An earlier one stays beside it.',
    refusals.translationIdentical,
  )
  async file(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Param('number') number: string,
    @Body() body: TranslationRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ExhibitShown>> {
    return answerWith(await this.acts.file(caseId, { number }, body, received), number);
  }

  @ChallengesTranslation(EXHIBIT)
  async challenge(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Param('number') number: string,
    @Param('n') n: string,
    @Body() body: TranslationChallengeRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ExhibitShown>> {
    return answerWith(await this.acts.challenge(caseId, { number }, n, body, received), number);
  }

  @AnswersChallenge(EXHIBIT)
  async answer(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Param('number') number: string,
    @Param('n') n: string,
    @Param('challenge') challenge: string,
    @Body() body: TranslationAnswerRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ExhibitShown>> {
    return answerWith(await this.acts.answer(caseId, { number }, { n, challenge }, body, received), number);
  }
}
