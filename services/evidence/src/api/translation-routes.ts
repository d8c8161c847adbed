import { applyDecorators, HttpCode, Post, type Type } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import type { RefusalReason } from '@parley/kernel';
import { Act, Refuses } from '@parley/http';
import { refusals } from '../domain/refusals';

/** A party's desk files and answers, the other's challenges. */
export const TRANSLATING = { as: ['desk'], rule: 'languages' } as const;

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
    Post(),
    ApiOperation({ summary: `File a translation of ${what}`, description }),
    acts(shows, unknown, notYours, ...NOT_FILED, ...alsoRefuses),
  );

export const ChallengesTranslation = ({ what, shows, unknown }: Translated): MethodDecorator =>
  applyDecorators(
    Post(':n/challenges'),
    NumberOfTranslation(),
    ApiOperation({
      summary: `Challenge a translation of ${what}`,
      description:
        'By the other party: how it would render passages. It stands beside the translation, and so does ' +
        'the answer; no decision is made.',
    }),
    acts(
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
    Post(':n/challenges/:challenge/answer'),
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
    acts(shows, unknown, notYours, refusals.unknownTranslation, refusals.unknownChallenge, refusals.challengeAnswered),
  );

export const NumberOfTranslation = (): MethodDecorator =>
  ApiParam({ name: 'n', description: 'Number of the translation, 1 for the first.', example: '1' });

const acts = (shows: Type, ...refused: readonly RefusalReason[]): MethodDecorator =>
  applyDecorators(
    HttpCode(200),
    Act(TRANSLATING),
    ApiOkResponse({ type: shows }),
    Refuses(...refused, accessRefusals.notFound, accessRefusals.notYourRole),
  );
