import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { publicEventSchemas } from '../registry';
import { EVENT_TYPE, eventTypeOf, PARTS_OF_EVENTS, SERVED_TEXTS, wordBook } from './topics';

const SERVICES = path.join(__dirname, '../../../../services');
/** Events that every service records alike. */
const OF_ALL = path.join(__dirname, '../../../processes/src');
const LATE_ENTRIES = path.join(__dirname, '../../../procedure/src/late-entries');
const FOLDERS: Readonly<Record<string, string>> = {
  ...{ intake: 'intake', evidence: 'evidence', panelreview: 'panel-review', referral: 'referral', audit: 'audit' },
};

/** All sources of a folder except its specs. */
const sourcesIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.endsWith('.ts') && !/\.(spec|fixture)\.ts$/.test(name))
    .map(({ parentPath, name }) => readFileSync(path.join(parentPath, name), 'utf8'))
    .join('\n');

/** Some messages are told as an event of another name. */
const TOLD_AS = readFileSync(path.join(__dirname, 'told-as.ts'), 'utf8');

/** The kinds of events that are declared in a source. */
const kindsIn = (source: string): readonly string[] =>
  [...source.matchAll(/\bDomainEvent<\s*((?:'\w+'[\s|]*)+)/g)].flatMap(([, kinds = '']) =>
    [...kinds.matchAll(/'(\w+)'/g)].flatMap(([, kind]) => kind ?? []),
  );

const kebab = (name: string): string => name.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase();

describe('the word book and the services', () => {
  const sources = Object.fromEntries(
    Object.entries(FOLDERS).map(([context, folder]) => [context, sourcesIn(path.join(SERVICES, folder, 'src'))]),
  );
  const ofAll = sourcesIn(OF_ALL);
  const messages = new Set(publicEventSchemas.map(({ typeName }) => typeName.replace(/^parley\.(\w+)\.v\d+\./, '$1.')));

  it('has no entry of what nobody records and nobody tells', () => {
    const dead = Object.keys(wordBook).filter((key) => {
      const [context = '', name = ''] = key.split('.');
      const source = `${sources[context] ?? ''}${ofAll}${TOLD_AS}`;
      return !messages.has(key) && ![name, kebab(name)].some((word) => source.includes(`'${word}'`));
    });
    expect(dead).toEqual([]);
  });

  const alike = ['dismissals', 'orders', 'counted-reads'].flatMap((topic) =>
    kindsIn(sourcesIn(path.join(OF_ALL, topic))),
  );
  const kinds = Object.entries(sources).flatMap(([context, source]) =>
    [...kindsIn(source), ...alike].map((kind) => `${context}.${kind}`),
  );

  it('calls by the name of an event nothing else, but where it says that it tells a part of one', () => {
    const late = kindsIn(sourcesIn(LATE_ENTRIES));
    const recorded = [...kinds, ...Object.keys(sources).flatMap((context) => late.map((kind) => `${context}.${kind}`))];
    const others = Object.keys(wordBook).filter((key) => !recorded.includes(key));
    expect(others.toSorted()).toEqual([...Object.keys(PARTS_OF_EVENTS), ...SERVED_TEXTS].toSorted());
  });

  it('says of each part of an event of which one it is, by the name that the event has everywhere', () => {
    const whole = Object.keys(PARTS_OF_EVENTS).flatMap((key) => eventTypeOf(key) ?? []);
    expect(whole.filter((name) => !EVENT_TYPE.values.includes(name))).toEqual([]);
    expect([eventTypeOf('panelreview.LimitsMoved'), eventTypeOf('intake.ReplyLapsed')]).toEqual([null, 'ReplyLapsed']);
  });

  it('has an entry of every kind of event, by which an instance tells what a newer version has recorded', () => {
    expect(kinds.length).toBeGreaterThan(200);
    expect(kinds.filter((key) => !Object.hasOwn(wordBook, key))).toEqual([]);
  });
});
