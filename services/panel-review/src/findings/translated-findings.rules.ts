import type { DomainEvent, Instant, Language, Text } from '@parley/kernel';
import type { MovesClocks } from '@parley/procedure';
import { PARTS, textAt, type Finding, type Part } from './make-findings.rules';

/** A text of the findings in the language in which the panel had not written it when it closed its deliberation. */
export interface PanelTranslation {
  readonly claimId: string;
  readonly part: Part;
  readonly text: Text;
  /** When it was given, or for reasons the second co-chair said the same. */
  readonly at: Instant;
}

/** A text of the findings that stands in one language alone. */
export interface Untranslated {
  readonly claimId: string;
  readonly part: Part;
  /** The language that it lacks. */
  readonly lang: Language;
}

/** What the panel translated is before the co-heads’ findings. Nobody outside the panel reads it before these issue. */
export type FindingsTranslated = DomainEvent<
  'FindingsTranslated',
  MovesClocks & { readonly translations: readonly PanelTranslation[] }
>;

/** The panel translated what its findings lacked; it is carried over from the deliberation's own stream. */
export interface RecordTranslations {
  readonly type: 'RecordTranslations';
  readonly translations: readonly PanelTranslation[];
  readonly at: Instant;
}

interface InTranslation {
  readonly findings: readonly Finding[];
  readonly translations: readonly PanelTranslation[];
}

/** The language that a text lacks; `undefined` where it stands in both. */
export const languageLackedBy = (text: readonly Text[]): Language | undefined =>
  (['en', 'zh-Hans'] as const).find((language) => text.every(({ lang }) => lang !== language));

const translationOf = (translations: readonly PanelTranslation[], claimId: string, part: Part): readonly Text[] =>
  translations.flatMap((each) => (each.claimId === claimId && each.part === part ? [each.text] : []));

/** Findings as they are read: each text with what the panel translated of it. */
export const inBothLanguages = ({ findings, translations }: InTranslation): readonly Finding[] =>
  findings.map((finding) => {
    const both = (part: Part) => {
      const said = textAt(finding, part);
      return said && { ...said, text: [...said.text, ...translationOf(translations, finding.claimId, part)] };
    };
    const { statements } = finding;
    return {
      ...finding,
      reasons: both('reasons'),
      statements: statements && { complainant: both('complainant'), respondent: both('respondent') },
    };
  });

/** The texts of findings that stand in one language alone, claim by claim (I-57). */
export const untranslatedIn = (decision: InTranslation): readonly Untranslated[] =>
  inBothLanguages(decision).flatMap((finding) =>
    PARTS.flatMap((part) => {
      const lang = languageLackedBy(textAt(finding, part)?.text ?? []);
      return textAt(finding, part) && lang ? [{ claimId: finding.claimId, part, lang }] : [];
    }),
  );
