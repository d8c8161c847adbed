import type { Position } from '@parley/event-store';
import { instantFromMillis, type Instant, type PersonId, type Role } from '@parley/kernel';
import type { DataSource } from 'typeorm';
import { validUntil, type Side, type ReceiverState, type Why } from './webhooks.rules';

/** A receiver, for whom it reads, and how far it has come. */
export interface Receiver {
  readonly receiverId: string;
  readonly side: Side;
  readonly role: Role;
  /** The officer who opened it, as whom it reads. */
  readonly personId: PersonId;
  readonly url: string;
  readonly purpose: string;
  readonly openedAt: Instant;
  readonly validUntil: Instant;
  /** All at or before it was told, or is not for its reader. */
  readonly position: Position;
  /** Another one from each replay on: what was begun before changes nothing any more. */
  readonly turn: number;
  readonly state: ReceiverState;
  readonly why: Why | null;
  /** Tries in a row that the next message did not take, and when the first of them was. */
  readonly failures: number;
  readonly failingSince: Instant | null;
  readonly nextTryAt: Instant | null;
}

export type Opening = Pick<Receiver, 'receiverId' | 'side' | 'role' | 'personId' | 'url' | 'purpose' | 'position'>;

/** Longer than a receiver may take to answer: whoever was cut off has lost it by then. */
const LEASE = "interval '20 seconds'";

const PASSED = 'position = $4, failures = 0, failing_since = NULL, next_try_at = NULL';

interface Row {
  readonly receiver_id: string;
  readonly side: Side;
  readonly role: Role;
  readonly person_id: PersonId;
  readonly url: string;
  readonly purpose: string;
  readonly opened_at: Date;
  readonly valid_until: Date;
  readonly position: Position;
  readonly turn: number;
  readonly state: ReceiverState;
  readonly why: Why | null;
  readonly failures: number;
  readonly failing_since: Date | null;
  readonly next_try_at: Date | null;
}

/**
 * Where the receivers of webhooks lead, and how far each has come. The record knows their ids alone; a row is deleted
 * when its receiver is closed.
 */
export class KeptReceivers {
  constructor(private readonly database: DataSource) {}

  /** Keeps what is needed before the opening is recorded; nothing is told before that. */
  async keep({ receiverId, side, role, personId, url, purpose, position }: Opening, now: Instant): Promise<void> {
    await this.database.query(
      `INSERT INTO audit.webhook_receivers
         (receiver_id, side, role, person_id, url, purpose, position, opened_at, valid_until)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
      [receiverId, side, role, personId, url, purpose, position, now, validUntil(now)],
    );
  }

  /** Deletes a receiver, its address and what was sent there. */
  async forget(receiverId: string): Promise<void> {
    await this.database.query('DELETE FROM audit.webhook_receivers WHERE receiver_id = $1', [receiverId]);
  }

  /** Those of a side and of some of its roles, the first one first. */
  async of(side: Side, roles: readonly Role[]): Promise<readonly Receiver[]> {
    const rows = await this.database.query<Row[]>(
      `SELECT * FROM audit.webhook_receivers WHERE side = $1 AND role = ANY ($2) ORDER BY opened_at, receiver_id`,
      [side, roles],
    );
    return rows.map(receiverOf);
  }

  async find(receiverId: string): Promise<Receiver | undefined> {
    const [row] = await this.database.query<Row[]>('SELECT * FROM audit.webhook_receivers WHERE receiver_id = $1', [
      receiverId,
    ]);
    return row && receiverOf(row);
  }

  /** Those that nobody tells just now and whose time has come. */
  async waiting(now: Instant): Promise<readonly Receiver[]> {
    const rows = await this.database.query<Row[]>(
      `SELECT * FROM audit.webhook_receivers
       WHERE state = 'running' AND (next_try_at IS NULL OR next_try_at <= $1)
         AND (leased_until IS NULL OR leased_until < clock_timestamp())`,
      [now],
    );
    return rows.map(receiverOf);
  }

  /**
   * Takes a receiver to tell it, or keeps it for a little longer. One process has it at a time.
   * @returns how far it has come; `undefined` when another one has it, or it is to be told nothing
   */
  async take(receiverId: string, by: string): Promise<Receiver | undefined> {
    const [row] = await this.database.query<Row[]>(
      `WITH taken AS (
         UPDATE audit.webhook_receivers SET leased_by = $2, leased_until = clock_timestamp() + ${LEASE}
         WHERE receiver_id = $1 AND state = 'running'
           AND (leased_by = $2 OR leased_until IS NULL OR leased_until < clock_timestamp()) RETURNING *
       ) SELECT * FROM taken`,
      [receiverId, by],
    );
    return row && receiverOf(row);
  }

  /** Lets go of a receiver. */
  async leave(receiverId: string, by: string): Promise<void> {
    await this.database.query(
      `UPDATE audit.webhook_receivers SET leased_by = NULL, leased_until = NULL
       WHERE receiver_id = $1 AND leased_by = $2`,
      [receiverId, by],
    );
  }

  /** Notes that all up to a position was told. @returns false when somebody else has the receiver, or replays it */
  async passed({ receiverId, turn }: Receiver, by: string, position: Position): Promise<boolean> {
    return this.#note(receiverId, turn, by, PASSED, [position]);
  }

  /** Notes at once that a message was taken and all up to its position was told. @returns as `passed` does */
  async taken(
    { receiverId, turn }: Receiver,
    by: string,
    { position, messageId, answer }: Readonly<Record<'position' | 'messageId' | 'answer', string>>,
  ): Promise<boolean> {
    const noted = await this.database.query<unknown[]>(
      `WITH noted AS (
         UPDATE audit.webhook_receivers SET ${PASSED}
         WHERE receiver_id = $1 AND turn = $2 AND leased_by = $3 RETURNING receiver_id
       ) UPDATE audit.webhook_deliveries AS delivery SET state = 'taken', answer = $6, body = NULL
         FROM noted WHERE delivery.receiver_id = noted.receiver_id AND message_id = $5 RETURNING 1`,
      [receiverId, turn, by, position, messageId, answer],
    );
    return noted.length > 0;
  }

  /** Notes that a message was not taken, and when it is tried again. */
  async failed(
    { receiverId, turn }: Receiver,
    by: string,
    { failures, since, nextTryAt }: { readonly failures: number; readonly since: Instant; readonly nextTryAt: Instant },
  ): Promise<void> {
    const set = 'failures = $4, failing_since = $5, next_try_at = $6';
    await this.#note(receiverId, turn, by, set, [failures, since, nextTryAt]);
  }

  /** Tells a receiver nothing more until a replay. */
  async rest({ receiverId, turn }: Receiver, by: string, state: ReceiverState, why: Why): Promise<void> {
    await this.#note(receiverId, turn, by, 'state = $4, why = $5', [state, why]);
  }

  /**
   * Has a receiver go on, once for each command.
   * @param position from where; where it stopped when `undefined`
   * @param renewed until when it is valid from now on; as before when `undefined`
   */
  async replay(
    { receiverId }: Receiver,
    commandId: string,
    { position, renewed }: { readonly position: Position | undefined; readonly renewed: Instant | undefined },
  ): Promise<void> {
    await this.database.query(
      `UPDATE audit.webhook_receivers
       SET position = coalesce($3, position), valid_until = coalesce($4, valid_until), turn = turn + 1,
         state = 'running', why = NULL, failures = 0, failing_since = NULL, next_try_at = NULL, replayed_by = $2
       WHERE receiver_id = $1 AND replayed_by IS DISTINCT FROM $2`,
      [receiverId, commandId, position ?? null, renewed ?? null],
    );
  }

  async #note(id: string, turn: number, by: string, set: string, values: readonly unknown[]): Promise<boolean> {
    const noted = await this.database.query<unknown[]>(
      `WITH noted AS (
         UPDATE audit.webhook_receivers SET ${set}
         WHERE receiver_id = $1 AND turn = $2 AND leased_by = $3 RETURNING 1
       ) SELECT * FROM noted`,
      [id, turn, by, ...values],
    );
    return noted.length > 0;
  }
}

const instantOf = (date: Date): Instant => instantFromMillis(date.getTime());

const receiverOf = (row: Row): Receiver => ({
  receiverId: row.receiver_id,
  side: row.side,
  role: row.role,
  personId: row.person_id,
  url: row.url,
  purpose: row.purpose,
  openedAt: instantOf(row.opened_at),
  validUntil: instantOf(row.valid_until),
  position: row.position,
  turn: row.turn,
  state: row.state,
  why: row.why,
  failures: row.failures,
  failingSince: row.failing_since && instantOf(row.failing_since),
  nextTryAt: row.next_try_at && instantOf(row.next_try_at),
});
