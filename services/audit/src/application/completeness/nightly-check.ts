import { streamIdOf, type EventStore, type Position } from '@parley/event-store';
import type { Clock } from '@parley/kernel';
import { showCompleteness } from '@parley/metrics';
import { checkCompleteness, type CheckedRecord } from './check-completeness';
import type { CompletenessTable, LastRun } from './completeness-table';

export interface NightlyCheckOptions {
  readonly record: CheckedRecord;
  readonly table: CompletenessTable;
  readonly clock: Clock;
  /** Waits until what is recorded is on the docket too. */
  readonly caughtUp: () => Promise<void>;
}

const EVERY_MS = 10 * 60 * 1_000;
const PAGE = 1_000;

/**
 * Checks every case once a day (I-62), every byte of it, in the first process that comes to it, and keeps and shows
 * what it came to.
 */
export class NightlyCheck {
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<unknown> = Promise.resolve();
  private failure: string | undefined;
  private stopped = false;

  constructor(private readonly options: NightlyCheckOptions) {}

  start(): void {
    this.timer = setInterval(() => {
      this.turn = this.turn.then(() => this.attempt());
    }, EVERY_MS).unref();
  }

  /** Resolves when the case in hand is checked; the rest of the night is left to another process. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.turn;
  }

  status(): { readonly lastFailure?: string } {
    return this.failure === undefined ? {} : { lastFailure: this.failure };
  }

  /** Runs today's check. @returns nothing when it was run already, or is being run */
  async run(): Promise<LastRun | undefined> {
    const { record, table, clock, caughtUp } = this.options;
    const day = clock.now().slice(0, 10);
    if (!(await table.claim(day))) return undefined;
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

  /**
   * Each process shows what the last run came to, whichever ran it, so that a case that is whole again ends the alarm
   * of all.
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

/** Every case that the audit has heard of. */
async function casesIn(store: EventStore): Promise<ReadonlySet<string>> {
  const cases = new Set<string>();
  let after: Position | undefined;
  for (;;) {
    const page = await store.readAll({
      categories: ['audit.case'],
      limit: PAGE,
      ...(after === undefined ? {} : { after }),
    });
    for (const { stream } of page.events) cases.add(streamIdOf(stream));
    if (page.caughtUp) return cases;
    after = page.position;
  }
}
