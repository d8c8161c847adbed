/** An entry of a calendar: an instant, not a stretch of time. */
export interface CalendarEntry {
  /** Always the same for the same thing, so that a later copy replaces an earlier one. */
  readonly uid: string;
  /** Raised by each change. */
  readonly sequence: number;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly summary: string;
  readonly description: string;
  readonly tentative: boolean;
}

const CRLF = '\r\n';
/** RFC 5545, 3.1: octets in a line, without its break. */
const LONGEST_LINE = 75;
/** How long before its instant an entry rings: a day, and an hour for what is set for the same day. */
const ALARMS = ['-P1D', '-PT1H'];

/**
 * Writes a calendar (RFC 5545). Lines end in CRLF and are folded at 75 octets, never within a character. Commas,
 * semicolons, backslashes and line breaks of texts are escaped, so nothing that a person wrote becomes a property.
 * @param stamp when it was made, ISO 8601 in UTC
 */
export function iCalendar(name: string, entries: readonly CalendarEntry[], stamp: string): string {
  const head = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Parley//Agenda//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
  ];
  const lines = [...head, ...entries.flatMap((entry) => eventLines(entry, stamp)), 'END:VCALENDAR'];
  return lines.map((line) => folded(line) + CRLF).join('');
}

const eventLines = (
  { uid, sequence, at, summary, description, tentative }: CalendarEntry,
  stamp: string,
): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(uid)}`,
  `DTSTAMP:${basic(stamp)}`,
  `SEQUENCE:${String(sequence)}`,
  `DTSTART:${basic(at)}`,
  `SUMMARY:${escaped(summary)}`,
  `DESCRIPTION:${escaped(description)}`,
  `STATUS:${tentative ? 'TENTATIVE' : 'CONFIRMED'}`,
  'TRANSP:TRANSPARENT',
  ...ALARMS.flatMap((before) => [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `TRIGGER:${before}`,
    `DESCRIPTION:${escaped(summary)}`,
    'END:VALARM',
  ]),
  'END:VEVENT',
];

/** `20250221T160000Z`: the format knows no milliseconds. */
const basic = (instant: string): string => `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`;

const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/(?!\t)\p{Cc}/gu, ' ');

/** A continuation line begins with a space, which counts among its 75 octets. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LONGEST_LINE) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join(CRLF);
}
