import type { ExhibitNumber } from '../exhibit';

/** The clock of a decision on who reads an exhibit; one runs at a time. */
export const readersDeadline = (number: ExhibitNumber): string => `readers-decision:${number}`;
