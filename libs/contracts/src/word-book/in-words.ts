import type { Bilingual, Party } from '@parley/kernel';
import { lateActWords } from '@parley/procedure';
import { clockName } from './clocks';
import { both, type Pair } from './entry';
import { entryOf } from './entry-of';
import { termOf, TERMS, type TermKind } from './terms';
import { keyOfType } from './told-as';

/** Name of a party within a sentence, by its code. */
export type PartyName = (code: string) => Bilingual;

/** Names of these parties; any other is named by its code. */
export const namesOf = (parties: readonly Pick<Party, 'code' | 'inSentence'>[]): PartyName => {
  const names = new Map<string, Bilingual>(parties.map(({ code, inSentence }) => [code, inSentence]));
  return (code) => names.get(code) ?? same(code);
};

/** Puts a value in words; `undefined` where it is missing. */
type InWords = (value: unknown, nameOf: PartyName) => Bilingual | undefined;

const same = (text: string): Bilingual => both([text, text]);
const isText = (value: unknown): value is string | number =>
  (typeof value === 'string' && value !== '') || typeof value === 'number' || typeof value === 'bigint';
const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Words one after the other; nothing where there are none. */
const listed = (words: readonly Bilingual[]): Bilingual | undefined =>
  words.length === 0
    ? undefined
    : both([words.map(({ en }) => en).join(', '), words.map((word) => word['zh-Hans']).join('、')]);

const ofText =
  (say: (text: string) => Bilingual | undefined): InWords =>
  (value) =>
    isText(value) ? say(String(value)) : undefined;

/** `2025-02-21 15:30 UTC`: a log that stays for ever names instants in a zone that no law can move. */
export const inUtc = (instant: string): string => `${instant.slice(0, 16).replace('T', ' ')} UTC`;

/** A number with the noun that is counted. */
const counted = (n: number, [one, many, zh]: readonly [one: string, many: string, zh: string]): Bilingual =>
  both([`${String(n)} ${n === 1 ? one : many}`, `${String(n)} ${zh}`]);

const languageOf = (lang: unknown): Bilingual => both(lang === 'en' ? ['English', '英文'] : ['Chinese', '中文']);

const party: InWords = (value, nameOf) =>
  typeof value === 'string' && /^[A-Z]{2,8}$/.test(value) ? nameOf(value) : undefined;

/** A panel has three seats of a side at most. */
const ORDINALS: readonly Pair[] = [
  ['first', '一'],
  ['second', '二'],
  ['third', '三'],
];

/** A document by what it is called: “letter 2”. */
const calledDocument = (kind: string, label: unknown): Bilingual => {
  const [name, which] = [termOf('document', kind), isText(label) ? ` ${String(label)}` : ''];
  return both([`“${name.en}${which}”`, `“${name['zh-Hans']}${which}”`]);
};

/** How values of each kind are put in words, beside the codes that stand for terms. */
export const IN_WORDS = {
  party,
  /** Messages name the party only where it may not be the complainant. */
  partyOrComplainant: (value, nameOf) => party(value, nameOf) ?? termOf('who', 'complainant'),
  parties: (value, nameOf) => listed(listOf(value).flatMap((code) => party(code, nameOf) ?? [])),
  at: ofText((instant) => same(inUtc(instant))),
  clock: (value) => {
    const deadline: unknown = Array.isArray(value) ? value[0] : value;
    const clock = typeof deadline === 'string' ? deadline : fieldOf(deadline, 'clock');
    return typeof clock === 'string' && clock !== '' ? clockName(clock) : undefined;
  },
  /** Limits, each with its end. */
  limits: (value) =>
    listed(
      listOf(value).map((limit) => {
        const [{ en, 'zh-Hans': zh }, to] = [
          clockName(String(fieldOf(limit, 'clock'))),
          inUtc(String(fieldOf(limit, 'dueAt'))),
        ];
        return both([`${en}, to ${to}`, `${zh}，至 ${to}`]);
      }),
    ),
  act: ofText(lateActWords),
  /** An exhibit by its number, or a document by what it is called. */
  paper: (value) => {
    const kind = fieldOf(value, 'kind');
    if (isText(kind)) return calledDocument(String(kind), fieldOf(value, 'label'));
    if (!isText(value)) return undefined;
    return Object.hasOwn(TERMS.document, String(value)) ? calledDocument(String(value), '') : same(String(value));
  },
  /** What came in person in the place of something: that is always paper that a registry had received. */
  inPlace: ofText(() =>
    both(['in the place of the paper that a registry had received', '替代登记处此前收到的书面材料']),
  ),
  /** Why a replacement came: its correction met an objection. */
  afterObjection: ofText(() =>
    both(['the other party objected to it as a correction', '对方对其作为笔误更正提出异议']),
  ),
  /** By the kind of an amendment: a joinder brings in claims of the respondent, which the complainant answers. */
  answerer: ofText((kind) => termOf('who', kind === 'joinder' ? 'complainant' : 'respondent')),
  /** What somebody wrote, in each language as far as it stands there. */
  written: (value) => {
    const texts = listOf(value);
    const inLanguage = (lang: string): unknown =>
      fieldOf(texts.find((text) => fieldOf(text, 'lang') === lang) ?? texts[0], 'text');
    const [en, zh] = [inLanguage('en'), inLanguage('zh-Hans')];
    return isText(en) && isText(zh) ? both([String(en), String(zh)]) : undefined;
  },
  /** Persons by their pseudonyms. An event names a member, and a message a person. */
  people: (value) =>
    listed(
      listOf(value).flatMap((each) =>
        [fieldOf(each, 'member') ?? fieldOf(each, 'personId')].filter(isText).map((id) => same(String(id))),
      ),
    ),
  claims: (value) => {
    const claims = listed(
      listOf(value)
        .filter(isText)
        .map((claim) => same(String(claim))),
    );
    return (
      claims && both([`${listOf(value).length === 1 ? 'claim' : 'claims'} ${claims.en}`, `主张 ${claims['zh-Hans']}`])
    );
  },
  cases: (value) =>
    listed(
      listOf(value).flatMap((item) =>
        [fieldOf(item, 'docketNumber') ?? item].filter(isText).map((n) => same(String(n))),
      ),
    ),
  objections: (value) =>
    listed(
      listOf(value).flatMap((item) =>
        [fieldOf(item, 'kind') ?? item].filter(isText).map((kind) => termOf('objection', String(kind))),
      ),
    ),
  unverified: (value) =>
    listed(
      listOf(value).flatMap((item) =>
        [fieldOf(item, 'obligation') ?? item].filter(isText).map((id) => same(String(id))),
      ),
    ) ?? both(['none', '无']),
  count: (value) => (Array.isArray(value) ? same(String(value.length)) : undefined),
  members: (value) =>
    typeof value === 'number' ? counted(value, ['panel member', 'panel members', '名专家组成员']) : undefined,
  /** A seat of a side by its place: `US:1`. */
  seat: ofText((seat) => {
    const n = Number(/:(\d+)$/.exec(seat)?.[1]);
    const [en, zh] = ORDINALS[n - 1] ?? [];
    return en === undefined || zh === undefined ? undefined : both([`${en} seat`, `第${zh}席位`]);
  }),
  names: (value) => (typeof value === 'number' ? counted(value, ['name', 'names', '人']) : undefined),
  /** Nothing where there are to be none. */
  someNames: (value) => (typeof value === 'number' && value > 0 ? counted(value, ['name', 'names', '人']) : undefined),
  obligations: (value) =>
    Array.isArray(value) ? counted(value.length, ['obligation', 'obligations', '项义务']) : undefined,
  findings: (value) => {
    const kinds = Object.entries(TERMS.finding).map(([outcome, name]) => ({
      name,
      n: String(listOf(value).filter((finding) => fieldOf(finding, 'outcome') === outcome).length),
    }));
    return both([
      kinds.map(({ n, name }) => `${name.en}: ${n}`).join('; '),
      kinds.map(({ n, name }) => `${name['zh-Hans']} ${n} 项`).join('，'),
    ]);
  },
  /** The claims of which the majority adopted no reasons in time (I-73); nothing where it did of all. */
  unreasoned: (value) =>
    listed(
      listOf(value).flatMap((finding) => {
        const [outcome, reasons, claim] = ['outcome', 'reasons', 'claimId'].map((field) => fieldOf(finding, field));
        const decided = outcome === 'substantiated' || outcome === 'not-substantiated';
        // An event holds the reasons or null, and a message says only whether there are any.
        const isInEvent = reasons === null || (reasons !== undefined && !Array.isArray(reasons));
        const reasoned = isInEvent ? reasons !== null : fieldOf(finding, 'reasoned') === true;
        return decided && !reasoned ? [same(String(claim))] : [];
      }),
    ),
  /** Texts that stand in one language alone (I-57). */
  untranslated: (value) =>
    listed(
      listOf(value).map((each) => {
        const [part, claim] = [termOf('part', String(fieldOf(each, 'part'))), String(fieldOf(each, 'claimId'))];
        const lang = languageOf(fieldOf(each, 'lang'));
        return both([
          `${part.en} on ${claim} into ${lang.en}`,
          `${claim} 的${part['zh-Hans']}（译为${lang['zh-Hans']}）`,
        ]);
      }),
    ),
  /** How much of each text was left out of the public findings, why and on whose mark. */
  leftOut: (value, nameOf) =>
    listed(
      listOf(value).map((each) => {
        const said = (field: string): string => String(fieldOf(each, field));
        const [part, why, whose] = [
          termOf('part', said('part')),
          termOf('confidential', said('reason')),
          said('party'),
        ];
        const lang = languageOf(said('lang'));
        return both([
          `${said('characters')} of ${said('of')} characters of ${part.en} on ${said('claimId')} in ${lang.en} ` +
            `(${why.en}; on the mark of ${nameOf(whose).en})`,
          `${said('claimId')} 的${part['zh-Hans']}${lang['zh-Hans']}文本 ${said('of')} 字中的 ${said('characters')} 字` +
            `（${why['zh-Hans']}；应${nameOf(whose)['zh-Hans']}标记）`,
        ]);
      }),
    ),
  /** Each objection of the reply, and how it was disposed of. */
  disposals: (value) =>
    listed(
      listOf(value).map((disposal) => {
        const kind = termOf('objection', String(fieldOf(disposal, 'kind')));
        const outcome = termOf('disposal', String(fieldOf(disposal, 'outcome')));
        return both([`${kind.en} – ${outcome.en}`, `${kind['zh-Hans']}——${outcome['zh-Hans']}`]);
      }),
    ),
  /** The name of the event that a message tells, by the name of its type. */
  message: ofText((type) => entryOf(keyOfType(type) ?? type)?.name),
  /** The names of the events of which notices tell. */
  told: (value) =>
    listed(
      listOf(value).flatMap((notice) => {
        const of = fieldOf(notice, 'of');
        return entryOf(`${String(fieldOf(of, 'context'))}.${String(fieldOf(of, 'event'))}`)?.name ?? [];
      }),
    ),
} as const satisfies Readonly<Record<string, InWords>>;

export type WordsKind = keyof typeof IN_WORDS | TermKind;

const isInWords = (kind: string): kind is keyof typeof IN_WORDS => Object.hasOwn(IN_WORDS, kind);
const isTermKind = (kind: string): kind is TermKind => Object.hasOwn(TERMS, kind);

/** True for a kind that a placeholder may name after its bar. */
export const isWordsKind = (kind: string): kind is WordsKind => isInWords(kind) || isTermKind(kind);

/** A value in words, by the kind in its placeholder; `undefined` where it is missing. */
export function inWords(value: unknown, kind: string, nameOf: PartyName): Bilingual | undefined {
  if (isInWords(kind)) return IN_WORDS[kind](value, nameOf);
  if (!isTermKind(kind)) return isText(value) ? same(String(value)) : undefined;
  const code = isText(value) || typeof value === 'boolean' ? String(value) : '';
  return code === '' && !Object.hasOwn(TERMS[kind], '') ? undefined : termOf(kind, code);
}
