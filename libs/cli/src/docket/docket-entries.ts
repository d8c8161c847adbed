import type { Bilingual } from '@parley/kernel';
import { Refused } from '../report/refused';
import { objectIn } from '../verify/committed-event';
import type { ExportedEvent } from '../verify/export-lines';

/** An entry of the docket as it reads to the public. */
export interface DocketEntry {
  readonly serial: number;
  /** Empty where it concerns no case. */
  readonly docketNumber: string;
  /** Its instant in law. */
  readonly at: string;
  readonly kind: string;
  readonly texts: Bilingual;
}

/**
 * Reads the entry out of an event of the docket.
 * @throws Refused `event-malformed` for what is not written as an entry is
 */
export function entryOf({ payload, revision }: ExportedEvent): DocketEntry {
  const serial = revision + 1;
  const { docketNumber, at, kind, texts } = objectIn(Buffer.from(payload).toString()) ?? {};
  const isEntry = [docketNumber, at, kind].every((field) => typeof field === 'string') && isBilingual(texts);
  if (!isEntry) throw new Refused('event-malformed', `serial ${String(serial)}`);
  return { serial, docketNumber, at, kind, texts } as DocketEntry;
}

const isBilingual = (texts: unknown): texts is Bilingual => {
  const { en, 'zh-Hans': zh } = (texts ?? {}) as Partial<Bilingual>;
  return typeof en === 'string' && typeof zh === 'string';
};
