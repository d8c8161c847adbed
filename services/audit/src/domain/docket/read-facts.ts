import { parseInstant, type Instant, type Text } from '@parley/kernel';
import type { Facts } from './public-fact';

/** A limit as the docket shows it. */
export interface PublicDeadline {
  readonly id: string;
  readonly clock: string;
  readonly stage: string;
  readonly rule: string;
  readonly dueAt: Instant;
  /** True when it depends on a calendar that is not published yet (I-22). */
  readonly provisional: boolean;
}

// Entries of every year are read with one reader, so a fact that is missing or of another form reads as none.

export const textIn = (facts: Facts, name: string): string => {
  const value = facts[name];
  return typeof value === 'string' ? value : '';
};

export const numberIn = (facts: Facts, name: string): number => {
  const value = facts[name];
  return typeof value === 'number' ? value : 0;
};

export const listIn = (facts: Facts, name: string): readonly unknown[] => {
  const value = facts[name];
  return Array.isArray(value) ? value : [];
};

export const factsIn = (facts: Facts, name: string): readonly Facts[] => listIn(facts, name).filter(isFacts);

export const wordsIn = (facts: Facts, name: string): readonly string[] =>
  listIn(facts, name).filter((word) => typeof word === 'string');

/** What persons wrote, as they wrote it. */
export const textsIn = (facts: Facts, name: string): readonly Text[] =>
  factsIn(facts, name).flatMap((text) => {
    const lang = textIn(text, 'lang');
    if (lang !== 'en' && lang !== 'zh-Hans') return [];
    const of = textIn(text, 'of');
    return [{ lang, text: textIn(text, 'text'), kind: kindOf(textIn(text, 'kind')), ...(of === '' ? {} : { of }) }];
  });

const kindOf = (kind: string): Text['kind'] => (kind === 'translation' || kind === 'authentic' ? kind : 'original');

/** The deadline under a name, or none when it is not there or says no instant. */
export const deadlineIn = (facts: Facts, name: string): PublicDeadline | undefined => deadlineOf(facts[name]);

/** The deadlines of a list under a name; what is none of them is left out. */
export const deadlinesIn = (facts: Facts, name: string): readonly PublicDeadline[] =>
  listIn(facts, name).flatMap((value) => deadlineOf(value) ?? []);

function deadlineOf(value: unknown): PublicDeadline | undefined {
  if (!isFacts(value)) return undefined;
  const dueAt = parseInstant(textIn(value, 'dueAt'));
  if (dueAt === undefined) return undefined;
  const said = (field: string): string => textIn(value, field);
  return {
    id: said('id'),
    clock: said('clock'),
    stage: said('stage'),
    rule: said('rule'),
    dueAt,
    provisional: value['provisional'] === true,
  };
}

export const isFacts = (value: unknown): value is Facts =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
