import { parseInstant, plusMillis, type Instant, type PartyCode, type PartyJwk, type PersonId } from '@parley/kernel';
import { quoteName, schemaOf } from '@parley/messaging';
import type { DataSource } from 'typeorm';
import type { PartyKey, PartyKeys } from './party-key';

interface Row {
  readonly jwk: string;
  readonly begins_at: Date;
  readonly ends_at: Date | null;
  readonly required: boolean;
  readonly person_id: PersonId | null;
  readonly is_passkey: boolean;
}

/**
 * The keys of both parties in a service's own table, which may be a moment behind the register. A signature waits until
 * the service has heard all that was recorded of them up to its receipt: a key that was revoked by then signs nothing.
 */
export class KnownPartyKeys implements PartyKeys {
  readonly #table: string;

  /** @param heard waits to hear all that was recorded of a side's keys before an instant; false when that takes long */
  constructor(
    private readonly database: DataSource,
    private readonly heard: (party: PartyCode, before: Instant) => Promise<boolean>,
  ) {
    this.#table = `${quoteName(schemaOf(database.manager))}.party_keys`;
  }

  /** Writes a key that was told. It may be repeated in any order: of several ends the first one counts. */
  async note({ party, thumbprint, jwk, from, endsAt, required, personId, isPasskey }: PartyKey): Promise<void> {
    await this.database.query(
      `INSERT INTO ${this.#table} AS known (party, thumbprint, jwk, begins_at, ends_at, required, person_id, is_passkey)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (party, thumbprint) DO UPDATE
         SET ends_at = least(excluded.ends_at, known.ends_at), required = excluded.required OR known.required`,
      [party, thumbprint, JSON.stringify(jwk), from, endsAt, required, personId, isPasskey],
    );
  }

  async find(party: PartyCode, thumbprint: string, at: Instant): Promise<PartyKey | undefined | 'unheard'> {
    // What is recorded in the same millisecond counts as well.
    if (!(await this.heard(party, plusMillis(at, 1)))) return 'unheard';
    const [row]: Row[] = await this.database.query(
      `SELECT jwk, begins_at, ends_at, required, person_id, is_passkey FROM ${this.#table} WHERE party = $1 AND thumbprint = $2`,
      [party, thumbprint],
    );
    if (!row) return undefined;
    const jwk = JSON.parse(row.jwk) as PartyJwk;
    const { begins_at: from, ends_at: endsAt, required, person_id: personId, is_passkey: isPasskey } = row;
    const time = { from: instantOf(from), endsAt: endsAt && instantOf(endsAt) };
    return { party, thumbprint, jwk, ...time, required, personId, isPasskey };
  }

  async requires(party: PartyCode, at: Instant): Promise<boolean> {
    const rows: unknown[] = await this.database.query(
      `SELECT FROM ${this.#table}
       WHERE party = $1 AND required AND begins_at <= $2 AND (ends_at IS NULL OR ends_at > $2)`,
      [party, at],
    );
    return rows.length > 0;
  }
}

function instantOf(date: Date): Instant {
  const instant = parseInstant(date.toISOString());
  if (instant === undefined) throw new TypeError('no instant');
  return instant;
}
