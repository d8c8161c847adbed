import type { Language } from '@parley/kernel';
import type { CaseDocument } from '../documents/document';
import type { OwnEvidence } from '../evidence-state';
import type { Exhibit } from '../exhibit';
import { languagesDue } from './languages-due';

/** What is translated: an exhibit, or a document that a party wrote in the case itself. */
export type Original = Exhibit | CaseDocument;

export type OriginalKind = 'exhibit' | 'document';

/** Which original is meant. An exhibit where nothing is said. */
export interface NamedOriginal {
  readonly of?: OriginalKind;
  readonly number: string;
}

export const originalIn = (state: OwnEvidence, { of = 'exhibit', number }: NamedOriginal): Original | undefined =>
  of === 'exhibit' ? state.exhibits.get(number) : state.documents.get(number);

/** Everything that is translated in a case. Numbers of exhibits and ids of documents are never the same. */
export const originalsOf = ({ exhibits, documents }: OwnEvidence): readonly Original[] => [
  ...exhibits.values(),
  ...documents.values(),
];

/** True when it was taken back; a document never is. */
export const isWithdrawn = (original: Original): boolean => 'withdrawn' in original && original.withdrawn !== null;

/** The languages into which an original is to be translated. */
export const languagesInto = (original: Original): readonly Language[] =>
  'into' in original ? original.into : languagesDue(original.writtenIn);

/** True for a language in which all of it is written already. */
export const isWrittenIn = (original: Original, language: Language): boolean =>
  'into' in original ? !original.into.includes(language) : original.writtenIn === language;
