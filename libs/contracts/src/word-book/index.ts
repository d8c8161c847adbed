export * from './clocks';
export type { Entry, Who } from './entry';
export * from './entry-of';
export { inUtc, isWordsKind, namesOf, type PartyName } from './in-words';
export * from './say';
export * from './standing';
export * from './terms';
export * from './told-as';
export * from './topics';
