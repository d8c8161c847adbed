import { sideOf, type CaseParties, type PartyCode, type PersonId, type Side, type Text } from '@parley/kernel';
import { PARTS, textAt, type Finding, type Part } from '../findings/make-findings.rules';
import type { Mark, MarkReason } from './marks.rules';

/** One text of the findings, in one language. */
export interface FindingText {
  readonly claimId: string;
  readonly part: Part;
  readonly lang: Text['lang'];
  readonly text: string;
}

/** What everybody reads of a finding. It names no exhibit, since only its readers know of one that is not public. */
export interface PublicFinding {
  readonly claimId: string;
  readonly reasons: readonly Text[] | null;
  readonly statements: Readonly<Record<Side, readonly Text[] | null>> | null;
}

/** How much of a text was left out for a reason, on whose mark. */
export interface LeftOut extends Omit<FindingText, 'text'> {
  readonly party: PartyCode;
  readonly reason: MarkReason;
  readonly characters: number;
  /** Characters of the whole text. */
  readonly of: number;
}

/** From a character to the one before which it ends. */
type Span = readonly [from: number, to: number];

/** Every text of reasons and statements, claim by claim. */
export const textsIn = (findings: readonly Finding[]): readonly FindingText[] =>
  findings.flatMap((finding) =>
    PARTS.flatMap(
      (part) =>
        textAt(finding, part)?.text.map(({ lang, text }) => ({ claimId: finding.claimId, part, lang, text })) ?? [],
    ),
  );

/** Where passages stand in a text, in its order, and those that touch each other as one. */
export function placesOf(passages: readonly string[], text: string): readonly Span[] {
  const spans = passages.flatMap((passage) => {
    const found: Span[] = [];
    for (let from = text.indexOf(passage); from >= 0; from = text.indexOf(passage, from + 1))
      found.push([from, from + passage.length]);
    return found;
  });
  const joined: [number, number][] = [];
  for (const [from, to] of spans.toSorted(([a], [b]) => a - b)) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

export const charactersIn = (spans: readonly Span[]): number => spans.reduce((sum, [from, to]) => sum + to - from, 0);

const passagesOf = (marks: readonly Mark[]): readonly string[] => marks.flatMap(({ passages }) => passages);

/** Marks that count: within what a side may leave out by itself, or with leave of both co-chairs. */
export const counting = (marks: readonly Mark[], coChairs: readonly PersonId[]): readonly Mark[] =>
  marks.filter(({ needsLeave, leaveBy }) => !needsLeave || coChairs.every((chair) => leaveBy.includes(chair)));

/** What stands in a text in place of what is left out: the roles, so that it reads the same whoever complains. */
const IN_PLACE = {
  en: { complainant: 'on the complainant’s mark', respondent: 'on the respondent’s mark', both: 'on marks of both' },
  'zh-Hans': { complainant: '应申诉方标记', respondent: '应被申诉方标记', both: '应双方标记' },
} as const;

const inPlace = (lang: Text['lang'], of: Side | 'both'): string =>
  lang === 'en' ? `[left out ${IN_PLACE.en[of]}]` : `［${IN_PLACE['zh-Hans'][of]}略去］`;

/** A text without what was marked, and where something was left out, on whose mark. */
function without({ text, lang, ...rest }: Text, marks: readonly Mark[], parties: CaseParties): Text {
  const spansOf = (side: Side): readonly Span[] =>
    placesOf(passagesOf(marks.filter(({ party }) => sideOf(parties, party) === side)), text);
  const [complainant, respondent] = [spansOf('complainant'), spansOf('respondent')];
  const within = (spans: readonly Span[], [from, to]: Span): boolean =>
    spans.some(([start, end]) => start < to && end > from);
  let at = 0;
  let kept = '';
  for (const span of placesOf(passagesOf(marks), text)) {
    const [ofComplainant, ofRespondent] = [within(complainant, span), within(respondent, span)];
    const of = ofComplainant && ofRespondent ? 'both' : ofComplainant ? 'complainant' : 'respondent';
    kept += text.slice(at, span[0]) + inPlace(lang, of);
    at = span[1];
  }
  return { ...rest, lang, text: kept + text.slice(at) };
}

/** What everybody reads of findings: all of it but what marks that count leave out (I-75). */
export const publicVersion = (
  findings: readonly Finding[],
  marks: readonly Mark[],
  parties: CaseParties,
): readonly PublicFinding[] => {
  const read = (said: { readonly text: readonly Text[] } | null): readonly Text[] | null =>
    said?.text.map((text) => without(text, marks, parties)) ?? null;
  return findings.map(({ claimId, reasons, statements }) => ({
    claimId,
    reasons: read(reasons),
    statements: statements && { complainant: read(statements.complainant), respondent: read(statements.respondent) },
  }));
};

/** How much marks leave out of each text, for each side, the complainant's first, and each reason. */
export const leftOutOf = (
  findings: readonly Finding[],
  marks: readonly Mark[],
  { complainant, respondent }: CaseParties,
): readonly LeftOut[] =>
  textsIn(findings).flatMap(({ text, ...where }) =>
    [complainant, respondent].flatMap((party) => {
      const own = marks.filter((mark) => mark.party === party);
      return [...new Set(own.map(({ reason }) => reason))].flatMap((reason) => {
        const spans = placesOf(passagesOf(own.filter((mark) => mark.reason === reason)), text);
        return spans.length === 0
          ? []
          : [{ ...where, party, reason, characters: charactersIn(spans), of: text.length }];
      });
    }),
  );
