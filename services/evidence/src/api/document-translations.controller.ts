import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { CaseId } from '@parley/kernel';
import { Received, UuidParam, type Answer, type ReceivedAct } from '@parley/http';
import { refusals } from '../domain/refusals';
import type { NamedOriginal } from '../domain/translation/original';
import { DocumentShown } from './documents.response';
import { answerWithDocument } from './show-document';
import { TranslationAnswerRequest, TranslationChallengeRequest, TranslationRequest } from './translation.request';
import { TranslationActs } from './translation-acts';
import { AnswersChallenge, ChallengesTranslation, FilesTranslation } from './translation-routes';

const DOCUMENT = {
  what: 'a document',
  shows: DocumentShown,
  unknown: refusals.unknownDocument,
  notYours: refusals.notYourDocument,
} as const;
const document = (number: string): NamedOriginal => ({ of: 'document', number });

/**
 * Translations of what a party wrote in the case: filed by it, challenged by the other, answered; as those of exhibits
 * are.
 */
@ApiTags('Evidence')
@ApiParam({ name: 'document', description: 'Id of the document within the case.', example: 'reply' })
@Controller('v1/cases/:caseId/documents/:document/translations')
export class DocumentTranslationsController {
  constructor(@Inject(TranslationActs) private readonly acts: TranslationActs) {}

  @FilesTranslation(
    DOCUMENT,
    'By the party that wrote the grievance, reply, letter or comment, with the passages marked that are ' +
      'not rendered word for word. Due in 10 joint business days ' +
      'from its service; a missing one is put on record by itself, and a late one is taken and says that ' +
      'it is late. Clocks run from the original.',
  )
  async file(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Param('document') id: string,
    @Body() body: TranslationRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<DocumentShown>> {
    return answerWithDocument(await this.acts.file(caseId, document(id), body, received), id);
  }

  @ChallengesTranslation(DOCUMENT)
  async challenge(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Param('document') id: string,
    @Param('n') n: string,
    @Body() body: TranslationChallengeRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<DocumentShown>> {
    return answerWithDocument(await this.acts.challenge(caseId, document(id), n, body, received), id);
  }

  @AnswersChallenge(DOCUMENT)
  async answer(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Param('document') id: string,
    @Param('n') n: string,
    @Param('challenge') challenge: string,
    @Body() body: TranslationAnswerRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<DocumentShown>> {
    return answerWithDocument(await this.acts.answer(caseId, document(id), { n, challenge }, body, received), id);
  }
}
