import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACTS_IN_CHINESE, actsTable, type DeclaredAct } from '@parley/access';
import type { Language } from '@parley/kernel';
import { actsOf, actsOfOperations } from './service-document.fixture';
import { SERVICES } from './services-of-routes.fixture';

/** The table and its heading in each language. */
const PAGES = [
  ['en', 'ACTS.md', '# Who may do what, and when not\n\n[中文](ACTS.zh-Hans.md)'],
  ['zh-Hans', 'ACTS.zh-Hans.md', '# 何人可作何种行为，以及何时不得\n\n[English](ACTS.md)'],
] as const;
const MARK = '<!-- made from the code -->';
const fileOf = (name: string): string => join(__dirname, '../../../../libs/access', name);

describe('who may do what', () => {
  let acts: readonly DeclaredAct[];
  const pageOf = (lang: Language, heading: string): string => `${heading}\n\n${MARK}\n\n${actsTable(acts, lang)}\n`;

  beforeAll(async () => {
    acts = (await Promise.all([...SERVICES.map(([, service]) => actsOf(service)), actsOfOperations()])).flat();
    if (process.env['PARLEY_WRITE_TABLES'] === '1')
      for (const [lang, name, heading] of PAGES) writeFileSync(fileOf(name), pageOf(lang, heading));
  });

  it.each(PAGES)(
    'stands, in %s, in %s of the access library as the routes declare it (PARLEY_WRITE_TABLES=1 writes it anew)',
    (lang, name, heading) => {
      expect(readFileSync(fileOf(name), 'utf8')).toBe(pageOf(lang, heading));
    },
  );

  it('has Chinese words for every act, and for none that is not there', () => {
    expect(Object.keys(ACTS_IN_CHINESE).toSorted()).toEqual(acts.map(({ act }) => act).toSorted());
  });

  it('names for every act the words by which a person finds it', () => {
    expect(acts.filter(({ what }) => what === '').map(({ act }) => act)).toEqual([]);
  });
});
