import { fromBase64 } from '@parley/transparency';
import { Refused } from '../report/refused';
import { hasOnly, isDigest, objectIn } from './committed-event';
import { eventIn, linesIn, type ExportedEvent, type Link } from './export-lines';

/** The last event of a stream, as an export names it. */
export type NamedHead = Pick<Link, 'stream' | 'revision' | 'commitment'>;

/** What finds an event in the log. */
export interface NamedEntry {
  readonly commitment: string;
  /** 64 hexadecimal digits. */
  readonly salt: string;
  /** The place of its entry, from 0. */
  readonly index: number;
}

/** The export of a history, line by line. Nothing of it is compared with anything else yet. */
export interface HistoryExport {
  readonly events: readonly ExportedEvent[];
  /** Places of events that its reader may not read. */
  readonly stubs: readonly Link[];
  readonly heads: readonly NamedHead[];
  readonly entries: readonly NamedEntry[];
  readonly hashes: readonly Uint8Array[];
  /** At most one. */
  readonly checkpoints: readonly string[];
}

/** The kinds of lines, in the order in which they stand. */
const KINDS = ['event', 'stub', 'head', 'entry', 'hash', 'checkpoint'] as const;
type Kind = (typeof KINDS)[number];

/**
 * Reads the export of a history, and computes the commitment of each event again.
 * @throws Refused with the number of the line
 */
export function historyIn(text: string): HistoryExport {
  const lines = linesIn(text, 'history');
  const found: { [Each in Kind]: ReadLine[Each][] } = {
    ...{ event: [], stub: [], head: [], entry: [], hash: [], checkpoint: [] },
  };
  let before = 0;
  for (const { line, about } of lines) {
    const fields = objectIn(line);
    const kind = fields && kindOf(fields);
    // Two spellings of a line, or two orders of the lines, could be read as two things.
    if (!kind || JSON.stringify(fields) !== line || KINDS.indexOf(kind) < before)
      throw new Refused(kind === 'event' || !kind ? 'event-malformed' : 'line-malformed', about);
    before = KINDS.indexOf(kind);
    take(found, kind, fields, line, about);
  }
  const { event: events, stub: stubs, head: heads, entry: entries, hash: hashes, checkpoint: checkpoints } = found;
  if (checkpoints.length > 1 || (checkpoints.length === 0 && entries.length + hashes.length > 0))
    throw new Refused('line-malformed', `line ${String(lines.length)}`);
  return { events, stubs, heads, entries, hashes, checkpoints };
}

interface ReadLine {
  readonly event: ExportedEvent;
  readonly stub: Link;
  readonly head: NamedHead;
  readonly entry: NamedEntry;
  readonly hash: Uint8Array;
  readonly checkpoint: string;
}

type Fields = Readonly<Record<string, unknown>>;

const kindOf = (fields: Fields): Kind | undefined =>
  Object.hasOwn(fields, 'header') ? 'event' : KINDS.find((kind) => hasOnly(fields, [kind]));

const readers: { readonly [Each in Exclude<Kind, 'event'>]: (value: unknown) => ReadLine[Each] | undefined } = {
  stub: (value) => (isPlace(value, ['stream', 'revision', 'previous', 'commitment']) ? (value as Link) : undefined),
  head: (value) => (isPlace(value, ['stream', 'revision', 'commitment']) ? (value as NamedHead) : undefined),
  entry: (value) => {
    const { commitment, salt, index } = (value ?? {}) as Partial<NamedEntry>;
    const isEntry = isObject(value, ['commitment', 'salt', 'index']) && isDigest(commitment) && isDigest(salt);
    return isEntry && isWhole(index) ? { commitment, salt, index } : undefined;
  },
  hash: (value) => (typeof value === 'string' ? fromBase64(value) : undefined),
  checkpoint: (value) => (typeof value === 'string' ? value : undefined),
};

function take(
  found: { readonly [Each in Kind]: ReadLine[Each][] },
  kind: Kind,
  fields: Fields,
  line: string,
  about: string,
): void {
  if (kind === 'event') {
    found.event.push(eventIn(line, 'history', about));
    return;
  }
  const read = readers[kind](fields[kind]);
  if (read === undefined) throw new Refused('line-malformed', about);
  (found[kind] as unknown[]).push(read);
}

function isPlace(value: unknown, names: readonly string[]): boolean {
  const { stream, revision, previous, commitment } = (value ?? {}) as Partial<Link>;
  return (
    isObject(value, names) &&
    typeof stream === 'string' &&
    isWhole(revision) &&
    isDigest(commitment) &&
    (previous == null || isDigest(previous))
  );
}

const isObject = (value: unknown, names: readonly string[]): boolean =>
  typeof value === 'object' && value !== null && hasOnly(value, names);

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
