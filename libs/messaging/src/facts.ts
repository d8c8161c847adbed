import { instantFromMillis, type Tier } from '@parley/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { tableIn } from './bookkeeping-table';
import type { PublicEvent } from './public-event';

/**
 * What other contexts told, as it came. It is a set: what comes again changes nothing, and what is made of it asks for
 * no order of hearing.
 */
export interface Facts {
  /** Keeps a fact. One that is kept already stays as it is. */
  keep(event: PublicEvent): Promise<void>;
  /** Everything kept of a case, in the order of `byRecord`. */
  of(subject: string): Promise<readonly PublicEvent[]>;
}

/** The order in which facts are folded: as they were recorded, whoever told them and whenever they were heard. */
export function byRecord(one: PublicEvent, other: PublicEvent): number {
  return compare(one.recordedat, other.recordedat) || one.sequence - other.sequence || compare(one.id, other.id);
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Keeps a fact in the service's own schema, in whatever transaction the manager is of. */
export async function keepFact(
  manager: EntityManager,
  { id, source, type, subject, time, recordedat, sequence, tier, data }: PublicEvent,
): Promise<void> {
  await manager.query(
    `INSERT INTO ${tableIn(manager, 'facts')}
       (message_id, subject, source, type, tier, happened_at, recorded_at, sequence, data)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (message_id) DO NOTHING`,
    [id, subject, source, type, tier, time, recordedat, sequence, Buffer.from(data)],
  );
}

/** The facts in PostgreSQL. */
export class KeptFacts implements Facts {
  constructor(private readonly database: DataSource) {}

  keep(event: PublicEvent): Promise<void> {
    return keepFact(this.database.manager, event);
  }

  async of(subject: string): Promise<readonly PublicEvent[]> {
    const { manager } = this.database;
    const rows: FactRow[] = await manager.query(`SELECT * FROM ${tableIn(manager, 'facts')} WHERE subject = $1`, [
      subject,
    ]);
    return rows.map(eventOf).sort(byRecord);
  }
}

interface FactRow {
  readonly message_id: string;
  readonly subject: string;
  readonly source: string;
  readonly type: string;
  readonly tier: Tier;
  readonly happened_at: Date;
  readonly recorded_at: Date;
  readonly sequence: string;
  readonly data: Buffer;
}

const eventOf = ({ happened_at, recorded_at, ...row }: FactRow): PublicEvent => ({
  id: row.message_id,
  source: row.source,
  type: row.type,
  subject: row.subject,
  time: instantFromMillis(happened_at.getTime()),
  recordedat: instantFromMillis(recorded_at.getTime()),
  sequence: Number(row.sequence),
  tier: row.tier,
  datacontenttype: 'application/protobuf',
  data: row.data,
});
