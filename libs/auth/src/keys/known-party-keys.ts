import { parseInstant, type Instant, type PartyCode, type PartyJwk } from '@parley/kernel';
import { quoteName, schemaOf } from '@parley/messaging';
import type { DataSource } from 'typeorm';
import type { PartyKey, PartyKeys } from './party-key';

interface Row {
  readonly jwk: string;
  readonly begins_at: Date;
  readonly ends_at: Date | null;
}

/**
 * The keys of both parties in a service's own table. The table may be a moment behind the register. A signature that
 * comes in between is checked by what was known here. Afterwards the register's instants say what it was worth.
 */
export class KnownPartyKeys implements PartyKeys {
  readonly #table: string;

  constructor(private readonly database: DataSource) {
    this.#table = `${quoteName(schemaOf(database.manager))}.party_keys`;
  }

  /** Writes a key that was told. It may be repeated in any order, because a known end is not forgotten. */
  async note({ party, thumbprint, jwk, from, endsAt }: PartyKey): Promise<void> {
    await this.database.query(
      `INSERT INTO ${this.#table} AS known (party, thumbprint, jwk, begins_at, ends_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (party, thumbprint) DO UPDATE SET ends_at = coalesce(excluded.ends_at, known.ends_at)`,
      [party, thumbprint, JSON.stringify(jwk), from, endsAt],
    );
  }

  async find(party: PartyCode, thumbprint: string): Promise<PartyKey | undefined> {
    const [row]: Row[] = await this.database.query(
      `SELECT jwk, begins_at, ends_at FROM ${this.#table} WHERE party = $1 AND thumbprint = $2`,
      [party, thumbprint],
    );
    if (!row) return undefined;
    const jwk = JSON.parse(row.jwk) as PartyJwk;
    return { party, thumbprint, jwk, from: instantOf(row.begins_at), endsAt: row.ends_at && instantOf(row.ends_at) };
  }
}

function instantOf(date: Date): Instant {
  const instant = parseInstant(date.toISOString());
  if (instant === undefined) throw new TypeError('no instant');
  return instant;
}
