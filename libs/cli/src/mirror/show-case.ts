import { existsSync } from 'node:fs';
import path from 'node:path';
import { NotAsked } from '../report/not-asked';
import { Refused } from '../report/refused';
import type { Told } from '../report/told';
import { MIRROR } from '../sources/log-source';
import { readText } from '../sources/read-file';
import { objectIn } from '../verify/committed-event';
import type { ExportedEvent } from '../verify/export-lines';
import { historyIn } from '../verify/history-lines';
import { verifyHistoryExport } from '../verify/verify-history-export';
import { caseFile } from './mirror-cases';
import { MirrorFolder } from './mirror-folder';

/** An event of a case as a mirror shows it: what its header says of it. */
export interface MirroredEvent {
  readonly eventId: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly recordedAt: string;
}

/**
 * Shows a case from a mirror alone, once its history was verified by the keys that the mirror has.
 * @param of id or docket number of the case
 * @throws NotAsked `file-unreadable` where it keeps no cases; Refused `case-unknown`, and for what does not hold
 */
export async function showCase(folder: string, of: string, told: Told): Promise<readonly MirroredEvent[]> {
  const file = await fileOf(folder, of);
  await verifyHistoryExport(file, { policy: path.join(folder, MIRROR.policy) }, told);
  const { events } = historyIn(await readText(file));
  const shown = events.map(({ eventId, stream, revision, type, recordedAt }) => {
    return { eventId, stream, revision, type, recordedAt };
  });
  told.found['entries'] = shown;
  return shown;
}

async function fileOf(folder: string, of: string): Promise<string> {
  const cases = path.join(folder, MIRROR.cases);
  if (!existsSync(cases))
    throw new NotAsked('file-unreadable', {
      en: `${cases}: ENOENT; parley mirror --cases keeps them there`,
      'zh-Hans': `${cases}：ENOENT；parley mirror --cases 将案件保存在该处`,
    });
  const ids = await new MirrorFolder(folder).names(MIRROR.cases, '.ndjson');
  for (const id of ids) {
    const file = path.join(folder, caseFile(id));
    if (id === of || (await isNumbered(file, of))) return file;
  }
  throw new Refused('case-unknown', of);
}

/** Whether an export has the event by which its case was given a docket number. */
async function isNumbered(file: string, docketNumber: string): Promise<boolean> {
  const { events } = historyIn(await readText(file));
  const numberIn = ({ payload }: ExportedEvent) => objectIn(Buffer.from(payload).toString())?.['docketNumber'];
  return events.some((event) => event.stream.startsWith('intake.docket-') && numberIn(event) === docketNumber);
}
