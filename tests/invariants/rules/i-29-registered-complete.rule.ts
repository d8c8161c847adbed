import type { Text } from '@parley/kernel';
import { ofEachCase } from './rule';

const inBoth = (texts: readonly Text[]): boolean =>
  ['en', 'zh-Hans'].every((lang) => texts.some((text) => text.lang === lang && text.text !== ''));

/**
 * A registered grievance states a measure with instrument and date, a legal basis, a remedy, and a summary in both
 * languages.
 */
export const registeredComplete = ofEachCase('I-29', ({ intake }) =>
  intake.flatMap(({ event }) => {
    if (event.type !== 'GrievanceServed') return [];
    const { measures, claims, remedy, publicSummary } = event.data.grievance;
    const states =
      measures.some(({ number, date }) => number !== '' && date !== '') &&
      claims.length > 0 &&
      remedy.length > 0 &&
      inBoth(publicSummary);
    return states ? [] : ['registered without all that a grievance states'];
  }),
);
