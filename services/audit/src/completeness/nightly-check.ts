import type { BlobStore } from '@parley/blobs';
import { knownFrom } from '@parley/contracts';
import { streamIdOf, streamName, type EventStore, type Position } from '@parley/event-store';
import { plusMillis, type Clock, type Instant } from '@parley/kernel';
import { showCompleteness } from '@parley/metrics';
import { isFacts, textIn, type DocketEntry } from '../docket/docket-deadlines.rules';
import type { RecordedFact } from '../history/case-at.rules';
import { takingOfAudit } from '../docket/docket.hears';
import { accessOf, factOf, type ToldRecord } from '../history/case-history';
import {
  broken,
  brokenChains,
  copiesLost,
  exhibitsNotShown,
  type CompletenessTable,
  type LastRun,
  type ReadsWhole,
} from './completeness-table';
import type { RecordWalker } from './record-walker';
import {
  documentsEver,
  exhibitsEver,
  noticesWithoutRecord,
  numbersMissing,
  servedIn,
  type ExhibitEver,
  type Gap,
} from './completeness.rules';

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

export interface CheckedRecord extends ToldRecord {
  readonly blobs: BlobStore;
  readonly docket: ShownDocket;
  readonly clock: Clock;
}

/** The docket follows the record, so facts that were recorded less than this before are not looked for on it yet. */
const SETTLING_MS = 60_000;

/** More entries than a case has. */
const ALL_ENTRIES = 1_000_000;

/**
 * Checks I-62 over one case. Every exhibit that was ever accepted is there, whole, and shown to every reader who is
 * entitled to it, or its tombstone is shown. Public facts stand on the docket. Every notice has its record. The check
 * changes nothing.
 * @param readsWhole the copies whose bytes are read to the end; the nightly check reads all of them
 * @returns nothing for a case that was never heard of
 */
export async function checkCompleteness(
  record: CheckedRecord,
  caseId: string,
  readsWhole: ReadsWhole,
): Promise<CheckedCase | undefined> {
  const { store, facts: told, blobs, docket, clock } = record;
  const file = knownFrom(takingOfAudit, await told.of(caseId)).view;
  const access = accessOf(file);
  if (!access) return undefined;
  const [evidence, service] = [streamName('evidence.exhibits', caseId), streamName('intake.service', caseId)];
  const filing = streamName('intake.case', caseId);
  const [filed, served, begun] = [await store.read(evidence), await store.read(service), await store.read(filing)];
  const [facts, notices] = [filed.map(factOf), served.map(factOf)];
  const exhibits = [...exhibitsEver(facts).values()];
  const entries = file.docketNumber === null ? null : await docket.entries(file.docketNumber, 0, ALL_ENTRIES);
  const gaps = [
    ...brokenChains({ [evidence]: filed, [service]: served, [filing]: begun }),
    // Others were told of the case, so it was filed, whatever is left of that.
    ...(begun.length === 0 ? [broken(filing)] : []),
    ...numbersMissing(exhibits),
    ...(await copiesLost(blobs, [...exhibits, ...documentsEver(facts).values()], readsWhole)),
    ...(await exhibitsNotShown(record, caseId, access, exhibits)),
    ...(entries
      ? docketEntriesMissing(facts.filter(settledBefore(plusMillis(clock.now(), -SETTLING_MS))), entries)
      : []),
    ...noticesWithoutRecord(notices),
  ];
  return { exhibits, notices: notices.flatMap(servedIn).length, gaps };
}

const settledBefore =
  (instant: Instant) =>
  ({ recordedAt }: RecordedFact): boolean =>
    recordedAt <= instant;

/** The entry that each public event of an exhibit has on the docket. */
const KINDS: Readonly<Record<string, string>> = {
  ExhibitAccepted: 'exhibit-accepted',
  PublicVersionFiled: 'public-version-filed',
  ExhibitWithdrawn: 'exhibit-withdrawn',
  ReadersAdded: 'readers-added',
  ReadersTakenAway: 'readers-taken-away',
};

/**
 * Finds public facts about exhibits that are missing on the docket of a registered case, as anybody reads it now.
 * @param facts the events of the case's evidence
 * @param entries the entries of its docket, as the read model has them
 */
function docketEntriesMissing(facts: readonly RecordedFact[], entries: readonly DocketEntry[]): readonly Gap[] {
  const there = new Set(entries.map((entry) => `${entry.kind} ${textIn(entry.facts, 'exhibitNumber')}`));
  return facts.flatMap(({ type, tier, data }) => {
    const kind = KINDS[type];
    if (kind === undefined || tier !== 'PUBLIC' || !isFacts(data)) return [];
    const number = textIn(data, 'number');
    return there.has(`${kind} ${number}`)
      ? []
      : [{ kind: 'docket-entry-missing', subject: number, detail: kind, tier: 'PUBLIC' }];
  });
}

export interface NightlyCheckOptions {
  readonly record: CheckedRecord;
  readonly table: CompletenessTable;
  readonly walker: Pick<RecordWalker, 'walk' | 'stop'>;
  readonly clock: Clock;
  /** Waits until everything that is recorded is on the docket too. */
  readonly caughtUp: () => Promise<void>;
}

/** It tries again after so long; between two looks at the day passes less, since a demonstration's days may fly by. */
const [EVERY_MS, LOOK_MS] = [10 * 60 * 1_000, 1_000];
const PAGE = 1_000;

/**
 * Checks every stream of the record and every byte of every case once a day (I-62), in the first process that comes to
 * it. It keeps and shows the result.
 */
export class NightlyCheck {
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<unknown> | undefined;
  private tried = { day: '', at: 0 };
  private failure: string | undefined;
  private stopped = false;

  constructor(private readonly options: NightlyCheckOptions) {}

  start(): void {
    this.tried = { day: this.today(), at: performance.now() };
    this.timer = setInterval(() => this.look(), LOOK_MS).unref();
  }

  /** Resolves when the present case is checked. The rest of the run is left to another process. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.options.walker.stop();
    clearInterval(this.timer);
    await this.turn;
  }

  status(): { readonly lastFailure?: string } {
    return this.failure === undefined ? {} : { lastFailure: this.failure };
  }

  /** Runs today's check. @returns nothing when the check ran already, or is running */
  async run(): Promise<LastRun | undefined> {
    const { record, table, walker, clock, caughtUp } = this.options;
    const day = this.today();
    if (!(await table.claim(day))) return undefined;
    // First, because what cannot be read ends the check of the cases.
    if (!(await walker.walk())) return undefined;
    await caughtUp();
    let [cases, incomplete] = [0, 0];
    for (const caseId of await casesIn(record.store)) {
      if (this.stopped) return undefined;
      const checked = await checkCompleteness(record, caseId, () => true);
      if (!checked) continue;
      await table.keep(caseId, { checkedAt: clock.now(), gaps: checked.gaps });
      cases += 1;
      if (checked.gaps.length > 0) incomplete += 1;
    }
    const run = { endedAt: clock.now(), cases, incomplete };
    await table.end(day, run);
    return run;
  }

  private today(): string {
    return this.options.clock.now().slice(0, 10);
  }

  /** Begins when the clock has come to another day, whether it ticked there or was moved, and now and then besides. */
  private look(): void {
    const isAnother = this.tried.day !== this.today();
    if (this.turn || !(isAnother || performance.now() - this.tried.at >= EVERY_MS)) return;
    this.tried = { day: this.today(), at: performance.now() };
    this.turn = this.attempt().finally(() => (this.turn = undefined));
  }

  /**
   * Each process shows the result of the last run, whichever process ran it, so that a case that is whole again ends
   * the alarm in all of them.
   */
  private async showLast(): Promise<void> {
    const last = await this.options.table.lastRun();
    if (last) showCompleteness(last.cases, last.incomplete);
  }

  private async attempt(): Promise<void> {
    try {
      await this.run();
      await this.showLast();
      this.failure = undefined;
    } catch (error) {
      this.failure = `the nightly check failed: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
}

async function casesIn(store: EventStore): Promise<ReadonlySet<string>> {
  const cases = new Set<string>();
  let after: Position | undefined;
  for (;;) {
    const page = await store.readAll({
      categories: ['intake.case'],
      limit: PAGE,
      ...(after === undefined ? {} : { after }),
    });
    for (const { stream } of page.events) cases.add(streamIdOf(stream));
    if (page.caughtUp) return cases;
    after = page.position;
  }
}
