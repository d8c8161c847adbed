import { applyDecorators, Inject, Injectable, type Type } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import type { CommandOutcome } from '@parley/event-store';
import { Act, LateClaims, type ReceivedAct } from '@parley/http';
import type { CaseId } from '@parley/kernel';
import { asksEvidence, NEW_BYTES } from '../casefile/asked-evidence.http';
import { EvidenceGate, ordinalOf } from '../casefile/casefile.http';
import type { EvidenceState } from '../casefile/casefile.rules';
import { Casefiles } from '../casefile/casefiles';
import { refusals } from '../casefile/refusals.rules';
import { namedTranslation } from '../exhibits/exhibits.http';
import { FileExhibitHandler } from '../exhibits/file-exhibit';
import type { TranslationAnswerRequest, TranslationChallengeRequest, TranslationRequest } from './translations.request';
import type { NamedOriginal } from './translations.rules';
import { fileTranslation } from './file-translation.rules';
import { answerTranslationChallenge, challengeTranslation } from './challenge-translation.rules';

type Outcome = Promise<CommandOutcome<EvidenceState>>;

/** The acts on translations of exhibits and of documents. Nobody decides which translation is right. */
@Injectable()
export class TranslationActs {
  constructor(
    @Inject(Casefiles) private readonly casefiles: Casefiles,
    @Inject(FileExhibitHandler) private readonly filings: FileExhibitHandler,
    @Inject(EvidenceGate) private readonly gate: EvidenceGate,
    @Inject(LateClaims) private readonly late: LateClaims,
  ) {}

  async file(caseId: CaseId, original: NamedOriginal, body: TranslationRequest, received: ReceivedAct): Outcome {
    const { act, context } = await this.gate.admit(caseId, received);
    const entering = await this.late.entering(body.received, context);
    // Nothing else keeps the bytes of what is only claimed.
    if (body.received) await this.late.keep(body.digest, act.party);
    return this.filings.translate(caseId, { ...act, ...original, ...namedTranslation(body) }, context, entering);
  }

  /** @param n number of the translation, as in the path */
  async challenge(
    caseId: CaseId,
    original: NamedOriginal,
    n: string,
    body: TranslationChallengeRequest,
    received: ReceivedAct,
  ): Outcome {
    const { act, context } = await this.gate.admit(caseId, received);
    const passages = body.passages.map(({ place, proposed }) => ({ place, proposed }));
    return this.casefiles.act(
      caseId,
      { type: 'ChallengeTranslation', ...act, ...original, n: ordinalOf(n), passages },
      context,
    );
  }

  /** @param place numbers of the translation and of its challenge, as in the path */
  async answer(
    caseId: CaseId,
    original: NamedOriginal,
    place: { readonly n: string; readonly challenge: string },
    body: TranslationAnswerRequest,
    received: ReceivedAct,
  ): Outcome {
    const { act, context } = await this.gate.admit(caseId, received);
    const [n, challenge, answer] = [ordinalOf(place.n), ordinalOf(place.challenge), body.answer];
    return this.casefiles.act(
      caseId,
      { type: 'AnswerTranslationChallenge', ...act, ...original, n, challenge, answer },
      context,
    );
  }
}

/** What is translated, in the words of the API's document, and what the acts on its translations answer with. */
interface Translated {
  /** The words inside a sentence, such as `an exhibit`. */
  readonly what: string;
  readonly shows: Type;
}

/** The desk of the translation's party files and answers, and the desk of the other party challenges. */
const TRANSLATING = { as: ['desk'], rule: 'languages' } as const;
const unknown = [refusals.unknownExhibit, refusals.unknownDocument] as const;
const ofTheOther = [refusals.notYourExhibit, refusals.notYourDocument] as const;
const seen = [accessRefusals.notFound, accessRefusals.notYourRole] as const;

/** @param description who files it, and until when */
export const FilesTranslation = ({ what, shows }: Translated, description: string): MethodDecorator =>
  applyDecorators(
    ApiOperation({ summary: `File a translation of ${what}`, description }),
    Act({
      post: '',
      ...TRANSLATING,
      late: true,
      decides: fileTranslation,
      asks: asksEvidence('FileTranslation', { bytes: NEW_BYTES }),
      refuses: [
        ...unknown,
        ...ofTheOther,
        refusals.exhibitWithdrawn,
        refusals.translationUploadUsed,
        refusals.translationIntoOwnLanguage,
        refusals.translationIdentical,
        refusals.tooManyTranslations,
        refusals.uploadUnknown,
        refusals.digestDiffers,
        refusals.contentNotItsType,
        ...seen,
      ],
    }),
    ApiOkResponse({ type: shows }),
  );

export const ChallengesTranslation = ({ what, shows }: Translated): MethodDecorator =>
  applyDecorators(
    NumberOfTranslation(),
    ApiOperation({
      summary: `Challenge a translation of ${what}`,
      description:
        'By the other party: how it would render passages. It stands beside the translation, and so does ' +
        'the answer; no decision is made.',
    }),
    Act({
      post: ':n/challenges',
      ...TRANSLATING,
      decides: challengeTranslation,
      asks: asksEvidence('ChallengeTranslation'),
      refuses: [
        ...unknown,
        refusals.notAParty,
        refusals.yourOwnTranslation,
        refusals.exhibitWithdrawn,
        refusals.unknownTranslation,
        refusals.challengeUnanswered,
        refusals.tooManyChallenges,
        ...seen,
      ],
    }),
    ApiOkResponse({ type: shows }),
  );

export const AnswersChallenge = ({ what, shows }: Translated): MethodDecorator =>
  applyDecorators(
    NumberOfTranslation(),
    ApiParam({
      name: 'challenge',
      description: 'Number of the challenge, 1 for the first of the translation.',
      example: '1',
    }),
    ApiOperation({
      summary: `Answer the challenge of a translation of ${what}`,
      description: 'By the party of the translation, once.',
    }),
    Act({
      post: ':n/challenges/:challenge/answer',
      ...TRANSLATING,
      decides: answerTranslationChallenge,
      asks: asksEvidence('AnswerTranslationChallenge'),
      refuses: [
        ...unknown,
        ...ofTheOther,
        refusals.unknownTranslation,
        refusals.unknownChallenge,
        refusals.challengeAnswered,
        ...seen,
      ],
    }),
    ApiOkResponse({ type: shows }),
  );

export const NumberOfTranslation = (): MethodDecorator =>
  ApiParam({ name: 'n', description: 'Number of the translation, 1 for the first.', example: '1' });
