import type { Bilingual } from '@parley/kernel';
import { currentRuleSet } from '../rule-sets/rule-set-of';
import { BOOK_RULES, GLOSSARY, INVARIANTS, QUOTED_RULE, rulePath, ruleNamed } from './rule-book';

const HAN = /\p{Script=Han}/u;

const texts: readonly (readonly [string, Bilingual])[] = [
  ...BOOK_RULES.flatMap(({ rule, title, sentence, why, changes }) =>
    [title, sentence, why, changes].flatMap((text) => (text === undefined ? [] : [[rule, text] as const])),
  ),
  ...GLOSSARY.flatMap(({ word, term, meaning }) => [[word, term] as const, [word, meaning] as const]),
];

const quotedIn = (text: string): readonly string[] => [...new Set(text.match(QUOTED_RULE))].toSorted();
const emphasised = (text: string): number => text.match(/\*/g)?.length ?? 0;

describe('the rule book', () => {
  it('says everything in both languages', () => {
    expect(
      texts.filter(([, { en, 'zh-Hans': zh }]) => en === '' || HAN.test(en.replace('席位', '')) || !HAN.test(zh)),
    ).toEqual([]);
  });

  it('quotes in each language the rules that it quotes in the other, and only such as there are', () => {
    const uneven = texts.filter(([, { en, 'zh-Hans': zh }]) => String(quotedIn(en)) !== String(quotedIn(zh)));
    expect(uneven).toEqual([]);
    const unknown = texts.flatMap(([, { en }]) => quotedIn(en)).filter((rule) => ruleNamed(rule) === undefined);
    expect(unknown).toEqual([]);
  });

  it('closes each emphasis that it opens', () => {
    const odd = texts.filter(([, text]) => Object.values(text).some((each: string) => emphasised(each) % 2 === 1));
    expect(odd).toEqual([]);
  });

  it('holds the 76 invariants without a gap', () => {
    const numbers = Array.from({ length: 76 }, (_none, index) => `I-${String(index + 1).padStart(2, '0')}`);
    expect(Object.keys(INVARIANTS)).toEqual(numbers);
  });

  it('has one address for each rule, by which it is found again, as it is by its name in any case of letters', () => {
    expect(new Set(BOOK_RULES.map(({ rule }) => rulePath(rule))).size).toBe(BOOK_RULES.length);
    for (const { rule } of BOOK_RULES) {
      expect(ruleNamed(decodeURIComponent(rulePath(rule).slice('/rules/'.length)))?.rule).toBe(rule);
      expect(ruleNamed(rule.toLowerCase())?.rule).toBe(rule);
    }
  });

  it('has a page for each rule and stage that the rule set quotes', () => {
    const { tracks, silence, graphs } = currentRuleSet;
    const clocks = Object.values(tracks).flatMap((track) => Object.values(track.clocks));
    const quoted = [
      ...clocks.flatMap(({ stage, rule }) => [stage, rule]),
      ...Object.values(silence).map(({ stage }) => stage),
      ...Object.values(graphs).flatMap(({ edges }) => edges.map(({ rule }) => rule)),
    ];
    expect([...new Set(quoted)].filter((rule) => ruleNamed(rule) === undefined)).toEqual([]);
  });

  it('lists each word once', () => {
    expect(new Set(GLOSSARY.map(({ word }) => word)).size).toBe(GLOSSARY.length);
  });
});
