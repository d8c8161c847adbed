import { finished } from 'node:stream/promises';
import { readableTiers, type Caller, type CaseAccess } from '@parley/access';
import { BlobCorruptedError, type BlobStore } from '@parley/blobs';
import { verifyChain, type RecordedEvent } from '@parley/event-store';
import { instantFromMillis, type Instant, type PersonId, type Sha256 } from '@parley/kernel';
import type { DataSource } from 'typeorm';
import { isFacts, textIn } from '../docket/docket-deadlines.rules';
import { CaseHistory, type ToldRecord } from '../history/case-history';
import { payloadJson } from '../history/merge-streams';
import type { CopyEver, ExhibitEver, Gap } from './completeness.rules';

/** The result of the last check of a case. */
export interface LastCheck {
  readonly checkedAt: Instant;
  readonly gaps: readonly Gap[];
}

/** The last whole run over all cases. */
export interface LastRun {
  readonly endedAt: Instant;
  readonly cases: number;
  readonly incomplete: number;
}

/** A run that has not ended after so many hours counts as killed, and another takes its day. */
const RUN_HOURS = 6;

/** Keeps the results of the nightly checks. */
export class CompletenessTable {
  constructor(private readonly database: DataSource) {}

  /** Takes a day's run. @returns false when another process runs it, or ran it */
  async claim(day: string): Promise<boolean> {
    const claimed: unknown[] = await this.database.query(
      `INSERT INTO audit.completeness_run AS run (day, started_at) VALUES ($1, now())
       ON CONFLICT (day) DO UPDATE SET started_at = now() WHERE run.ended_at IS NULL
         AND run.started_at < now() - make_interval(hours => $2)
       RETURNING 1`,
      [day, RUN_HOURS],
    );
    return claimed.length > 0;
  }

  async keep(caseId: string, { checkedAt, gaps }: LastCheck): Promise<void> {
    await this.database.query(
      `INSERT INTO audit.completeness (case_id, checked_at, gaps) VALUES ($1, $2, $3)
       ON CONFLICT (case_id) DO UPDATE SET checked_at = excluded.checked_at, gaps = excluded.gaps`,
      [caseId, checkedAt, JSON.stringify(gaps)],
    );
  }

  async end(day: string, { endedAt, cases, incomplete }: LastRun): Promise<void> {
    await this.database.query(
      'UPDATE audit.completeness_run SET ended_at = $2, cases = $3, incomplete = $4 WHERE day = $1',
      [day, endedAt, cases, incomplete],
    );
  }

  async lastOf(caseId: string): Promise<LastCheck | null> {
    const [row] = await this.database.query<{ checked_at: Date; gaps: readonly Gap[] }[]>(
      'SELECT checked_at, gaps FROM audit.completeness WHERE case_id = $1',
      [caseId],
    );
    return row ? { checkedAt: instantFromMillis(row.checked_at.getTime()), gaps: row.gaps } : null;
  }

  async lastRun(): Promise<LastRun | null> {
    const [row] = await this.database.query<{ ended_at: Date; cases: number; incomplete: number }[]>(
      'SELECT ended_at, cases, incomplete FROM audit.completeness_run WHERE ended_at IS NOT NULL ' +
        'ORDER BY day DESC LIMIT 1',
    );
    return row
      ? { endedAt: instantFromMillis(row.ended_at.getTime()), cases: row.cases, incomplete: row.incomplete }
      : null;
  }
}

/** The gap of a stream whose chain does not hold, or that is gone. */
export const broken = (stream: string): Gap => ({
  kind: 'chain-broken',
  subject: stream,
  detail: '',
  tier: 'PARTIES',
});

/** @param streams whole streams by their names */
export const brokenChains = (streams: Readonly<Record<string, readonly RecordedEvent[]>>): readonly Gap[] =>
  Object.entries(streams).flatMap(([stream, events]) =>
    verifyChain(stream, events).kind === 'broken' ? [broken(stream)] : [],
  );

/**
 * True for a copy that is read to the end and compared with the accepted digest. Of any other copy only the presence
 * and the length are checked.
 */
export type ReadsWhole = (number: string, copy: string) => boolean;

/** So many copies are looked for side by side, so that they wait for an object storage only once. */
const SIDE_BY_SIDE = 20;

/** Copies of exhibits without a tombstone that are missing, or differ from what was accepted (I-33). */
export async function copiesLost(
  blobs: BlobStore,
  exhibits: Iterable<ExhibitEver>,
  readsWhole: ReadsWhole,
): Promise<readonly Gap[]> {
  const standing = [...exhibits]
    .filter(({ gone }) => !gone)
    .flatMap((exhibit) => exhibit.copies.map((copy) => ({ exhibit, copy })));
  const gaps: Gap[] = [];
  for (let from = 0; from < standing.length; from += SIDE_BY_SIDE) {
    const found = standing
      .slice(from, from + SIDE_BY_SIDE)
      .map(async ({ exhibit: { number, tier }, copy }): Promise<readonly Gap[]> => {
        const kind = await faultOf(blobs, copy, readsWhole(number, copy.copy));
        return kind
          ? [{ kind, subject: number, detail: copy.copy, tier: copy.copy === 'public-version' ? 'PUBLIC' : tier }]
          : [];
      });
    gaps.push(...(await Promise.all(found)).flat());
  }
  return gaps;
}

async function faultOf(
  blobs: BlobStore,
  { digest, sizeBytes }: CopyEver,
  whole: boolean,
): Promise<'bytes-missing' | 'bytes-differ' | undefined> {
  const opened = await blobs.open(digest as Sha256);
  if (!opened) return 'bytes-missing';
  if (opened.sizeBytes !== sizeBytes || !whole) {
    opened.bytes.destroy();
    return opened.sizeBytes === sizeBytes ? undefined : 'bytes-differ';
  }
  try {
    opened.bytes.resume();
    await finished(opened.bytes, { writable: false });
    return undefined;
  } catch (error) {
    if (error instanceof BlobCorruptedError) return 'bytes-differ';
    throw error;
  }
}

const person = (personId: string, party: string | null, role: 'desk' | 'registry' | 'panel'): Caller => ({
  kind: 'person',
  personId: personId as PersonId,
  party: party as Extract<Caller, { kind: 'person' }>['party'],
  roles: [role],
});

/** One reader of each kind that a case has: both desks, the registry, and a member of the panel if there is one. */
function readersOf({ parties, nominated }: CaseAccess): readonly (readonly [name: string, caller: Caller])[] {
  const [member] = nominated;
  return [
    ['complainant', person('check', parties.complainant, 'desk')],
    ['respondent', person('check', parties.respondent, 'desk')],
    ['registry', person('check', parties.complainant, 'registry')],
    ...(member === undefined ? [] : [['panel', person(member, null, 'panel')] as const]),
  ];
}

const SHOWS: readonly string[] = ['ExhibitAccepted', 'ReadersAdded'];
const BURIES: readonly string[] = ['ExhibitWithdrawn', 'ReadersTakenAway'];

/**
 * Reads the history as each kind of reader does. It looks for every exhibit that the reader may read, and for the
 * tombstone of every exhibit that is gone and that the reader could know of.
 */
export async function exhibitsNotShown(
  record: ToldRecord,
  caseId: string,
  access: CaseAccess,
  exhibits: Iterable<ExhibitEver>,
): Promise<readonly Gap[]> {
  const gaps: Gap[] = [];
  const all = [...exhibits];
  for (const [reader, caller] of readersOf(access)) {
    const tiers = readableTiers(caller, access);
    const { shown, buried } = await seenBy(record, caseId, caller);
    for (const { number, tier, known, gone } of all) {
      if (!gone && tiers.has(tier) && !shown.has(number))
        gaps.push({ kind: 'exhibit-not-shown', subject: number, detail: reader, tier });
      if (gone && [...known].some((each) => tiers.has(each)) && !buried.has(number))
        gaps.push({ kind: 'tombstone-not-shown', subject: number, detail: reader, tier });
    }
  }
  return gaps;
}

async function seenBy(record: ToldRecord, caseId: string, caller: Caller) {
  const [shown, buried] = [new Set<string>(), new Set<string>()];
  const history = await CaseHistory.of(record, caseId, caller);
  if (!history) return { shown, buried };
  for await (const event of history.events()) {
    const data = payloadJson(event);
    if (!isFacts(data)) continue;
    if (SHOWS.includes(event.type)) shown.add(textIn(data, 'number'));
    if (BURIES.includes(event.type)) buried.add(textIn(data, 'number'));
  }
  return { shown, buried };
}
