import { applyDecorators, Inject, Injectable, type Type } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import type { CommandOutcome } from '@parley/event-store';
import { Act, type ReceivedAct } from '@parley/http';
import type { CaseId, RefusalReason } from '@parley/kernel';
import { EvidenceGate, ordinalOf } from '../casefile/casefile.http';
import type { EvidenceState } from '../casefile/casefile.rules';
import { Casefiles } from '../casefile/casefiles';
import { refusals } from '../casefile/refusals.rules';
import { namedTranslation, textOf } from '../exhibits/exhibits.http';
import { FileExhibitHandler } from '../exhibits/file-exhibit';
import type { TranslationAnswerRequest, TranslationChallengeRequest, TranslationRequest } from './translations.request';
import type { NamedOriginal } from './translations.rules';

type Outcome = Promise<CommandOutcome<EvidenceState>>;

/** The acts on the translations of whatever is translated in a case. Nobody decides which rendering is right. */
@Injectable()
export class TranslationActs {
  constructor(
    @Inject(Casefiles) private readonly casefiles: Casefiles,
    @Inject(FileExhibitHandler) private readonly filings: FileExhibitHandler,
    @Inject(EvidenceGate) private readonly gate: EvidenceGate,
  ) {}

  async file(caseId: CaseId, original: NamedOriginal, body: TranslationRequest, received: ReceivedAct): Outcome {
    const { act, context } = await this.gate.admit(caseId, received);
    return this.filings.translate(caseId, { ...act, ...original, ...namedTranslation(body) }, context);
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
    const [n, challenge, answer] = [ordinalOf(place.n), ordinalOf(place.challenge), body.answer.map(textOf)];
    return this.casefiles.act(
      caseId,
      { type: 'AnswerTranslationChallenge', ...act, ...original, n, challenge, answer },
      context,
    );
  }
}

/** A party's desk files and answers, the other's challenges. */
const TRANSLATING = { as: ['desk'], rule: 'languages' } as const;

/** Of what a translation is, in the words of the API's document, and what the acts on it answer with. */
interface Translated {
  /** Within a sentence, such as `an exhibit`. */
  readonly what: string;
  readonly shows: Type;
  /** There is none of that number. */
  readonly unknown: RefusalReason;
  /** It is the other party's. */
  readonly notYours: RefusalReason;
}

const NOT_FILED = [
  refusals.translationUploadUsed,
  refusals.translationIntoOwnLanguage,
  refusals.tooManyTranslations,
  refusals.uploadUnknown,
  refusals.digestDiffers,
];

/** @param description who files it, and until when; @param alsoRefuses what is refused of this kind alone */
export const FilesTranslation = (
  { what, shows, unknown, notYours }: Translated,
  description: string,
  ...alsoRefuses: readonly RefusalReason[]
): MethodDecorator =>
  applyDecorators(
    ApiOperation({ summary: `File a translation of ${what}`, description }),
    act('', shows, unknown, notYours, ...NOT_FILED, ...alsoRefuses),
  );

export const ChallengesTranslation = ({ what, shows, unknown }: Translated): MethodDecorator =>
  applyDecorators(
    NumberOfTranslation(),
    ApiOperation({
      summary: `Challenge a translation of ${what}`,
      description:
        'By the other party: how it would render passages. It stands beside the translation, and so does ' +
        'the answer; no decision is made.',
    }),
    act(
      ':n/challenges',
      shows,
      unknown,
      refusals.unknownTranslation,
      refusals.yourOwnTranslation,
      refusals.challengeUnanswered,
      refusals.tooManyChallenges,
    ),
  );

export const AnswersChallenge = ({ what, shows, unknown, notYours }: Translated): MethodDecorator =>
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
    act(
      ':n/challenges/:challenge/answer',
      shows,
      unknown,
      notYours,
      refusals.unknownTranslation,
      refusals.unknownChallenge,
      refusals.challengeAnswered,
    ),
  );

export const NumberOfTranslation = (): MethodDecorator =>
  ApiParam({ name: 'n', description: 'Number of the translation, 1 for the first.', example: '1' });

const act = (post: string, shows: Type, ...refused: readonly RefusalReason[]): MethodDecorator =>
  applyDecorators(
    Act({ post, ...TRANSLATING, refuses: [...refused, accessRefusals.notFound, accessRefusals.notYourRole] }),
    ApiOkResponse({ type: shows }),
  );
