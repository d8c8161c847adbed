import { sha256 } from '@parley/event-store';
import { canonicalJson, type Bilingual } from '@parley/kernel';
import { bookVersion, entryOf, headingOf, headingsIn } from './entry-of';
import { isWordsKind } from './in-words';
import { PLACEHOLDER } from './say';
import { wordBook, wordBookTopics } from './topics';
import { TERMS } from './terms';

const entries = Object.entries(wordBook);
const placeholdersIn = (sentence: string): readonly string[] => [...sentence.matchAll(PLACEHOLDER)].map(([all]) => all);

describe('the word book', () => {
  it('tells each event once', () => {
    const told = Object.values(wordBookTopics).flatMap((topic) => Object.keys(topic));
    expect(told.toSorted()).toEqual(Object.keys(wordBook).toSorted());
  });

  it.each(entries)('tells of %s in both languages alike', (_, { name, heading, sentence }) => {
    expect(name.en).toMatch(/^[a-z].*[a-z)]$/);
    expect(heading.en).toMatch(/^[A-Z].*[^.]$/);
    expect(sentence.en).toMatch(/^[A-Z{[].*[.}\]]$/);
    for (const chinese of [name['zh-Hans'], heading['zh-Hans']]) expect(chinese).toMatch(/^\p{Script=Han}.*[^。]$/u);
    expect(sentence['zh-Hans']).toMatch(/^[\p{Script=Han}{[].*[。}\]]$/u);
    // A name or a heading is the same for every event of its kind.
    expect(JSON.stringify([name, heading])).not.toMatch(/[{}[|]\w/);
  });

  it.each(entries)('asks for the same values of %s in both', (_, { sentence }) => {
    const [en, zh] = [placeholdersIn(sentence.en), placeholdersIn(sentence['zh-Hans'])];
    expect(new Set(zh)).toEqual(new Set(en));
    for (const placeholder of en) {
      const [, kind] = /\|(\w+)\}$/.exec(placeholder) ?? [];
      expect([placeholder, kind === undefined || isWordsKind(kind)]).toEqual([placeholder, true]);
    }
  });

  it('names who did it in brackets alone, since no message says that', () => {
    const bare = entries.filter(([, { sentence }]) =>
      [sentence.en, sentence['zh-Hans']].some((text) => text.replace(/\[[^\]]*\]/g, '').includes('{actor.')),
    );
    expect(bare.map(([key]) => key)).toEqual([]);
  });

  it('leaves no code and no Latin word in a Chinese sentence', () => {
    const chinese = entries.map(([key, { sentence }]) => [key, sentence['zh-Hans'].replace(PLACEHOLDER, '')] as const);
    expect(chinese.filter(([, sentence]) => /[A-Za-z]/.test(sentence))).toEqual([]);
  });

  it('says of nobody that an agreement was violated (I-52)', () => {
    expect(JSON.stringify([wordBook, TERMS])).not.toMatch(/violat|breach|违反/);
  });

  it('has its terms in both languages', () => {
    for (const [kind, words] of Object.entries<Readonly<Record<string, Bilingual>>>(TERMS))
      for (const [code, { en, 'zh-Hans': zh }] of Object.entries(words))
        expect([kind, code, en === '', /[A-Za-z]/.test(zh)]).toEqual([kind, code, zh === '' && en === '', false]);
  });

  it('says what stands above a notice; one of a later day is named by its rule', () => {
    expect(headingOf({ key: 'intake.GrievanceServed', version: bookVersion }, 'S3')).toEqual({
      en: 'Service of the grievance',
      'zh-Hans': '送达申诉',
    });
    expect(headingOf({ key: 'panelreview.SomethingNew', version: bookVersion }, 'S7').en).toBe(
      'A step under rule S7 was recorded',
    );
    expect([entryOf('toString'), entryOf('intake.SomethingNew')]).toEqual([undefined, undefined]);
  });

  it('reads a heading in the version that its notice names, and in no other', () => {
    expect(headingOf({ key: 'intake.CaseRegistered', version: bookVersion }, 'S3').en).toBe('The case was registered');
    expect(headingOf({ key: 'intake.CaseRegistered', version: '0' }, 'S3').en).toMatch(/^A step under rule/);
  });

  it('never changes a heading in a version that has told something, so that a notice’s digest covers it (I-60)', () => {
    expect(sha256(canonicalJson(headingsIn('1')))).toBe(
      'b8b838b403ee619c27ecf2c06badc44f01764829e3501c4d4e8d5cc1f7943bf4',
    );
  });
});
