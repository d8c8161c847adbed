import { millisOf, together, type Instant, type PartyCode, type PersonId } from '@parley/kernel';
import { quoteName, schemaOf } from '@parley/messaging';
import type { DataSource } from 'typeorm';
import type { Delegate, Delegations, Standing } from './delegations';

/** A delegation as the intake tells of it. */
export interface ToldDelegation {
  readonly delegationId: string;
  readonly party: PartyCode;
  readonly personId: PersonId;
  /** The office, or `head`, `official` or `deputy`, who are of the desk. */
  readonly scope: string;
  readonly from: Instant;
  /** First instant at which it is over; `null` while no end is recorded. */
  readonly endsAt: Instant | null;
}

/** A delegation of a person, or the first one of a party where it names no person. */
interface Row {
  readonly party: PartyCode;
  readonly person_id: PersonId | null;
  readonly scope: string;
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
  async note({ delegationId, party, personId, scope, from, endsAt }: ToldDelegation): Promise<void> {
    await this.database.query(
      `INSERT INTO ${this.#table} AS known (delegation_id, party, person_id, scope, begins_at, ends_at)
         VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (delegation_id) DO UPDATE SET ends_at = coalesce(excluded.ends_at, known.ends_at)`,
      [delegationId, party, personId, scope, from, endsAt],
    );
  }

  /** @param at the receipt of the request; the delegation in force then counts, however late it is decided (I-19) */
  async standing({ party, personId, role }: Delegate, at: Instant): Promise<Standing> {
    const rows = await this.#delegationsOf({ party, personId, role });
    const held = rows.find(
      ({ person_id, scope, begins_at, ends_at }) =>
        person_id !== null && officeOf(scope) === role && isWithin(at, begins_at, ends_at),
    );
    if (held) return { kind: 'in-force', delegationId: held.delegation_id };
    const hasRegister = rows.some(({ begins_at }) => begins_at.getTime() <= millisOf(at));
    return { kind: hasRegister ? 'not-in-force' : 'unrecorded' };
  }

  async isHead(party: PartyCode, personId: PersonId, at: Instant): Promise<boolean> {
    const rows = await this.#delegationsOf({ party, personId, role: 'desk' });
    return rows.some(({ scope, begins_at, ends_at }) => scope === 'head' && isWithin(at, begins_at, ends_at));
  }

  /** One statement tells the delegations of persons, and since when their parties have a register. */
  async #read(delegates: readonly Delegate[]): Promise<readonly (readonly Row[])[]> {
    const rows: Row[] = await this.database.query(
      `SELECT party, person_id, scope, delegation_id, begins_at, ends_at FROM ${this.#table}
       WHERE (party, person_id) IN (SELECT * FROM unnest($1::text[], $2::text[]))
       UNION ALL
       SELECT party, NULL, '', '', min(begins_at), NULL FROM ${this.#table} WHERE party = ANY ($1::text[]) GROUP BY party`,
      [delegates.map(({ party }) => party), delegates.map(({ personId }) => personId)],
    );
    return delegates.map(({ party, personId }) =>
      rows.filter((row) => row.party === party && (row.person_id === null || row.person_id === personId)),
    );
  }
}

/** The head of a delegation acts as its desk, and so do those who consult for it. */
const officeOf = (scope: string): string => (['head', 'official', 'deputy'].includes(scope) ? 'desk' : scope);

const isWithin = (at: Instant, from: Date, end: Date | null): boolean =>
  from.getTime() <= millisOf(at) && (end === null || millisOf(at) < end.getTime());
