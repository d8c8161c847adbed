import { streamIdOf, type StreamName } from '@parley/event-store';
import { instantFromMillis, type Instant } from '@parley/kernel';
import { tableIn } from '@parley/messaging';
import type { EntityManager } from 'typeorm';
import type { Timer } from './timer';

interface TimerRow {
  readonly stream: StreamName;
  readonly deadlineId: string;
  readonly clock: string;
  readonly dueAt: Date;
}

const COLUMNS = 'stream, deadline_id AS "deadlineId", clock, due_at AS "dueAt"';
/** Timers looked at in one round. */
const ROUND = 100;

/**
 * Timers that are due, by expiry and then in the order of their start, and only the earliest of each stream, since it
 * may cause the next one to be closed or moved. A timer that failed a moment ago is left for later, and its stream with
 * it.
 * @param setAside streams that are passed over, so that they keep no others from their turn, however many of them wait
 */
export async function dueTimers(
  manager: EntityManager,
  until: Instant,
  setAside: readonly string[] = [],
): Promise<readonly Timer[]> {
  const timers = tableIn(manager, 'timers');
  const rows: TimerRow[] = await manager.query(
    `SELECT ${COLUMNS} FROM ${timers} AS timer
     WHERE state = 'open' AND due_at <= $1 AND stream <> ALL($2)
       AND (retry_at IS NULL OR retry_at <= clock_timestamp()) AND NOT EXISTS (
       SELECT 1 FROM ${timers} AS earlier WHERE earlier.stream = timer.stream AND earlier.state = 'open'
         AND (earlier.due_at, earlier.deadline_id) < (timer.due_at, timer.deadline_id))
     ORDER BY due_at, seq LIMIT ${ROUND}`,
    [until, setAside],
  );
  return rows.map(timerOf);
}

/** The earliest expiry that is still to fire; after an instant when it is given. */
export async function nextExpiry(manager: EntityManager, after?: Instant): Promise<Instant | undefined> {
  const rows: { dueAt: Date | null }[] = await manager.query(
    `SELECT min(due_at) AS "dueAt" FROM ${tableIn(manager, 'timers')} WHERE state = 'open' AND due_at > $1`,
    [after ?? '-infinity'],
  );
  const dueAt = rows[0]?.dueAt;
  return dueAt ? instantFromMillis(dueAt.getTime()) : undefined;
}

/**
 * The streams of some categories in which a deadline runs that ends after an instant, and not after another where one
 * is given.
 */
export async function streamsWithTimers(
  manager: EntityManager,
  categories: readonly string[],
  { after, until }: { readonly after: Instant; readonly until?: Instant },
): Promise<readonly string[]> {
  const rows: { stream: string }[] = await manager.query(
    `SELECT DISTINCT stream FROM ${tableIn(manager, 'timers')}
     WHERE state = 'open' AND due_at > $1 AND ($2::timestamptz IS NULL OR due_at <= $2)
       AND split_part(stream, '-', 1) = ANY($3) ORDER BY stream`,
    [after, until ?? null, categories],
  );
  return rows.map(({ stream }) => stream);
}

/**
 * Locks an open timer for the transaction; `false` when another poller has it, or it fired, moved or closed meanwhile.
 */
export async function lockTimer(manager: EntityManager, timer: Timer): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `SELECT 1 FROM ${tableIn(manager, 'timers')} WHERE stream = $1 AND deadline_id = $2 AND due_at = $3
       AND state = 'open'
     FOR UPDATE SKIP LOCKED`,
    keyOf(timer),
  );
  return rows.length > 0;
}

export async function markFired(manager: EntityManager, timer: Timer, at: Instant): Promise<void> {
  await manager.query(
    `UPDATE ${tableIn(manager, 'timers')} SET state = 'fired', fired_at = $4, reason = NULL
     WHERE stream = $1 AND deadline_id = $2 AND due_at = $3`,
    [...keyOf(timer), at],
  );
}

/** Puts off a timer that failed: by 1 s, then doubling to a minute. */
export async function markFailed(manager: EntityManager, timer: Timer, reason: string): Promise<void> {
  await manager.query(
    `UPDATE ${tableIn(manager, 'timers')} SET tries = tries + 1, reason = $4,
       retry_at = clock_timestamp() + least(60, 2 ^ least(tries, 6)) * interval '1 second'
     WHERE stream = $1 AND deadline_id = $2 AND due_at = $3`,
    [...keyOf(timer), reason],
  );
}

/** Timers whose expiry has passed and that have not fired, with the error of their last firing. */
export async function overdueTimers(manager: EntityManager, until: Instant): Promise<readonly OverdueTimer[]> {
  const rows: (TimerRow & { tries: number; reason: string | null })[] = await manager.query(
    `SELECT ${COLUMNS}, tries, reason FROM ${tableIn(manager, 'timers')} WHERE state = 'open' AND due_at ` +
      '<= $1 ORDER BY due_at LIMIT 1000',
    [until],
  );
  return rows.map((row) => ({ ...timerOf(row), tries: row.tries, reason: row.reason }));
}

export interface OverdueTimer extends Timer {
  readonly tries: number;
  /** `null` when it was not tried yet, or its guard holds it. */
  readonly reason: string | null;
}

const keyOf = (timer: Timer): readonly [string, string, Instant] => [timer.stream, timer.deadlineId, timer.dueAt];

const timerOf = ({ stream, deadlineId, clock, dueAt }: TimerRow): Timer => ({
  stream,
  subject: streamIdOf(stream),
  deadlineId,
  clock,
  dueAt: instantFromMillis(dueAt.getTime()),
});
