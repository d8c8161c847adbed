/** Longer than the name of any field. A name that somebody made up is not sent back whole. */
const LONGEST = 200;

/** One step of a JSON pointer (RFC 6901): a slash and the name of a field, or the index of an entry. */
export const pointerStep = (name: string | number): string =>
  `/${shortened(String(name)).replaceAll('~', '~0').replaceAll('/', '~1')}`;

const shortened = (name: string): string =>
  name.length > LONGEST ? `${name.slice(0, LONGEST).toWellFormed()}…` : name;
