/**
 * One entry of a calendar as a reader finds it: property names with their values, unescaped. Under `ALARMS` stands how
 * long before it each alarm rings.
 */
export type ParsedEntry = Readonly<Record<string, string>>;

/**
 * Reads a calendar strictly by RFC 5545 alone. Every line must end in CRLF, none may be longer than 75 octets, and each
 * must be a property of ours after unfolding. @throws Error for anything else
 */
export function parsedCalendar(text: string): readonly ParsedEntry[] {
  if (!text.endsWith('\r\n') || /[^\r]\n|\r(?!\n)/.test(text)) throw new Error('a line does not end in CRLF');
  const physical = text.slice(0, -2).split('\r\n');
  const long = physical.find((line) => Buffer.byteLength(line) > 75);
  if (long !== undefined) throw new Error(`a line is too long: ${long}`);
  if (physical.some((line) => line.includes('\ufffd'))) throw new Error('a character was cut in two');
  const lines = text.slice(0, -2).replaceAll('\r\n ', '').split('\r\n');
  if (lines[0] !== 'BEGIN:VCALENDAR' || lines.at(-1) !== 'END:VCALENDAR') throw new Error('no calendar');
  const entries: Record<string, string>[] = [];
  let current: Record<string, string> | undefined;
  let inAlarm = false;
  for (const line of lines.slice(1, -1)) {
    const [, name, value] = /^([A-Z-]+):(.*)$/u.exec(line) ?? [];
    if (name === undefined || value === undefined) throw new Error(`no property: ${line}`);
    if (line === 'BEGIN:VEVENT') current = {};
    else if (line === 'END:VEVENT') entries.push(current ?? {});
    else if (line === 'BEGIN:VALARM') inAlarm = true;
    else if (line === 'END:VALARM') inAlarm = false;
    else if (current && !inAlarm) current[name] = unescaped(value);
    else if (current && name === 'TRIGGER') current['ALARMS'] = [current['ALARMS'] ?? [], value].flat().join(' ');
  }
  return entries;
}

function unescaped(value: string): string {
  if (/(^|[^\\])(\\\\)*[;,]/.test(value)) throw new Error(`a separator is not escaped: ${value}`);
  return value.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));
}
