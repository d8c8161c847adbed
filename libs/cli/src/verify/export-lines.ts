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
 * The lines of an export (JSON Lines), each with what it is called in a refusal.
 * @throws Refused `nothing-to-check`
 */
export function linesIn(text: string, kind: 'history' | 'docket'): readonly { line: string; about: string }[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  if (lines.length === 0) throw new Refused('nothing-to-check', kind);
  return lines.map((line, at) => ({ line, about: `line ${String(at + 1)}` }));
}

/**
 * Reads the line of an event, and computes its commitment again.
 * @param kind of a docket each line has a salt
 * @throws Refused
 */
export function eventIn(line: string, kind: 'history' | 'docket', about: string): ExportedEvent {
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

/** The place of an event, or of a stub of one, in the chain of its stream. */
export type Link = Pick<CommittedEvent, 'stream' | 'revision' | 'previous' | 'commitment'>;

/**
 * Checks that an event stands behind the one before it in its stream.
 * @param before nothing for the first event
 * @throws Refused `link-broken`
 */
export function follows(before: Link | undefined, { stream, revision, previous }: Link): void {
  if (revision !== (before?.revision ?? -1) + 1 || previous !== (before?.commitment ?? null))
    throw new Refused('link-broken', `${stream}, revision ${String(revision)}`);
}
