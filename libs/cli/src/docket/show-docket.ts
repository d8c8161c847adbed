import path from 'node:path';
import type { Language } from '@parley/kernel';
import { Refused } from '../report/refused';
import type { Told } from '../report/told';
import { logAt, MIRROR } from '../sources/log-source';
import { readPolicy } from '../sources/policy-source';
import { readText } from '../sources/read-file';
import { docketHolds } from '../verify/verify-docket';
import { entryOf, type DocketEntry } from './docket-entries';

export interface DocketAsked {
  readonly policy?: string | undefined;
  /** Docket number; all cases when left out. */
  readonly of?: string | undefined;
}

/**
 * Builds the public docket from a mirror alone, once every entry was found in the log of the mirror (I-56).
 * @returns the entries that were asked for, serial after serial
 * @throws Refused `case-unknown`, and for what does not hold
 */
export async function showDocket(
  folder: string,
  { policy: file, of }: DocketAsked,
  told: Told,
): Promise<readonly DocketEntry[]> {
  const read = logAt({ folder });
  const text = await readText(path.join(folder, MIRROR.docket));
  const policy = await readPolicy({ policy: file, folder }, told);
  const events = text === '' ? [] : await docketHolds(text, { policy, read, looks: 1 }, told);
  if (events.length === 0) told.holds('The docket of the mirror is empty.', '镜像所存的登记簿为空。');
  const entries = events.map(entryOf).filter(({ docketNumber }) => of === undefined || docketNumber === of);
  if (of !== undefined && entries.length === 0) throw new Refused('case-unknown', of);
  told.found['entries'] = entries.map((entry) => ({ ...entry, texts: { ...entry.texts } }));
  return entries;
}

/** The docket for a person: case after case in the order of their registration, each with its entries. */
export function docketInWords(entries: readonly DocketEntry[], lang: Language): readonly string[] {
  return [...Map.groupBy(entries, ({ docketNumber }) => docketNumber)].flatMap(([number, ofCase]) => [
    number === '' ? OF_NO_CASE[lang] : number,
    ...ofCase.map(({ serial, at, texts }) => `  ${String(serial)}  ${at}  ${texts[lang]}`),
  ]);
}

const OF_NO_CASE = { en: 'Of no case', 'zh-Hans': '不属任何案件' } as const;
