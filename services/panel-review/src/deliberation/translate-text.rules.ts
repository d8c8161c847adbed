import {
  accept,
  canonicalJson,
  refuse,
  type DomainEvent,
  type Language,
  type PersonId,
  type RefusalReason,
  type Text,
} from '@parley/kernel';
import { seatOf } from '../composition/draw-seat.rules';
import { findingsRefusals } from '../findings/findings-refusals.rules';
import { textAt, type Part } from '../findings/make-findings.rules';
import { languageLackedBy, type PanelTranslation } from '../findings/translated-findings.rules';
import { isPast } from '../panel/panel-state.rules';
import { deliberationBar } from '../review/comments.rules';
import { reviewRefusals } from '../review/review.rules';
import type { DeliberationState } from './deliberation.rules';
import type { InPanel } from './votes.rules';

/** Words of a member for a text of the findings in the language that it lacks. */
export interface ProposedTranslation {
  readonly claimId: string;
  readonly part: Part;
  readonly by: PersonId;
  readonly text: Text;
}

/** A member says how a text reads in the language that it lacks; later words of a member replace earlier ones. */
export type TranslationProposed = DomainEvent<'TranslationProposed', ProposedTranslation>;
/** The translation stands: of reasons by the same words of both co-chairs, of a statement by its own side. */
export type TranslationGiven = DomainEvent<'TranslationGiven', Omit<PanelTranslation, 'at'>>;

export type TranslationEvent = TranslationProposed | TranslationGiven;

/** What the panel translated of its findings after the close. */
export interface TranslatedTexts {
  /** The last words of each member for each text, until its translation stands. */
  readonly proposedTranslations: readonly ProposedTranslation[];
  readonly translations: readonly PanelTranslation[];
}

export const nothingTranslated: TranslatedTexts = { proposedTranslations: [], translations: [] };

export type TranslateText = InPanel & {
  readonly type: 'TranslateText';
  readonly claimId: string;
  readonly part: 'reasons' | 'statement';
  readonly lang: Language;
  readonly text: string;
};

/**
 * UTF-8 bytes of all translations of reasons, and of those of the statements of each side, so that no side can use up
 * what others need: with the texts themselves they are one event, and an event has a limit of size.
 */
const MOST_BYTES = 100_000;

/**
 * S9: between the close of the deliberation and the end of the time for certification the panel writes its texts in the
 * language that they lack. Reasons are of both sides, so both co-chairs have to say the same; a statement is translated
 * by a member of its own side alone.
 */
export function translateText(command: TranslateText, state: DeliberationState) {
  const { by, receivedAt, panel } = command;
  const seat = seatOf(panel, by);
  const bar = deliberationBar(panel, by);
  if (bar || !seat) return refuse(bar ?? findingsRefusals.notSeated);
  const { stage, convening } = panel;
  if (stage.name !== 'certifying')
    return refuse(
      stage.name === 'issued' ? translationRefusals.translationLate : translationRefusals.nothingToTranslate,
    );
  if (isPast(panel, 'certification', receivedAt)) return refuse(translationRefusals.translationLate);
  const coChairs = convening?.coChairs ?? [];
  const { claimId, part: what, lang, text: words } = command;
  if (what === 'reasons' && !coChairs.includes(by)) return refuse(reviewRefusals.notCoChair);
  const finding = stage.decision.findings.find((each) => each.claimId === claimId);
  if (!finding) return refuse(findingsRefusals.unknownClaim, '/claim');
  const part = what === 'reasons' ? what : seat.side;
  const original = textAt(finding, part);
  if (!original) return refuse(translationRefusals.textNotThere, '/part');
  const isGiven = state.translations.some((each) => each.claimId === claimId && each.part === part);
  if (isGiven || languageLackedBy(original.text) !== lang) return refuse(translationRefusals.languageThere, '/lang');
  const text: Text = { lang, text: words, kind: 'translation', of: lang === 'en' ? 'zh-Hans' : 'en' };
  const others = state.proposedTranslations.filter((each) => each.claimId === claimId && each.part === part);
  const says = (chair: PersonId): boolean => others.some((each) => each.by === chair && each.text.text === words);
  if (says(by)) return accept();
  const ofPart = [...state.translations.filter((each) => each.part === part), { text }];
  if (ofPart.reduce((sum, each) => sum + bytesOf(each), 0) > MOST_BYTES)
    return refuse(findingsRefusals.textsTooLong, '/text');
  const about = { occurredAt: receivedAt, rule: 'S9', tier: 'DELIBERATION' } as const;
  const proposed: TranslationProposed = { ...about, type: 'TranslationProposed', data: { claimId, part, by, text } };
  return part === 'reasons' && !coChairs.every((chair) => chair === by || says(chair))
    ? accept<TranslationEvent>(proposed)
    : accept<TranslationEvent>(proposed, {
        ...about,
        type: 'TranslationGiven',
        data: { claimId, part, text },
      });
}

const bytesOf = ({ text }: { readonly text: Text }): number => new TextEncoder().encode(canonicalJson(text)).length;

/** What an event means for the translations of a deliberation. */
export function translating({ proposedTranslations, translations }: TranslatedTexts, event: TranslationEvent) {
  const { claimId, part } = event.data;
  const others = proposedTranslations.filter((each) => each.claimId !== claimId || each.part !== part);
  if (event.type === 'TranslationGiven')
    return { proposedTranslations: others, translations: [...translations, { ...event.data, at: event.occurredAt }] };
  const ofOthers = proposedTranslations.filter((each) => !others.includes(each) && each.by !== event.data.by);
  return { proposedTranslations: [...others, ...ofOthers, event.data], translations };
}

/** Refusals about the translation of findings (S9). */
export const translationRefusals = {
  nothingToTranslate: {
    code: 'nothing-to-translate',
    rule: 'S9',
    en: 'Findings are translated between the close of the deliberation and their issue. Write in both before.',
    'zh-Hans': '结论在评议结束之后、发布之前翻译；评议结束之前请以两种语文撰写。',
  },
  translationLate: {
    code: 'findings-translation-out-of-time',
    rule: 'S9',
    en: 'The time to translate the findings has passed: they issue with the note of what was not translated.',
    'zh-Hans': '翻译结论的期限已过：结论发布时注明未翻译的文本。',
  },
  textNotThere: {
    code: 'no-such-text',
    rule: 'I-57',
    status: 422,
    en: 'The findings hold no such text on this claim. Translate one that they list as untranslated.',
    'zh-Hans': '结论就该主张没有此文本。请翻译其列为未翻译的文本。',
  },
  languageThere: {
    code: 'text-in-this-language',
    rule: 'I-57',
    status: 422,
    en: 'The text stands in this language already, and nobody rewrites it. Translate one listed as untranslated.',
    'zh-Hans': '该文本已有此语文文本，不得改写。请翻译列为未翻译的文本。',
  },
} as const satisfies Record<string, RefusalReason>;
