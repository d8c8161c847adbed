import { instantFromMillis, type PartyCode, type PersonId, type Role, type Tier } from '@parley/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { tableIn } from './bookkeeping-table';
import type { PublicEvent } from './public-event';

/**
 * What other contexts told, as it came. It is a set: a repeated fact changes nothing, and views made of it do not
 * depend on the order of hearing.
 */
export interface Facts {
  /** Everything kept of a case, in the order of `byRecord`. */
  of(subject: string): Promise<readonly PublicEvent[]>;
}

/** The order in which facts are folded: as they were recorded, whoever told them and whenever they were heard. */
export function byRecord(one: PublicEvent, other: PublicEvent): number {
  return compare(one.recordedat, other.recordedat) || one.sequence - other.sequence || compare(one.id, other.id);
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/**
 * Keeps facts in the service's own schema, in the manager's transaction. A fact that is kept already stays as it is.
 * @param isKnown whether this version knows a type
 * @returns ids of those that are new
 */
export async function keepFacts(
  manager: EntityManager,
  events: readonly PublicEvent[],
  isKnown: (type: string) => boolean = () => true,
): Promise<ReadonlySet<string>> {
  if (events.length === 0) return new Set();
  const kept: { id: string }[] = await manager.query(
    `INSERT INTO ${tableIn(manager, 'facts')}
       (message_id, subject, source, type, tier, happened_at, recorded_at, sequence, data, traceparent, known,
        actor_id, actor_role, actor_party, event)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[],
       $7::timestamptz[], $8::bigint[], $9::bytea[], $10::text[], $11::boolean[], $12::text[], $13::text[], $14::text[],
       $15::text[])
     ON CONFLICT DO NOTHING RETURNING message_id AS id`,
    [
      events.map(({ id }) => id),
      events.map(({ subject }) => subject),
      events.map(({ source }) => source),
      events.map(({ type }) => type),
      events.map(({ tier }) => tier),
      events.map(({ time }) => time),
      events.map(({ recordedat }) => recordedat),
      events.map(({ sequence }) => sequence),
      events.map(({ data }) => Buffer.from(data)),
      events.map(({ traceparent = null }) => traceparent),
      events.map(({ type }) => isKnown(type)),
      events.map(({ actor }) => actor?.personId ?? null),
      events.map(({ actor }) => actor?.role ?? null),
      events.map(({ actor }) => actor?.party ?? null),
      events.map(({ event = null }) => event),
    ],
  );
  return new Set(kept.map(({ id }) => id));
}

/** The fact with an id. @throws when none is kept */
export async function factOf(manager: EntityManager, id: string): Promise<PublicEvent> {
  const rows: FactRow[] = await manager.query(`SELECT * FROM ${tableIn(manager, 'facts')} WHERE message_id = $1`, [id]);
  const [row] = rows;
  if (!row) throw new Error(`message ${id} is not kept`);
  return eventOf(row);
}

/** Facts of types that were unknown when they came and are known by now; each is given once. */
export async function newlyKnown(
  manager: EntityManager,
  isKnown: (type: string) => boolean,
): Promise<readonly PublicEvent[]> {
  const facts = tableIn(manager, 'facts');
  const unknown: { type: string }[] = await manager.query(`SELECT DISTINCT type FROM ${facts} WHERE NOT known`);
  const types = unknown.flatMap(({ type }) => (isKnown(type) ? type : []));
  if (types.length === 0) return [];
  const [rows]: [FactRow[], number] = await manager.query(
    `UPDATE ${facts} SET known = true WHERE NOT known AND type = ANY($1) RETURNING *`,
    [types],
  );
  return rows.map(eventOf).sort(byRecord);
}

/** The facts in PostgreSQL. */
export class KeptFacts implements Facts {
  constructor(private readonly database: DataSource) {}

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
  readonly traceparent: string | null;
  readonly actor_id: PersonId | null;
  readonly actor_role: Role | null;
  readonly actor_party: PartyCode | null;
  readonly event: string | null;
}

const eventOf = ({ happened_at, recorded_at, traceparent, actor_id, actor_role, ...row }: FactRow): PublicEvent => ({
  id: row.message_id,
  source: row.source,
  type: row.type,
  subject: row.subject,
  ...(row.event === null ? {} : { event: row.event }),
  time: instantFromMillis(happened_at.getTime()),
  recordedat: instantFromMillis(recorded_at.getTime()),
  sequence: Number(row.sequence),
  tier: row.tier,
  ...(actor_id === null || actor_role === null
    ? {}
    : { actor: { personId: actor_id, role: actor_role, party: row.actor_party } }),
  datacontenttype: 'application/protobuf',
  data: row.data,
  ...(traceparent === null ? {} : { traceparent }),
});
