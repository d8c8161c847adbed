import { Refused } from '../report/refused';
import { committed, contentHolds, hasOnly, isDigest, objectIn, type CommittedEvent } from './committed-event';

/** A line of an export, checked by itself. */
export interface ExportedEvent extends CommittedEvent {
  readonly payload: Uint8Array;
  /** 64 hexadecimal digits, in an export of the docket; empty elsewhere. */
  readonly salt: string;
}

const HISTORY = ['header', 'payload', 'commitment'];
const DOCKET = [...HISTORY, 'salt'];

/**
 * Reads an export (JSON Lines) and computes the commitment of each event again.
 * @param kind of a docket each line has a salt
 * @throws Refused with the number of the line
 */
export function* eventsIn(text: string, kind: 'history' | 'docket'): Generator<ExportedEvent> {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  if (lines.length === 0) throw new Refused('nothing-to-check', kind);
  for (const [at, line] of lines.entries()) yield eventIn(line, kind, `line ${String(at + 1)}`);
}

function eventIn(line: string, kind: 'history' | 'docket', about: string): ExportedEvent {
  const fields = objectIn(line) ?? {};
  const { header, payload, commitment, salt = '' } = fields;
  const isLine =
    hasOnly(fields, kind === 'docket' ? DOCKET : HISTORY) &&
    typeof header === 'string' &&
    typeof payload === 'string' &&
    isDigest(commitment) &&
    (kind === 'docket' ? isDigest(salt) : salt === '');
  if (!isLine) throw new Refused('event-malformed', about);
  const bytes = Buffer.from(payload, 'base64');
  // Another spelling of the same bytes is not what was exported.
  if (bytes.toString('base64') !== payload) throw new Refused('event-malformed', about);
  const event = committed(header, commitment, about);
  contentHolds(header, bytes, event, about);
  return { ...event, payload: bytes, salt: salt as string };
}

/** How the events of one stream follow each other. */
export class Links {
  readonly #last = new Map<string, CommittedEvent>();
  /** Links from one event to the next that were followed. */
  followed = 0;
  /** Events that the export leaves out before one that it shows. */
  missing = 0;

  get streams(): readonly string[] {
    return [...this.#last.keys()];
  }

  /** @throws Refused `link-broken` when an event does not follow what its stream has shown */
  follow(event: CommittedEvent): void {
    const { stream, revision, previous } = event;
    const before = this.#last.get(stream);
    const between = revision - (before?.revision ?? -1) - 1;
    const isNext = between > 0 ? previous !== null : between === 0 && previous === (before?.commitment ?? null);
    if (!isNext) throw new Refused('link-broken', `${stream}, revision ${String(revision)}`);
    if (between > 0) this.missing += between;
    else this.followed += before ? 1 : 0;
    this.#last.set(stream, event);
  }
}
