import type { Language, Text } from '@parley/kernel';
import type { Act, ReferredBytes } from '../exhibit-commands';
import type { NamedOriginal } from './original';
import type { ContestedPassage, Divergence } from './translation';

export type FileTranslation = Act &
  NamedOriginal & {
    readonly type: 'FileTranslation';
    readonly language: Language;
    readonly bytes: ReferredBytes;
    readonly divergences: readonly Divergence[];
  };

export type ChallengeTranslation = Act &
  NamedOriginal & {
    readonly type: 'ChallengeTranslation';
    readonly n: number;
    readonly passages: readonly ContestedPassage[];
  };

export type AnswerTranslationChallenge = Act &
  NamedOriginal & {
    readonly type: 'AnswerTranslationChallenge';
    readonly n: number;
    readonly challenge: number;
    readonly answer: readonly Text[];
  };

export type TranslationCommand = FileTranslation | ChallengeTranslation | AnswerTranslationChallenge;
