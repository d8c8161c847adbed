import type { Exhibit } from '../../../services/evidence/src/domain/exhibit';
import type { SeededRandom } from '../../chaos/seeded-random';
import { official, type ActKind, type View } from './act-kind';
import { bytes, exhibitsOf } from './evidence.acts';
import { english } from './texts';

const translated = (view: View): readonly Exhibit[] => exhibitsOf(view).filter(({ translations }) => translations.length > 0);

/** An exhibit that fits and who has to do with it, as a rule. */
function exhibitFor(view: View, fitting: readonly Exhibit[], random: SeededRandom): Exhibit | undefined {
  const all = fitting.length > 0 && random.percent(85) ? fitting : exhibitsOf(view);
  return all.length > 0 && random.percent(95) ? random.pick(all) : undefined;
}

const owner = (view: View, exhibit: Exhibit | undefined, random: SeededRandom): View => (exhibit && random.percent(88) ? { ...view, party: exhibit.party } : view);
const other = (view: View, exhibit: Exhibit | undefined, random: SeededRandom): View =>
  exhibit && random.percent(88) ? { ...view, party: view.countries.find((each) => each !== exhibit.party) ?? view.party } : view;
const numberOf = (exhibit: Exhibit | undefined): string => exhibit?.number ?? 'XXX-99';
const lastOf = (exhibit: Exhibit | undefined, random: SeededRandom): number => (random.percent(94) ? (exhibit?.translations.length ?? 1) || 1 : 9);

export const translationActs: readonly ActKind[] = [
  {
    name: 'FileTranslation',
    answers: ['translation', 'translation'],
    offer(view, random) {
      const waiting = exhibitsOf(view).filter(({ party, translations }) => party === view.party && translations.length === 0);
      const exhibit = exhibitFor(view, waiting, random);
      const acting = owner(view, exhibit, random);
      const used = exhibit?.translations[0]?.uploadId;
      const uploadId = used !== undefined && random.percent(20) ? used : `translation-${view.serial}`;
      const content = exhibit && random.percent(5) ? `content of ${exhibit.uploadId}` : `rendering ${uploadId}`;
      const language = random.percent(92) ? 'zh-Hans' : 'en';
      const file = bytes(acting, uploadId, content, random);
      return { desk: 'evidence', caseId: view.caseId, command: { type: 'FileTranslation', ...official('desk', acting), number: numberOf(exhibit), language, bytes: file, divergences: [] } };
    },
  },
  {
    name: 'ChallengeTranslation',
    answers: ['translation'],
    offer(view, random) {
      const exhibit = exhibitFor(view, translated(view), random);
      const command = { type: 'ChallengeTranslation', ...official('desk', other(view, exhibit, random)), number: numberOf(exhibit), n: lastOf(exhibit, random), passages: [{ place: 'page 3', proposed: '应当' }] } as const;
      return { desk: 'evidence', caseId: view.caseId, command };
    },
  },
  {
    name: 'AnswerTranslationChallenge',
    answers: [],
    offer(view, random) {
      const contested = translated(view).filter(({ translations }) => translations.some(({ challenges }) => challenges.length > 0));
      const exhibit = exhibitFor(view, contested, random);
      const n = lastOf(exhibit, random);
      const challenge = random.percent(85) ? (exhibit?.translations[n - 1]?.challenges.length ?? 1) || 1 : 9;
      const command = { type: 'AnswerTranslationChallenge', ...official('desk', owner(view, exhibit, random)), number: numberOf(exhibit), n, challenge, answer: english('It is faithful.') } as const;
      return { desk: 'evidence', caseId: view.caseId, command };
    },
  },
];
