import { millisOf, together, type Instant, type PartyCode, type PersonId } from '@parley/kernel';
import { quoteName, schemaOf } from '@parley/messaging';
import type { DataSource } from 'typeorm';
import type { Delegations, Standing } from './delegations';

/** A delegation as the intake tells of it. */
export interface ToldDelegation {
  readonly delegationId: string;
  readonly party: PartyCode;
  readonly personId: PersonId;
  readonly from: Instant;
  /** First instant at which it is over; `null` while no end is recorded. */
  readonly endsAt: Instant | null;
}

type Delegate = Pick<ToldDelegation, 'party' | 'personId'>;

interface Row {
  readonly party: PartyCode;
  readonly person_id: PersonId;
  readonly delegation_id: string;
  readonly begins_at: Date;
  readonly ends_at: Date | null;
}

/**
 * The delegations of both parties in a service's own table. The table may be a moment behind the register. An act that
 * comes in between is recorded under the delegation that was known here. Afterwards the register's instants say what
 * that delegation was worth.
 */
export class KnownDelegations implements Delegations {
  readonly #table: string;
  readonly #delegationsOf = together((delegates: readonly Delegate[]) => this.#read(delegates));

  constructor(private readonly database: DataSource) {
    this.#table = `${quoteName(schemaOf(database.manager))}.delegations`;
  }

  /** Writes a delegation that was told. It may be repeated in any order, because a known end is not forgotten. */
  async note({ delegationId, party, personId, from, endsAt }: ToldDelegation): Promise<void> {
    await this.database.query(
      `INSERT INTO ${this.#table} AS known (delegation_id, party, person_id, begins_at, ends_at)
         VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (delegation_id) DO UPDATE SET ends_at = coalesce(excluded.ends_at, known.ends_at)`,
      [delegationId, party, personId, from, endsAt],
    );
  }

  /** @param at the receipt of the act; the delegation in force then counts, however late the act is decided (I-19) */
  async standing(party: PartyCode, personId: PersonId, at: Instant): Promise<Standing> {
    const rows = await this.#delegationsOf({ party, personId });
    const held = rows.find(({ begins_at, ends_at }) => isWithin(at, begins_at, ends_at));
    if (held) return { kind: 'in-force', delegationId: held.delegation_id };
    return { kind: rows.length === 0 ? 'unrecorded' : 'not-in-force' };
  }

  async #read(delegates: readonly Delegate[]): Promise<readonly (readonly Row[])[]> {
    const rows: Row[] = await this.database.query(
      `SELECT party, person_id, delegation_id, begins_at, ends_at FROM ${this.#table}
       WHERE (party, person_id) IN (SELECT * FROM unnest($1::text[], $2::text[]))`,
      [delegates.map(({ party }) => party), delegates.map(({ personId }) => personId)],
    );
    return delegates.map(({ party, personId }) =>
      rows.filter((row) => row.party === party && row.person_id === personId),
    );
  }
}

const isWithin = (at: Instant, from: Date, end: Date | null): boolean =>
  from.getTime() <= millisOf(at) && (end === null || millisOf(at) < end.getTime());
