import { canonicalJson } from '@parley/kernel';

/** Two sides of a case by the lower-case codes of their countries. */
export interface Sides {
  readonly complainant: 'us' | 'cn';
  readonly respondent: 'us' | 'cn';
}

/** Everything that names a country: codes, prefixes of exhibits, users, names in both languages. */
const NAMES = {
  us: /\b[Tt]he United States|\bUnited States|美国|(?<![A-Za-z])USA(?![A-Za-z])|(?<![A-Za-z])(US|us)(?![A-Za-z])/g,
  cn: /\bChina|中国|(?<![A-Za-z])CHN(?![A-Za-z])|(?<![A-Za-z])(CN|cn)(?![A-Za-z])/g,
} as const;

/**
 * What no rule sets: ids, digests, signatures, cursors and instants of acts. Both calendars belong to the two
 * countries, whichever of them files.
 */
const OF_CHANCE: readonly (readonly [RegExp, string])[] = [
  [/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '⟨id⟩'],
  [/[A-Za-z0-9_.+/=-]{40,}/g, '⟨token⟩'],
  [/(\d{4}-\d\d-\d\d)T\d\d:\d\d:(?!00\.000)\d\d\.\d{3}Z?/g, '$1⟨instant⟩'],
  [/DTSTAMP:\d{8}T\d{6}Z/g, '⟨instant⟩'],
  [/(US|CN)-\d{4}-\d+\+(US|CN)-\d{4}-\d+/g, '⟨calendars⟩'],
];

/**
 * Counts on the two calendars, sizes of texts that name a country, hours between acts, the place in a stream
 * or in the log of what was recorded at about one instant, and which of the timers of one instant woke a service. And
 * the checkpoint of the log in a dossier, whose keys and salts are chance.
 */
const LEFT_OUT: readonly string[] = [
  ...['arithmetic', 'calendars', 'octets', 'medianHours', 'longestHours'],
  ...['revision', 'serial', 'cause', 'checkpoint'],
];

/** Where both are named side by side they stand in one order, whichever of them files. */
const SIDE_BY_SIDE = /⟨(complainant|respondent)⟩( and |, |、|和|与)⟨(?!\1)(?:complainant|respondent)⟩/g;

/** What was served at one instant is named in the order in which a service heard of it. */
const SERVED = /(?<=Notice of |关于)[^.。]*?(?= was served| were served|的通知)/g;
const inOneOrder = (names: string): string => names.split(/, |、/).sort().join(', ');

const inWords = (text: string, { complainant, respondent }: Sides): string =>
  OF_CHANCE.reduce((said, [made, name]) => said.replace(made, name), text)
    .replace(NAMES[complainant], '⟨complainant⟩')
    .replace(NAMES[respondent], '⟨respondent⟩')
    .replace(SIDE_BY_SIDE, '⟨both⟩')
    .replace(SERVED, inOneOrder);

interface Served {
  readonly type?: string;
  readonly payload?: { readonly retrieval?: string; readonly opens?: readonly { readonly id: string }[] };
}

/** Which notice of a day was served first, and so opened the time to retrieve all of that day, is chance. */
function openingTogether(list: readonly unknown[]): readonly unknown[] {
  const served = (list as readonly (Served | null)[]).filter((each) => each?.type === 'NoticesServed');
  const opened = served.flatMap((each) => each?.payload?.opens ?? []);
  return list.map((each) =>
    served.includes(each as Served)
      ? { ...(each as Served), payload: { ...(each as Served).payload, opens: opened.filter(isFor(each as Served)) } }
      : each,
  );
}

const isFor =
  ({ payload }: Served) =>
  ({ id }: { readonly id: string }): boolean =>
    id === payload?.retrieval;

/**
 * An answer with the roles of the two countries in place of their names, and without what is made by chance. What
 * stands in a list at one instant has no order.
 * @param value the body of an answer, JSON or text
 */
export function byRole(value: unknown, sides: Sides): unknown {
  if (typeof value === 'string') return inWords(value, sides);
  if (Array.isArray(value))
    return openingTogether(value)
      .map((each) => byRole(each, sides))
      .map((each) => [canonicalJson(each), each] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, each]) => each);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !LEFT_OUT.includes(key))
      .map(([key, each]) => [inWords(key, sides), byRole(each, sides)]),
  );
}

/** What each reader was answered at each path, by the reader's side and office and the path in words of roles. */
export type Seen = ReadonlyMap<string, string>;

/** Where two worlds differ, with what stands around the first difference. */
export function differences(one: Seen, other: Seen): readonly string[] {
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((key) => {
    const [wanted = 'nothing', found = 'nothing'] = [one.get(key), other.get(key)];
    if (wanted === found) return [];
    const at = [...wanted].findIndex((letter, index) => letter !== found[index]);
    const from = Math.max(0, at - 100);
    return [`${key}: …${wanted.slice(from, at + 160)}… and …${found.slice(from, at + 160)}…`];
  });
}

/** The body of an answer: JSON, the entries of a calendar, or text. */
export const parsed = (text: string): unknown => {
  if (text.startsWith('BEGIN:VCALENDAR')) return entriesOf(text);
  return /^[[{]/.test(text) ? (JSON.parse(text) as unknown) : text;
};

/** The entries of a calendar, without their descriptions, which explain the counts. */
const entriesOf = (calendar: string): readonly string[] =>
  calendar
    .replaceAll('\r\n ', '')
    .replaceAll(/DESCRIPTION:.*\r\n/g, '')
    .split('BEGIN:VEVENT');
