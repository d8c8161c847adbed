import { accept, refuse } from '@parley/kernel';
import type { KnownCase } from '../casefile/casefile.rules';
import { commonRefusals } from '../casefile/common-refusals.rules';
import { isParty } from '../exhibits/file-exhibit.rules';
import { readersRefusals } from '../readers/readers.rules';
import { notYourOriginal, translationRefusals, unknownOriginal } from './file-translation.rules';
import {
  isWithdrawn,
  named,
  originalIn,
  type AnswerTranslationChallenge,
  type ChallengeTranslation,
  type TranslationChallengeAnswered,
  type TranslationChallenged,
} from './translations.rules';

const MOST_CHALLENGES = 10;

/**
 * The other party says how it would translate passages of a translation. Nobody decides who is right, so readers see
 * both.
 */
export function challengeTranslation(command: ChallengeTranslation, state: KnownCase) {
  const { by, party, receivedAt, n } = command;
  const original = originalIn(state, command);
  if (!original) return refuse(unknownOriginal(command));
  if (!isParty(state, party)) return refuse(commonRefusals.notAParty);
  if (party === original.party) return refuse(translationRefusals.yourOwnTranslation);
  if (isWithdrawn(original)) return refuse(readersRefusals.exhibitWithdrawn);
  const translation = original.translations[n - 1];
  if (!translation) return refuse(translationRefusals.unknownTranslation);
  const { challenges } = translation;
  if (challenges.some(({ answer }) => answer === null)) return refuse(translationRefusals.challengeUnanswered);
  if (challenges.length >= MOST_CHALLENGES) return refuse(translationRefusals.tooManyChallenges);
  const { passages } = command;
  const data = { ...named(original), n, challenge: challenges.length + 1, party, passages, by };
  return accept<TranslationChallenged>({
    type: 'TranslationChallenged',
    occurredAt: receivedAt,
    rule: 'languages',
    tier: original.tier,
    data,
  });
}

/** The party of the translation answers a challenge, once. */
export function answerTranslationChallenge(command: AnswerTranslationChallenge, state: KnownCase) {
  const { by, party, receivedAt, n, challenge } = command;
  const original = originalIn(state, command);
  if (!original) return refuse(unknownOriginal(command));
  if (party !== original.party) return refuse(notYourOriginal(command));
  const translation = original.translations[n - 1];
  if (!translation) return refuse(translationRefusals.unknownTranslation);
  const made = translation.challenges[challenge - 1];
  if (!made) return refuse(translationRefusals.unknownChallenge);
  if (made.answer) return refuse(translationRefusals.challengeAnswered);
  const data = { ...named(original), n, challenge, answer: command.answer, by };
  return accept<TranslationChallengeAnswered>({
    type: 'TranslationChallengeAnswered',
    occurredAt: receivedAt,
    rule: 'languages',
    tier: original.tier,
    data,
  });
}
