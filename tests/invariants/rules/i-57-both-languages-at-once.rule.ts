import type { CaseHistory, Step } from '../../simulation/history/case-history';
import { docketEntries } from './docket-entries';
import { ofEachCase, type Rule } from './rule';

interface Said {
  readonly lang?: string;
  readonly text: string;
}
interface Where {
  readonly claimId: string;
  readonly part: string;
}
/** The record as bytes. Reasons and statements are a list of texts once they are published, and hold one before. */
interface Recorded {
  readonly findings?: readonly {
    readonly claimId: string;
    readonly reasons: Written | null;
    readonly statements: Readonly<Record<string, Written | null>> | null;
  }[];
  readonly translations?: readonly (Where & { readonly text: Said })[];
  readonly untranslated?: readonly (Where & { readonly lang: string })[];
  readonly opens?: readonly { readonly id: string; readonly dueAt: string }[];
}
type Written = readonly Said[] | { readonly text: readonly Said[] };

const read = ({ recorded }: Pick<Step<unknown, never>, 'recorded'>) =>
  JSON.parse(Buffer.from(recorded.payload).toString('utf8')) as Recorded;
const LANGUAGES = ['en', 'zh-Hans'];
/** What differs between the languages is words: dates, numbers and names of claims are the same. */
const factsIn = (text: string): string => (text.match(/\d+/g) ?? []).toSorted().join();

/** Each entry of the docket says the same facts in both languages, and each text of the panel in it is in both. */
export const bothLanguagesAtOnce: Rule = {
  invariant: 'I-57',
  check: ({ log }) =>
    docketEntries(log).flatMap(({ serial, kind, texts, facts }) => {
      const says = (fault: string): string => `entry ${String(serial)} (${kind}) ${fault}`;
      const [en, zh] = [texts.en, texts['zh-Hans']];
      return [
        ...(en.trim() !== '' && zh.trim() !== '' && en !== zh ? [] : [says('is not in both languages')]),
        ...(factsIn(en) === factsIn(zh) ? [] : [says(`says other facts in Chinese: ${en} ${zh}`)]),
        ...(kind === 'reasons-published' ? lackingIn(publicTexts(facts), facts as Recorded).map(says) : []),
      ];
    }),
};

/** Texts of findings as the docket has them: a statement names its side by its code, and a note by its role. */
const publicTexts = (facts: unknown): readonly (Where & { readonly langs: readonly string[] })[] => {
  const { findings = [] } = facts as {
    readonly findings?: readonly {
      readonly claimId: string;
      readonly reasons?: readonly Said[];
      readonly statements?: readonly { readonly statement?: readonly Said[] }[];
    }[];
  };
  return findings.flatMap(({ claimId, reasons = [], statements = [] }) => [
    { claimId, part: 'reasons', langs: langsOf(reasons) },
    ...statements.map(({ statement = [] }) => ({ claimId, part: 'statement', langs: langsOf(statement) })),
  ]);
};

/** English is what a message leaves out as the first of its values. */
const langsOf = (texts: readonly Said[]): readonly string[] => texts.map(({ lang }) => lang ?? 'en');

/** What stands in one language alone and is not noted, or is noted and does not. */
function lackingIn(
  texts: readonly (Where & { readonly langs: readonly string[] })[],
  { untranslated = [] }: Pick<Recorded, 'untranslated'>,
): readonly string[] {
  const nameOf = ({ claimId, part }: Where): string => `${claimId} ${part === 'reasons' ? part : 'statement'}`;
  const lacking = texts
    .filter(({ langs }) => langs.length > 0)
    .flatMap(({ langs, ...where }) =>
      LANGUAGES.filter((lang) => !langs.includes(lang)).map((lang) => `${nameOf(where)} in ${lang}`),
    );
  const noted = untranslated.map((each) => `${nameOf(each)} in ${each.lang}`);
  return lacking.toSorted().join() === noted.toSorted().join()
    ? []
    : [`lacks ${lacking.join() || 'nothing'} and notes ${noted.join() || 'nothing'}`];
}

const textsOf = ({ findings = [], translations = [] }: Recorded) =>
  findings.flatMap(({ claimId, reasons, statements }) =>
    [['reasons', reasons] as const, ...Object.entries(statements ?? {})].map(([part, written]) => {
      const own = written === null ? [] : 'text' in written ? written.text : written;
      const later = translations.filter((each) => each.claimId === claimId && each.part === part);
      return { claimId, part, langs: langsOf([...own, ...later.map(({ text }) => text)]) };
    }),
  );

/**
 * Findings issue in both languages; or when the time to translate is over, with the note of what is not. Nothing is a
 * translation of the panel’s reasons but what a co-chair of each side said, nor of a statement but what its side said.
 */
export const translatedInTime = ofEachCase('I-57', (each) => [
  ...each.panel.flatMap((step, index) => {
    if (step.event.type !== 'FindingsIssued' && step.event.type !== 'ReasonsPublished') return [];
    const issued = read(step);
    const faults = lackingIn(textsOf(issued), issued);
    if (step.event.type === 'ReasonsPublished' || (issued.untranslated ?? []).length === 0) return faults;
    const due = each.panel
      .slice(0, index)
      .flatMap((before) => (read(before).opens ?? []).filter(({ id }) => id === 'certification'))
      .at(-1)?.dueAt;
    return [...faults, ...(due === step.event.occurredAt ? [] : [`issued untranslated, and there was time to ${due}`])];
  }),
  ...each.panel.flatMap((step) =>
    step.event.type === 'FindingsIssued' ? (read(step).translations ?? []).flatMap((one) => madeUp(one, each)) : [],
  ),
]);

function madeUp({ claimId, part, text }: Where & { readonly text: Said }, each: CaseHistory): readonly string[] {
  const sides = new Set(
    each.deliberation.flatMap(({ recorded }) => {
      if (recorded.type !== 'TranslationProposed') return [];
      const said = JSON.parse(Buffer.from(recorded.payload).toString('utf8')) as Where & { by: string; text: Said };
      const isIt = said.claimId === claimId && said.part === part && said.text.text === text.text;
      return isIt ? [sideOf(said.by, each)] : [];
    }),
  );
  const wanted = part === 'reasons' ? ['complainant', 'respondent'] : [part];
  return wanted.every((side) => sides.has(side)) ? [] : [`${part} on ${claimId} were translated by another`];
}

/** The side whose desk nominated a member, or from whose roster the member was drawn. */
function sideOf(member: string, { panel, parties }: CaseHistory): string | undefined {
  const named = panel.findLast(
    ({ recorded: { type, payload } }) =>
      (type === 'MemberNominated' || type === 'MemberDrawn') &&
      (JSON.parse(Buffer.from(payload).toString('utf8')) as { member?: string }).member === member,
  );
  const { seat = '' } = named
    ? (JSON.parse(Buffer.from(named.recorded.payload).toString('utf8')) as { seat?: string })
    : {};
  return (['complainant', 'respondent'] as const).find((side) => seat.includes(side) || seat.startsWith(parties[side]));
}
