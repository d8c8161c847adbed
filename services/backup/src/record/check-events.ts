import { canonicalHeader, sha256, type RecordedEvent } from '@parley/event-store';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { pipeline } from 'node:stream';
import { BackupRefused } from '../backup-refused';
import { copiedBytes, copiedFields } from '../database/copy-rows';

const NEWLINE = 10;

/**
 * The rows of a file, by their fields. A row has no newline in it but as an escape. Other ends of a line, as there are
 * in Unicode, may stand in a text.
 */
export async function* rowsIn(file: string): AsyncGenerator<readonly (string | null)[]> {
  const gunzip = createGunzip();
  // What cannot be read reaches the reader as the error of the last of the two.
  pipeline(createReadStream(file), gunzip, () => undefined);
  let begun: Uint8Array[] = [];
  for await (const chunk of gunzip as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      yield copiedFields(Buffer.concat([...begun, chunk.subarray(from, at)]).toString());
      [begun, from] = [[], at + 1];
    }
    begun.push(chunk.subarray(from));
  }
}

/** What is compared of the header of an event. */
type Header = Pick<RecordedEvent, 'stream' | 'revision' | 'eventId' | 'type'> & {
  readonly previous: string | null;
  readonly payloadDigest: string;
};

/**
 * Goes over all events of a backup in the order of the store: each has the commitment and the content that are kept
 * with it, at its place in its stream, linked to the one before it. In memory is one line for each stream.
 * @param rows of the table of events, by the names of its columns
 * @returns each commitment, in order
 * @throws BackupRefused `chain-broken` that names stream and revision
 */
export async function* soundCommitments(
  rows: AsyncIterable<readonly (string | null)[]>,
  columns: readonly string[],
): AsyncGenerator<string> {
  const heads = new Map<string, { readonly revision: number; readonly commitment: string }>();
  const at = (name: string): number => columns.indexOf(name);
  const [stream, revision, eventId, type] = [at('stream'), at('revision'), at('event_id'), at('type')];
  const [position, commitment, header, payload] = [at('position'), at('commitment'), at('header'), at('payload')];
  let last = 0;
  for await (const row of rows) {
    const [name, text] = [row[stream] ?? '', row[header] ?? ''];
    const about = `${name} revision ${row[revision] ?? ''}`;
    const committed = copiedBytes(row[commitment] ?? '').toString('hex');
    const before = heads.get(name);
    const fields = headerOf(text);
    const content = copiedBytes(row[payload] ?? '');
    const isSound =
      sha256(text) === committed &&
      fields !== undefined &&
      canonicalHeader({ ...fields, payload: content } as unknown as RecordedEvent) === text &&
      fields.payloadDigest === sha256(content) &&
      fields.stream === name &&
      String(fields.revision) === row[revision] &&
      fields.eventId === row[eventId] &&
      fields.type === row[type] &&
      fields.revision === (before?.revision ?? -1) + 1 &&
      fields.previous === (before?.commitment ?? null) &&
      Number(row[position]) === last + 1;
    if (!isSound) throw new BackupRefused('chain-broken', about);
    last += 1;
    heads.set(name, { revision: fields.revision, commitment: committed });
    yield committed;
  }
}

function headerOf(text: string): Header | undefined {
  try {
    return JSON.parse(text) as Header;
  } catch {
    return undefined;
  }
}
