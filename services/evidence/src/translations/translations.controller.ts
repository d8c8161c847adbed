import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Received, UuidParam, type Answer, type ReceivedAct } from '@parley/http';
import type { CaseId } from '@parley/kernel';
import { answerWithDocument, DocumentShown } from '../documents/documents.response';
import { answerWith } from '../exhibits/exhibits.http';
import { ExhibitShown } from '../exhibits/exhibits.response';
import { AnswersChallenge, ChallengesTranslation, FilesTranslation, TranslationActs } from './translations.http';
import { TranslationAnswerRequest, TranslationChallengeRequest, TranslationRequest } from './translations.request';
import type { NamedOriginal } from './translations.rules';

const DOCUMENT = {
  what: 'a document',
  shows: DocumentShown,
} as const;
const document = (number: string): NamedOriginal => ({ of: 'document', number });

/**
 * Translations of what a party wrote in the case, handled like those of exhibits: it files them, the other party
 * challenges them, and it answers.
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
  async fileDocumentTranslation(
    @UuidParam('caseId') caseId: CaseId,
    @Param('document') id: string,
    @Body() body: TranslationRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<DocumentShown>> {
    return answerWithDocument(await this.acts.file(caseId, document(id), body, received), id);
  }

  @ChallengesTranslation(DOCUMENT)
  async challengeDocumentTranslation(
    @UuidParam('caseId') caseId: CaseId,
    @Param('document') id: string,
    @Param('n') n: string,
    @Body() body: TranslationChallengeRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<DocumentShown>> {
    return answerWithDocument(await this.acts.challenge(caseId, document(id), n, body, received), id);
  }

  @AnswersChallenge(DOCUMENT)
  async answerDocumentTranslationChallenge(
    @UuidParam('caseId') caseId: CaseId,
    @Param('document') id: string,
    @Param('n') n: string,
    @Param('challenge') challenge: string,
    @Body() body: TranslationAnswerRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<DocumentShown>> {
    return answerWithDocument(await this.acts.answer(caseId, document(id), { n, challenge }, body, received), id);
  }
}

const EXHIBIT = {
  what: 'an exhibit',
  shows: ExhibitShown,
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
  )
  async fileExhibitTranslation(
    @UuidParam('caseId') caseId: CaseId,
    @Param('number') number: string,
    @Body() body: TranslationRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ExhibitShown>> {
    return answerWith(await this.acts.file(caseId, { number }, body, received), number);
  }

  @ChallengesTranslation(EXHIBIT)
  async challengeExhibitTranslation(
    @UuidParam('caseId') caseId: CaseId,
    @Param('number') number: string,
    @Param('n') n: string,
    @Body() body: TranslationChallengeRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ExhibitShown>> {
    return answerWith(await this.acts.challenge(caseId, { number }, n, body, received), number);
  }

  @AnswersChallenge(EXHIBIT)
  async answerExhibitTranslationChallenge(
    @UuidParam('caseId') caseId: CaseId,
    @Param('number') number: string,
    @Param('n') n: string,
    @Param('challenge') challenge: string,
    @Body() body: TranslationAnswerRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ExhibitShown>> {
    return answerWith(await this.acts.answer(caseId, { number }, { n, challenge }, body, received), number);
  }
}
