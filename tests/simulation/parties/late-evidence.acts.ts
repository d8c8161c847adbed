import { sha256 } from '@parley/event-store';
import type { RunningDeadline } from '@parley/procedure';
import { decisionDigest, decisionText } from '../../../services/evidence/src/readers/readers-state.rules';
import {
  languagesInto,
  originalsOf,
  translationDeadline,
  type Original,
} from '../../../services/evidence/src/translations/translations.rules';
import type { SeededRandom } from '../../chaos/seeded-random';
import { RULE_SET_VERSION } from '../secretariat/secretariat';
import { official, type ActKind, type View } from './act-kind';
import { otherCountry } from './countries';
import { bytes, exhibitsOf } from './evidence.acts';
import { cameBefore, entering, inItsName } from './fallback.acts';

/** One of the lapsed limits of a clock, or now and then a running one. */
function limitOf({ evidence }: View, clock: string, random: SeededRandom): RunningDeadline | undefined {
  if (evidence.status === 'unknown') return undefined;
  const of = (clocks: Readonly<Record<string, RunningDeadline>>) =>
    Object.values(clocks).filter((each) => each.clock === clock);
  const lapsed = of(evidence.lapsed);
  const limits = lapsed.length > 0 && random.percent(85) ? lapsed : of(evidence.running);
  return limits.length > 0 ? random.pick(limits) : undefined;
}

/** The original whose translation a limit awaits, and the language. */
function originalOf({ evidence }: View, { id }: RunningDeadline): readonly [Original, 'en' | 'zh-Hans'] | undefined {
  if (evidence.status === 'unknown') return undefined;
  return originalsOf(evidence).flatMap((original) =>
    languagesInto(original).flatMap((language) =>
      translationDeadline(original, language) === id ? [[original, language] as const] : [],
    ),
  )[0];
}

/** Acts on evidence that came by another channel. */
export const lateEvidenceActs: readonly ActKind[] = [
  {
    name: 'EnterReadersSignature',
    answers: ['readers-decision', 'review', 'consultations'],
    offer(view, random) {
      const limit = limitOf(view, 'readers-decision', random);
      const exhibit = limit && exhibitsOf(view).find(({ number }) => limit.id === `readers-decision:${number}`);
      const decision = exhibit?.decision ?? exhibit?.lapsedDecision;
      if (!limit || !exhibit || !decision) return undefined;
      const cameAt = cameBefore(limit, view, random);
      const signed = decision.signatures[0]?.party ?? view.party;
      const party = random.percent(92) ? otherCountry(view.countries, signed) : signed;
      const { to, reason } = decision;
      const digest = random.percent(95)
        ? decisionDigest(decisionText(view.caseId, exhibit, to, reason))
        : sha256('something else');
      const number = random.percent(97) ? exhibit.number : 'XXX-99';
      const act = {
        type: 'SignReadersDecision',
        ...official('cohead', { ...view, party, now: cameAt }),
        caseId: view.caseId,
        number,
        to,
        reason,
        digest,
        ruleSetVersion: RULE_SET_VERSION,
      } as const;
      return {
        desk: 'evidence',
        caseId: view.caseId,
        command: { type: 'EnterReadersSignature', ...entering(view, cameAt), act: inItsName(act, view, random) },
      };
    },
  },
  {
    name: 'EnterTranslation',
    answers: ['translation', 'review', 'consultations'],
    offer(view, random) {
      const limit = limitOf(view, 'translation', random);
      const [original, language] = (limit && originalOf(view, limit)) ?? [];
      if (!limit || !original || !language) return undefined;
      const cameAt = cameBefore(limit, view, random);
      const acting = {
        ...view,
        party: random.percent(94) ? original.party : otherCountry(view.countries, original.party),
        now: cameAt,
      };
      const used = original.translations[0]?.uploadId;
      const uploadId = used !== undefined && random.percent(15) ? used : `translation-${view.serial}`;
      const named =
        'into' in original ? ({ of: 'document', number: original.number } as const) : { number: original.number };
      const file = bytes(acting, uploadId, `rendering ${uploadId}`, random);
      const act = {
        type: 'FileTranslation',
        ...official('desk', acting),
        ...named,
        language,
        bytes: file,
        divergences: [],
      } as const;
      return {
        desk: 'evidence',
        caseId: view.caseId,
        command: { type: 'EnterTranslation', ...entering(view, cameAt), act: inItsName(act, view, random) },
      };
    },
  },
];
