import type { BlobStore } from '@parley/blobs';
import { foldRecorded, streamName, verifyChain, type EventStore } from '@parley/event-store';
import { plusMillis, type Clock, type Instant } from '@parley/kernel';
import { caseFileDecider } from '../../domain/casefile/case-file.decider';
import type { DocketEntry } from '../../domain/docket/docket-entry';
import { documentsEver, exhibitsEver, type ExhibitEver } from '../../domain/completeness/exhibit-ever';
import type { Gap } from '../../domain/completeness/gap';
import { noticesWithoutRecord } from '../../domain/completeness/notices-without-record';
import { numbersMissing } from '../../domain/completeness/numbers-missing';
import type { RecordedFact } from '../../domain/history/recorded-fact';
import { accessOf, factOf } from '../case-history';
import { caseFileStream } from '../hear-message';
import { copiesLost, type ReadsWhole } from './copies-lost';
import { docketEntriesMissing } from './docket-entries-missing';
import { exhibitsNotShown } from './exhibits-not-shown';

export interface CheckedCase {
  readonly exhibits: readonly ExhibitEver[];
  readonly notices: number;
  /** Empty when the record of the case is complete. */
  readonly gaps: readonly Gap[];
}

/** The docket as anybody reads it. */
export interface ShownDocket {
  /** Entries of one case behind a serial, in the order of the log. */
  entries(docketNumber: string, after: number, limit: number): Promise<readonly DocketEntry[]>;
}

export interface CheckedRecord {
  readonly store: EventStore;
  readonly blobs: BlobStore;
  readonly docket: ShownDocket;
  readonly clock: Clock;
}

/** The docket follows the record: what was recorded so shortly before is not looked for on it yet. */
const SETTLING_MS = 60_000;

/** More entries than a case has. */
const ALL_ENTRIES = 1_000_000;

/**
 * I-62 over one case: every exhibit ever accepted is there, whole, and shown to every reader who is entitled to it, or
 * its tombstone is; what is public stands on the docket; every notice has its record. It changes nothing.
 * @param readsWhole of which copies the bytes are read to the end; each night of all
 * @returns nothing for a case that was never heard of
 */
export async function checkCompleteness(
  { store, blobs, docket, clock }: CheckedRecord,
  caseId: string,
  readsWhole: ReadsWhole,
): Promise<CheckedCase | undefined> {
  const file = foldRecorded(caseFileDecider, await store.read(caseFileStream(caseId)));
  const access = accessOf(file);
  if (!access) return undefined;
  const [evidence, service] = [streamName('evidence.exhibits', caseId), streamName('intake.service', caseId)];
  const [filed, served] = [await store.read(evidence), await store.read(service)];
  const [facts, notices] = [filed.map(factOf), served.map(factOf)];
  const exhibits = [...exhibitsEver(facts).values()];
  const entries = file.docketNumber === null ? null : await docket.entries(file.docketNumber, 0, ALL_ENTRIES);
  const gaps = [
    ...[filed, served].flatMap((events) =>
      verifyChain(events).kind === 'broken' ? [broken(events[0]?.stream ?? evidence)] : [],
    ),
    ...numbersMissing(exhibits),
    ...(await copiesLost(blobs, [...exhibits, ...documentsEver(facts).values()], readsWhole)),
    ...(await exhibitsNotShown(store, caseId, access, exhibits)),
    ...(entries
      ? docketEntriesMissing(facts.filter(settledBefore(plusMillis(clock.now(), -SETTLING_MS))), entries)
      : []),
    ...noticesWithoutRecord(notices),
  ];
  return { exhibits, notices: notices.filter(({ type }) => type === 'NoticeServed').length, gaps };
}

const settledBefore =
  (instant: Instant) =>
  ({ recordedAt }: RecordedFact): boolean =>
    recordedAt <= instant;

const broken = (stream: string): Gap => ({ kind: 'chain-broken', subject: stream, detail: '', tier: 'PARTIES' });
