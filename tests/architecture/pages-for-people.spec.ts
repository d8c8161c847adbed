import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { WORKSPACE } from './lint-planted';

const textOf = (page: string): string => readFileSync(join(WORKSPACE, page), 'utf8');
const PAGES = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: WORKSPACE,
  encoding: 'utf8',
})
  .split('\n')
  .filter((page) => page !== '');
const WRITTEN_TWICE = PAGES.filter((page) => page.endsWith('.zh-Hans.md'));
/** Pages that are read from top to bottom by whoever comes new. */
const READ_WHOLE = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'libs/procedure/PHILOSOPHY.md'];
/** Lines of a README before it sends its reader on: three screens. */
const THREE_SCREENS = 3 * 50;
/** Words. A sentence of a page for everybody has about twenty. */
const [USUAL, LONGEST] = [20, 40];

const withoutBlocks = (text: string): string => text.replaceAll(/```.*?```/gs, '');
const withoutCode = (text: string): string => withoutBlocks(text).replaceAll(/`[^`\n]*`/g, 'code');
const codeIn = (text: string): readonly string[] => text.match(/```.*?```/gs) ?? [];
/** Comments are for people, and so in the language of the page. */
const withoutComments = (code: string): string => code.replaceAll(/ *#.*$/gm, '');
const headingsOf = (text: string): readonly string[] => withoutBlocks(text).match(/^#{1,6} .*$/gm) ?? [];

/** The entries of the lists, each as the names in code that it speaks of: so their number and order are the same. */
const entriesOf = (text: string): readonly (readonly string[])[] =>
  withoutBlocks(text)
    .split(/\n(?=[-*#\d])/)
    .filter((part) => /^([-*]|\d+\.) /.test(part))
    .map((entry) => [...new Set(entry.split(/\n\s*\n/)[0]?.match(/`[^`]+`/g) ?? [])].sort());

/** The name of a heading in an address, as the places that show these pages make it. */
const anchorOf = (heading: string): string =>
  heading
    .replace(/^#+ /, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

const linksIn = (text: string): readonly string[] =>
  [...withoutBlocks(text).matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/g)].map(([, link, source]) => link ?? source ?? '');

const brokenIn = (page: string): readonly string[] =>
  linksIn(textOf(page)).filter((link) => {
    if (/^(https?|mailto):/.test(link)) return false;
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? page : join(dirname(page), path);
    if (!existsSync(join(WORKSPACE, target))) return true;
    return anchor !== undefined && !headingsOf(textOf(target)).map(anchorOf).includes(anchor);
  });

const sentencesOf = (text: string): readonly string[] =>
  withoutCode(text)
    .split('\n')
    .filter((line) => !/^(#|\||!\[|<)/.test(line))
    .join('\n')
    .split(/\n\s*\n|\n(?=[-*\d])|(?<=[.?!:])\s+/)
    .map((sentence) => sentence.replaceAll(/\]\([^)]*\)|[*_[\]]/g, '').trim())
    .filter((sentence) => sentence !== '');
const wordsIn = (sentence: string): number => sentence.split(/\s+/).length;

describe('the pages for people', () => {
  it.each(PAGES)('%s links to what is there', (page) => {
    expect(brokenIn(page)).toEqual([]);
  });

  it.each(PAGES)('%s names only commands that there are', (page) => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
    const named = [...textOf(page).matchAll(/\bnpm run ([a-z:-]+[a-z])/g)].map(([, name]) => name ?? '');
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it.each(WRITTEN_TWICE)(
    '%s says what the page in English says: its parts, their entries, its code and its links',
    (page) => {
      const english = page.replace('.zh-Hans.md', '.md');
      const [one, other] = [textOf(english), textOf(page)];
      const level = (heading: string) => heading.replace(/ .*/, '');
      const inEither = (link: string) => link.replace('.zh-Hans.', '.').replace(/#.*/, '');
      expect(headingsOf(other).map(level)).toEqual(headingsOf(one).map(level));
      expect(entriesOf(other)).toEqual(entriesOf(one));
      expect(codeIn(other).map(withoutComments)).toEqual(codeIn(one).map(withoutComments));
      const own = (link: string) => inEither(link) !== english.replace(/.*\//, '');
      expect(linksIn(other).map(inEither).filter(own).sort()).toEqual(linksIn(one).map(inEither).filter(own).sort());
    },
  );

  it('sends the reader of the README on within three screens', () => {
    const before = textOf('README.md').split('## Where to go on')[0] ?? '';
    expect(before.length).toBeLessThan(textOf('README.md').length);
    expect(before.split('\n').length).toBeLessThanOrEqual(THREE_SCREENS);
  });

  it.each(READ_WHOLE)('%s has one thought a sentence', (page) => {
    const sentences = sentencesOf(textOf(page));
    const all = sentences.map(wordsIn).reduce((sum, count) => sum + count, 0);
    expect(sentences.filter((sentence) => wordsIn(sentence) > LONGEST)).toEqual([]);
    expect(all / sentences.length).toBeLessThanOrEqual(USUAL);
  });
});
