import type { Language, Text } from '@parley/kernel';
import type { ExhibitNumber } from '../exhibit';
import type { Act, ReferredBytes } from '../exhibit-commands';
import type { ContestedPassage, Divergence } from './translation';

export type FileTranslation = Act & {
  readonly type: 'FileTranslation';
  readonly number: ExhibitNumber;
  readonly language: Language;
  readonly bytes: ReferredBytes;
  readonly divergences: readonly Divergence[];
};

export type ChallengeTranslation = Act & {
  readonly type: 'ChallengeTranslation';
  readonly number: ExhibitNumber;
  readonly n: number;
  readonly passages: readonly ContestedPassage[];
};

export type AnswerTranslationChallenge = Act & {
  readonly type: 'AnswerTranslationChallenge';
  readonly number: ExhibitNumber;
  readonly n: number;
  readonly challenge: number;
  readonly answer: readonly Text[];
};

export type TranslationCommand = FileTranslation | ChallengeTranslation | AnswerTranslationChallenge;
