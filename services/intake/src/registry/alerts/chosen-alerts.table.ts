import { randomUUID } from 'node:crypto';
import {
  instantFromMillis,
  plusMillis,
  type ChannelKind,
  type CommandId,
  type Instant,
  type PersonId,
  type Sha256,
} from '@parley/kernel';
import type { DataSource, EntityManager, MigrationInterface, QueryRunner } from 'typeorm';
import { writtenBefore, type NotWritten, type Writing } from '../../written-rows';
import { TOLD_FOR_MS } from '../agenda/agenda.rules';
import { proofsSince, type AlertReader, type AlertWant, type ChosenAlert } from './alerts.rules';

export interface Choice extends Pick<ChosenAlert, 'reader' | 'kind' | 'address' | 'wants'>, Writing {}

export type Chosen =
  | { readonly kind: 'chosen'; readonly alert: ChosenAlert }
  | NotWritten
  /** The address is new and so many others were named within 24 hours. */
  | { readonly kind: 'to-prove'; readonly sent: number };

interface Row {
  readonly channel_id: string;
  readonly person_id: PersonId;
  readonly party: AlertReader['party'];
  readonly roles: AlertReader['roles'];
  readonly kind: ChannelKind;
  readonly address: string;
  readonly wants: readonly AlertWant[];
  readonly proven_at: Date | null;
  readonly valid_until: Date;
  readonly revision: number;
  readonly written_by: CommandId;
  readonly body_digest: Sha256;
}

/** One choice at a time of a person. */
const lockPerson = (manager: EntityManager, personId: PersonId): Promise<unknown> =>
  manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`alerts ${personId}`]);

/**
 * What persons chose to be told outside the system, one choice a person. They are rows that their owner can delete, and
 * the record knows nothing of them. One whose owner has lost a role that it was made with ends when the owner looks.
 */
export class ChosenAlerts {
  constructor(private readonly database: DataSource) {}

  /**
   * Keeps a choice in the place of the former one. An address that is not proven gets a code.
   * @param mayProve asked how many codes were sent for the person within 24 hours, where a further one is needed
   */
  choose(choice: Choice, mayProve: (sent: number) => boolean, ifRevision?: number): Promise<Chosen> {
    const { reader, kind, address, wants, now, commandId, bodyDigest } = choice;
    return this.database.transaction(async (manager): Promise<Chosen> => {
      await lockPerson(manager, reader.personId);
      const row = await rowOf(manager, reader.personId);
      const before = row && writtenBefore({ writtenBy: row.written_by, bodyDigest: row.body_digest }, choice);
      if (row && before) return before === 'written' ? { kind: 'chosen', alert: alertOf(row) } : { kind: before };
      const revision = row?.revision ?? -1;
      if (ifRevision !== undefined && ifRevision !== revision) return { kind: 'stale', revision };
      const isProven = row !== undefined && row.proven_at !== null && row.kind === kind && row.address === address;
      if (!isProven) {
        const sent = await proofsOf(manager, reader.personId, proofsSince(now));
        if (!mayProve(sent)) return { kind: 'to-prove', sent };
      }
      const channelId = isProven ? row.channel_id : randomUUID();
      if (!isProven) await forget(manager, reader.personId);
      const [kept] = await manager.query<Row[]>(
        `INSERT INTO intake.chosen_alerts
           (person_id, channel_id, party, roles, kind, address, wants, proven_at, revision, written_by, body_digest,
            valid_until)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
         ON CONFLICT (person_id) DO UPDATE SET party = excluded.party, roles = excluded.roles, wants = excluded.wants,
           revision = excluded.revision, written_by = excluded.written_by, body_digest = excluded.body_digest,
           valid_until = excluded.valid_until
         RETURNING *`,
        [
          ...[reader.personId, channelId, reader.party, JSON.stringify(reader.roles), kind, address],
          ...[JSON.stringify(wants), isProven ? row.proven_at : null, revision + 1, commandId, bodyDigest],
          plusMillis(now, TOLD_FOR_MS),
        ],
      );
      if (!isProven)
        await manager.query(
          `INSERT INTO intake.waiting_alerts (channel_id, about, person_id, made_at, not_before)
           VALUES ($1, 'proof', $2, $3, $3)`,
          [channelId, reader.personId, now],
        );
      if (!kept) throw new TypeError('alerts were chosen and are not there');
      return { kind: 'chosen', alert: alertOf(kept) };
    });
  }

  /** Notes that a person reads what is sent to an address. What was proven stays proven. */
  async prove({ channelId, reader }: ChosenAlert, now: string): Promise<ChosenAlert | undefined> {
    const [proven] = await this.database.query<Row[]>(
      `WITH proven AS (
         UPDATE intake.chosen_alerts SET proven_at = coalesce(proven_at, $3),
           revision = revision + CASE WHEN proven_at IS NULL THEN 1 ELSE 0 END
         WHERE channel_id = $1 AND person_id = $2 RETURNING *
       ) SELECT * FROM proven`,
      [channelId, reader.personId, now],
    );
    return proven && alertOf(proven);
  }

  /**
   * What a person chose. This call ends what is past its time, was chosen for another party, or in a role that the
   * person lost.
   */
  async of({ personId, party, roles }: AlertReader, now: Instant): Promise<ChosenAlert | undefined> {
    const row = await rowOf(this.database.manager, personId);
    if (!row) return undefined;
    const [alert, held]: [ChosenAlert, readonly string[]] = [alertOf(row), roles];
    if (now < alert.validUntil && row.party === party && row.roles.every((role) => held.includes(role))) return alert;
    await this.end(personId);
    return undefined;
  }

  /** The choice of an address; `undefined` once the person has chosen another one, or ended it. */
  async find(channelId: string): Promise<ChosenAlert | undefined> {
    const [row] = await this.database.query<Row[]>('SELECT * FROM intake.chosen_alerts WHERE channel_id = $1', [
      channelId,
    ]);
    return row && alertOf(row);
  }

  /** Deletes what a person chose, the address with it, and what waits to be sent there. */
  end(personId: PersonId): Promise<void> {
    return this.database.transaction(async (manager) => {
      await lockPerson(manager, personId);
      await forget(manager, personId);
    });
  }
}

async function forget(manager: EntityManager, personId: PersonId): Promise<void> {
  await manager.query('DELETE FROM intake.chosen_alerts WHERE person_id = $1', [personId]);
  // A code that waits counts among those that were sent, so that ending and choosing again gets nobody more of them.
  await manager.query(
    `UPDATE intake.waiting_alerts SET done_at = made_at, answer = coalesce(answer, 'ended')
     WHERE person_id = $1 AND done_at IS NULL`,
    [personId],
  );
}

async function rowOf(manager: EntityManager, personId: PersonId): Promise<Row | undefined> {
  const [row] = await manager.query<Row[]>('SELECT * FROM intake.chosen_alerts WHERE person_id = $1', [personId]);
  return row;
}

async function proofsOf(manager: EntityManager, personId: PersonId, since: string): Promise<number> {
  const [counted] = await manager.query<{ sent: number }[]>(
    `SELECT count(*)::int AS sent FROM intake.waiting_alerts
     WHERE person_id = $1 AND about = 'proof' AND made_at > $2`,
    [personId, since],
  );
  return counted?.sent ?? 0;
}

export const alertOf = ({ channel_id: channelId, person_id: personId, party, roles, ...row }: Row): ChosenAlert => ({
  channelId,
  reader: { kind: 'person', personId, party, roles },
  kind: row.kind,
  address: row.address,
  wants: row.wants,
  proven: row.proven_at !== null,
  validUntil: instantFromMillis(row.valid_until.getTime()),
  revision: row.revision,
});

/** What persons chose to be told outside the system, and what waits to be sent to them, or was. */
export class IntakeAlerts1738542800100 implements MigrationInterface {
  readonly name = 'IntakeAlerts1738542800100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE intake.chosen_alerts (
      person_id text PRIMARY KEY,
      channel_id uuid NOT NULL UNIQUE,
      party text,
      roles jsonb NOT NULL,
      kind text NOT NULL,
      address text NOT NULL,
      wants jsonb NOT NULL,
      proven_at timestamptz,
      valid_until timestamptz NOT NULL,
      planned_for date,
      revision integer NOT NULL,
      written_by uuid NOT NULL,
      body_digest text NOT NULL
    )`);
    await runner.query(`CREATE TABLE intake.waiting_alerts (
      channel_id uuid NOT NULL,
      about text NOT NULL,
      person_id text NOT NULL,
      made_at timestamptz NOT NULL,
      not_before timestamptz NOT NULL,
      next_try_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      tries integer NOT NULL DEFAULT 0,
      answer text,
      accepted boolean NOT NULL DEFAULT false,
      done_at timestamptz,
      PRIMARY KEY (channel_id, about)
    )`);
    await runner.query('CREATE INDEX waiting_alerts_next ON intake.waiting_alerts (next_try_at) WHERE done_at IS NULL');
    await runner.query('CREATE INDEX waiting_alerts_of ON intake.waiting_alerts (person_id, made_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE intake.waiting_alerts, intake.chosen_alerts');
  }
}
