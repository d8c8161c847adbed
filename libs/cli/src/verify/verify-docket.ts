import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { nodeChecks, verifyLog, type Policy, type ReadLogFile } from '@parley/transparency';
import { Refused } from '../report/refused';
import type { Told } from '../report/told';
import { asPolicyAsks, logAt, MIRROR } from '../sources/log-source';
import { readPolicy, type PolicyPlace } from '../sources/policy-source';
import { PublicFiles } from '../sources/public-files';
import { readText, textOf } from '../sources/read-file';
import { logEntryOf } from './committed-event';
import { eventIn, follows, linesIn, type ExportedEvent } from './export-lines';
import { tellLog } from './verify-whole-log';

/** The one stream of the public docket. */
const STREAM = 'audit.docket-public';

/** Verifies an export of the docket against the log. @param file of the export; that of the mirror or server else */
export async function verifyDocket(file: string | undefined, place: PolicyPlace, told: Told): Promise<void> {
  const inFolder = file !== undefined && existsSync(file) && statSync(file).isDirectory() ? file : undefined;
  const from = { ...place, folder: place.folder ?? inFolder };
  const read = logAt(from);
  const text = await docketText(inFolder === undefined ? file : undefined, from);
  const looks = from.folder === undefined ? LOOKS : 1;
  await docketHolds(text, { policy: await readPolicy(from, told), read, looks }, told);
  told.leaves(
    'Whether the docket has gone on since, and whether everything public was entered into it.',
    '登记簿此后是否另有条目，以及所有公开事项是否均已登入。',
  );
}

/** A log, and by whose signatures it is believed. */
export interface TrustedLog {
  readonly policy: Policy;
  readonly read: ReadLogFile;
  /** How often it is read until it has every entry; once for a log that does not grow. */
  readonly looks: number;
  /** Brings a copy of the log level with it, before it is read again. */
  readonly pull?: () => Promise<unknown>;
}

/** An entry is in a checkpoint within 2 s (I-37), and a docket may be read before that. */
export const LOOKS = 5;
const LOOK_MS = 1_000;

/**
 * Verifies a docket against a log.
 * @returns its events, serial after serial
 * @throws Refused, LogRefused for the first thing that is wrong
 */
export async function docketHolds(
  text: string,
  { policy, read, looks, pull }: TrustedLog,
  told: Told,
): Promise<readonly ExportedEvent[]> {
  const entries = docketIn(text);
  told.found['serials'] = entries.length;
  told.holds(
    `Each of ${String(entries.length)} entries of the docket has the content and the commitment that its header names; ` +
      'they follow each other from serial 1 on without a gap.',
    `登记簿的 ${String(entries.length)} 个条目的内容和承诺值均与标头相符，自序号 1 起连续无缺。`,
  );
  for (let look = 1; ; look += 1) {
    const awaited = new Map(entries.map((event, at) => [keyOf(logEntryOf(event.salt, event.commitment)), at + 1]));
    const judged = await verifyLog(nodeChecks, policy, asPolicyAsks(policy, read), (entry) =>
      awaited.delete(keyOf(entry)),
    );
    const [missing] = awaited.values();
    if (missing === undefined) {
      tellLog(judged, policy, told);
      told.holds('Each of them is an entry of that log.', '每个条目均在该日志中。');
      return entries;
    }
    if (look >= looks) throw new Refused('not-in-the-log', `serial ${String(missing)}`);
    await delay(LOOK_MS);
    await pull?.();
  }
}

/**
 * Reads an export of the docket.
 * @returns its events, serial after serial
 * @throws Refused `not-of-the-docket`, `serial-missing`, and for what is wrong with a line
 */
export function docketIn(text: string): readonly ExportedEvent[] {
  const events: ExportedEvent[] = [];
  for (const { line, about } of linesIn(text, 'docket')) {
    const event = eventIn(line, 'docket', about);
    if (event.stream !== STREAM) throw new Refused('not-of-the-docket', event.stream);
    if (event.revision !== events.length) throw new Refused('serial-missing', String(events.length + 1));
    follows(events.at(-1), event);
    events.push(event);
  }
  return events;
}

const keyOf = (entry: Uint8Array): string => Buffer.from(entry).toString('hex');

async function docketText(file: string | undefined, { folder, url }: PolicyPlace): Promise<string> {
  if (file !== undefined) return readText(file);
  if (folder !== undefined) return readText(path.join(folder, MIRROR.docket));
  return textOf(await exportAt(url ?? ''), url ?? '');
}

/** The whole docket as a server exports it. */
export const exportAt = (url: string): Promise<Uint8Array> => new PublicFiles(url).need('/v1/docket/log/export');
