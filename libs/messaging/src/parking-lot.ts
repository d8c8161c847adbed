import { instantFromMillis } from '@parley/kernel';
import type { EntityManager } from 'typeorm';
import { tableIn } from './bookkeeping-table';
import type { ParkedMessage } from './parked-message';

/** A parked message with what it takes to hand it over again. */
export interface ParkedBody extends ParkedMessage {
  readonly body: unknown;
}

/** One consumer's parked messages, in its service's own schema. */
export class ParkingLot {
  constructor(
    private readonly manager: EntityManager,
    private readonly group: string,
  ) {}

  /** Those of some keys that hold something back. */
  async heldKeys(keys: readonly string[]): Promise<ReadonlySet<string>> {
    const rows: { key: string }[] = await this.manager.query(
      `SELECT DISTINCT key FROM ${tableIn(this.manager, 'parked')} WHERE grp = $1 AND key = ANY($2)`,
      [this.group, keys],
    );
    return new Set(rows.map((row) => row.key));
  }

  /** Parks a message behind those of its key; one that is parked already stays where it is. */
  async park(message: Pick<ParkedBody, 'id' | 'key' | 'body' | 'reason' | 'tries'>): Promise<void> {
    await this.manager.query(
      `INSERT INTO ${tableIn(this.manager, 'parked')} (grp, message_id, key, body, reason, tries)
         VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT DO NOTHING`,
      [this.group, message.id, message.key, JSON.stringify(message.body), message.reason, message.tries],
    );
  }

  /** Oldest first; of one key when it is given. */
  async list(key?: string): Promise<readonly ParkedBody[]> {
    const rows: (Omit<ParkedBody, 'parkedAt'> & { parkedAt: Date })[] = await this.manager.query(
      `SELECT message_id AS id, key, body, reason, tries, parked_at AS "parkedAt"
         FROM ${tableIn(this.manager, 'parked')}
       WHERE grp = $1 AND ($2::text IS NULL OR key = $2) ORDER BY seq`,
      [this.group, key ?? null],
    );
    return rows.map((row) => ({ ...row, parkedAt: instantFromMillis(row.parkedAt.getTime()) }));
  }

  /** A message that was handled at last. */
  async release(id: string): Promise<void> {
    await this.manager.query(`DELETE FROM ${tableIn(this.manager, 'parked')} WHERE grp = $1 AND message_id = $2`, [
      this.group,
      id,
    ]);
  }

  /** A message that failed again. */
  async failAgain(id: string, reason: string, tries: number): Promise<void> {
    await this.manager.query(
      `UPDATE ${tableIn(this.manager, 'parked')} SET reason = $3, tries = tries + $4 WHERE grp = ` +
        '$1 AND message_id = $2',
      [this.group, id, reason, tries],
    );
  }
}
