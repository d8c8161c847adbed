import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { publicEventSchemas } from '../registry';
import { wordBook } from './topics';

const SERVICES = path.join(__dirname, '../../../../services');
const FOLDERS: Readonly<Record<string, string>> = {
  ...{ intake: 'intake', evidence: 'evidence', panelreview: 'panel-review', referral: 'referral', audit: 'audit' },
};

/** What a service is written in, its specs apart. */
const sourcesOf = (service: string): string =>
  readdirSync(path.join(SERVICES, service, 'src'), { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.endsWith('.ts') && !/\.(spec|fixture)\.ts$/.test(name))
    .map(({ parentPath, name }) => readFileSync(path.join(parentPath, name), 'utf8'))
    .join('\n');

/** Some messages are told as an event of another name. */
const TOLD_AS = readFileSync(path.join(__dirname, 'told-as.ts'), 'utf8');

const kebab = (name: string): string => name.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase();

describe('the word book and the services', () => {
  const sources = Object.fromEntries(Object.entries(FOLDERS).map(([context, folder]) => [context, sourcesOf(folder)]));
  const messages = new Set(publicEventSchemas.map(({ typeName }) => typeName.replace(/^parley\.(\w+)\.v\d+\./, '$1.')));

  it('has no entry of what nobody records and nobody tells', () => {
    const dead = Object.keys(wordBook).filter((key) => {
      const [context = '', name = ''] = key.split('.');
      const source = `${sources[context] ?? ''}${TOLD_AS}`;
      return !messages.has(key) && ![name, kebab(name)].some((word) => source.includes(`'${word}'`));
    });
    expect(dead).toEqual([]);
  });
});
