import {
  originalsOf,
  type NamedOriginal,
  type Original,
} from '../../../services/evidence/src/translations/translations.rules';
import type { SeededRandom } from '../../chaos/seeded-random';
import { official, type ActKind, type View } from './act-kind';
import { bytes } from './evidence.acts';
import { english } from './texts';

/** Exhibits, and texts that the parties wrote in the case itself. */
const originals = ({ evidence }: View): readonly Original[] =>
  evidence.status === 'unknown' ? [] : originalsOf(evidence);
const translated = (view: View): readonly Original[] =>
  originals(view).filter(({ translations }) => translations.length > 0);

/** Usually an original that fits; now and then any, or none. */
function originalFor(view: View, fitting: readonly Original[], random: SeededRandom): Original | undefined {
  const all = fitting.length > 0 && random.percent(85) ? fitting : originals(view);
  return all.length > 0 && random.percent(95) ? random.pick(all) : undefined;
}

const owner = (view: View, original: Original | undefined, random: SeededRandom): View =>
  original && random.percent(88) ? { ...view, party: original.party } : view;
const other = (view: View, original: Original | undefined, random: SeededRandom): View =>
  original && random.percent(88)
    ? { ...view, party: view.countries.find((each) => each !== original.party) ?? view.party }
    : view;
const lastOf = (original: Original | undefined, random: SeededRandom): number =>
  random.percent(94) ? (original?.translations.length ?? 1) || 1 : 9;

function named(original: Original | undefined, random: SeededRandom): NamedOriginal {
  if (!original) return random.percent(50) ? { number: 'XXX-99' } : { of: 'document', number: 'letter:XX:99' };
  return 'into' in original ? { of: 'document', number: original.number } : { number: original.number };
}

export const translationActs: readonly ActKind[] = [
  {
    name: 'FileTranslation',
    answers: ['translation', 'translation'],
    offer(view, random) {
      const waiting = originals(view).filter(
        ({ party, translations }) => party === view.party && translations.length === 0,
      );
      const original = originalFor(view, waiting, random);
      const acting = owner(view, original, random);
      const used = original?.translations[0]?.uploadId;
      const uploadId = used !== undefined && random.percent(20) ? used : `translation-${view.serial}`;
      const content =
        original && 'uploadId' in original && random.percent(5)
          ? `content of ${original.uploadId}`
          : `rendering ${uploadId}`;
      const language = random.percent(92) ? 'zh-Hans' : 'en';
      const file = bytes(acting, uploadId, content, random);
      return {
        desk: 'evidence',
        caseId: view.caseId,
        command: {
          type: 'FileTranslation',
          ...official('desk', acting),
          ...named(original, random),
          language,
          bytes: file,
          divergences: [],
        },
      };
    },
  },
  {
    name: 'ChallengeTranslation',
    answers: ['translation'],
    offer(view, random) {
      const original = originalFor(view, translated(view), random);
      const command = {
        type: 'ChallengeTranslation',
        ...official('desk', other(view, original, random)),
        ...named(original, random),
        n: lastOf(original, random),
        passages: [{ place: 'page 3', proposed: '应当' }],
      } as const;
      return { desk: 'evidence', caseId: view.caseId, command };
    },
  },
  {
    name: 'AnswerTranslationChallenge',
    answers: [],
    offer(view, random) {
      const contested = translated(view).filter(({ translations }) =>
        translations.some(({ challenges }) => challenges.length > 0),
      );
      const original = originalFor(view, contested, random);
      const n = lastOf(original, random);
      const challenge = random.percent(85) ? (original?.translations[n - 1]?.challenges.length ?? 1) || 1 : 9;
      const command = {
        type: 'AnswerTranslationChallenge',
        ...official('desk', owner(view, original, random)),
        ...named(original, random),
        n,
        challenge,
        answer: english('It is faithful.'),
      } as const;
      return { desk: 'evidence', caseId: view.caseId, command };
    },
  },
];
