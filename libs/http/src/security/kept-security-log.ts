import { type IssuerName, TOKEN_FAULTS } from '@parley/auth';
import { instantFromMillis, type PartyCode } from '@parley/kernel';
import { quoteName, schemaOf } from '@parley/messaging';
import type { DataSource } from 'typeorm';
import {
  MOST_SPANS_SHOWN,
  type SecurityEvent,
  type SecurityLog,
  type SecurityPage,
  type SecuritySpan,
} from './security-log';
import { SecuritySpans } from './security-spans';

/** Milliseconds in which events are counted together before they are written. */
const GATHERED_MS = 1_000;

type Row = Omit<SecuritySpan, 'first' | 'last' | 'count' | 'issuer' | 'fault'> & {
  readonly first: Date;
  readonly last: Date;
  readonly count: string;
};

/** Security events in a service's own table, which only grows. A flood of like events is one statement a second. */
export class KeptSecurityLog implements SecurityLog {
  readonly #table: string;
  readonly #noted = new SecuritySpans();
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  /** @param onFailure hears why the table could not be written */
  constructor(
    private readonly database: DataSource,
    private readonly onFailure: (failure: unknown) => void,
  ) {
    this.#table = `${quoteName(schemaOf(database.manager))}.security_events`;
  }

  note(event: SecurityEvent): void {
    this.#noted.note(event);
    this.#timer ??= setTimeout(() => void this.keep(), GATHERED_MS).unref();
  }

  keep(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  async of(day: string, party: PartyCode): Promise<SecurityPage> {
    await this.keep();
    const rows: Row[] = await this.database.query(
      `SELECT kind, person_id AS "personId", party, method, route, outcome, first_at AS first, last_at AS last, count
         FROM ${this.#table}
       WHERE hour >= $1::date::timestamp AT TIME ZONE 'UTC' AND hour < ($1::date + 1)::timestamp AT TIME ZONE 'UTC'
         AND (party IS NULL OR party = $2)
       ORDER BY last_at DESC, event_id DESC LIMIT $3`,
      [day, party, MOST_SPANS_SHOWN + 1],
    );
    return { items: rows.slice(0, MOST_SPANS_SHOWN).map(spanOf), more: rows.length > MOST_SPANS_SHOWN };
  }

  async #write(): Promise<void> {
    const spans = this.#noted.take();
    if (spans.length === 0) return;
    try {
      // In one order, so that two instances that count the same never wait for each other.
      await this.database.query(
        `INSERT INTO ${this.#table} AS kept (hour, kind, person_id, party, method, route, outcome, first_at, last_at, count)
         SELECT date_trunc('hour', last_at, 'UTC'), kind, person_id, party, method, route, outcome, first_at, last_at, count
           FROM jsonb_to_recordset($1::jsonb) AS span (kind text, person_id text, party text, method text, route text,
             outcome text, first_at timestamptz, last_at timestamptz, count bigint)
         ORDER BY 1, 2, 3, 4, 5, 6, 7
         ON CONFLICT (hour, kind, person_id, party, method, route, outcome) DO UPDATE
           SET count = kept.count + excluded.count, last_at = greatest(kept.last_at, excluded.last_at)`,
        [JSON.stringify(spans.map(rowOf))],
      );
    } catch (error) {
      for (const span of spans) this.#noted.add(span);
      this.onFailure(error);
    }
  }
}

/**
 * Of a token that was not believed, the column of the outcome holds issuer and fault, too: instances of an earlier
 * version count by the columns that they know, side by side with this one.
 */
const rowOf = ({ personId, first, last, outcome, issuer, fault, ...span }: SecuritySpan) => ({
  ...span,
  outcome: fault === null ? outcome : [outcome, fault, issuer ?? ''].join(' ').trim(),
  person_id: personId,
  first_at: first,
  last_at: last,
});

function spanOf({ first, last, count, outcome: kept, ...span }: Row): SecuritySpan {
  const [outcome = '', fault, issuer] = kept.split(' ');
  return {
    ...span,
    outcome,
    issuer: (issuer ?? null) as IssuerName | null,
    fault: TOKEN_FAULTS.find((each) => each === fault) ?? null,
    first: instantFromMillis(first.getTime()),
    last: instantFromMillis(last.getTime()),
    count: Number(count),
  };
}
