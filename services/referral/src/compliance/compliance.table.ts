import { domainEventOf, streamIdOf, type RecordedEvent } from '@parley/event-store';
import { instantFromMillis, type Instant } from '@parley/kernel';
import { upsertRows, type Projection } from '@parley/projections';
import { Column, Entity, PrimaryColumn, type EntityManager, type MigrationInterface, type QueryRunner } from 'typeorm';
import { COMPLIANCE_CATEGORY, REGISTER_CATEGORY } from '../referral/streams';
import type { AgreementEvent } from './agreement-events.rules';
import { evolve } from './agreement-state.rules';
import { noAgreement, type AgreementState } from './agreement.rules';

/** One agreement. The columns are those that lists need. The agreement itself is stored whole. */
@Entity({ name: 'agreements' })
export class AgreementRow {
  @PrimaryColumn('text', { name: 'agreement_id' })
  readonly agreementId: string;

  @Column('text')
  readonly status: string;

  /** The instant by which lists are sorted: when the agreement was agreed on, proposed, declined or undone. */
  @Column('timestamptz', { name: 'listed_at' })
  readonly listedAt: Date;

  @Column('json')
  readonly agreement: AgreementState;
}

interface Line {
  readonly agreement_id: string;
  readonly status: string;
  readonly listed_at: string;
  readonly agreement: string;
}

const COLUMNS = { agreement_id: 'text', status: 'text', listed_at: 'timestamptz', agreement: 'json' } as const;

/** Agreements of cases and of the register, one row each. The rows are made from their events alone. */
export const agreementsProjection: Projection = {
  name: 'agreements',
  categories: [COMPLIANCE_CATEGORY, REGISTER_CATEGORY],
  tables: ['agreements'],
  async apply(manager, events, tables) {
    const table = tables('agreements');
    const known = await knownOf(manager, table, events);
    for (const recorded of events) {
      const id = streamIdOf(recorded.stream);
      known.set(id, evolve(known.get(id) ?? noAgreement, domainEventOf(recorded) as AgreementEvent));
    }
    await upsertRows<Line>(
      manager,
      { table, key: ['agreement_id'], columns: COLUMNS },
      [...known].flatMap(([id, state]) => lineOf(id, state)),
    );
  },
};

async function knownOf(
  manager: EntityManager,
  table: string,
  events: readonly RecordedEvent[],
): Promise<Map<string, AgreementState>> {
  const ids = [...new Set(events.map(({ stream }) => streamIdOf(stream)))];
  const rows: { agreement_id: string; agreement: AgreementState }[] = await manager.query(
    `SELECT agreement_id, agreement FROM ${table} WHERE agreement_id = ANY($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.agreement_id, row.agreement]));
}

/** A declined agreement, and one that is undone, leaves the lists by its status, and is dated by that. */
function lineOf(id: string, state: AgreementState): readonly Line[] {
  if (state.status === 'none') return [];
  return [{ agreement_id: id, status: state.status, listed_at: listedAt(state), agreement: JSON.stringify(state) }];
}

function listedAt(state: Exclude<AgreementState, { status: 'none' }>): Instant {
  switch (state.status) {
    case 'in-force':
      return state.agreedAt;
    case 'proposed':
      return state.proposedAt;
    case 'undone':
      return state.undoneAt;
    case 'declined':
      return state.declinedAt;
  }
}

/** Where the next page begins: after the last agreement shown. */
export interface AgreementPlace {
  readonly listedAt: Instant;
  readonly id: string;
}

export interface ListedAgreement<Status extends AgreementState['status']> {
  readonly id: string;
  readonly listedAt: Instant;
  readonly agreement: Extract<AgreementState, { status: Status }>;
}

export class AgreementReader {
  constructor(private readonly manager: EntityManager) {}

  /** Agreements of a status, the newest first. */
  async list<Status extends 'in-force' | 'proposed'>(
    status: Status,
    limit: number,
    after?: AgreementPlace,
  ): Promise<readonly ListedAgreement<Status>[]> {
    const query = this.manager
      .createQueryBuilder(AgreementRow, 'row')
      .where('row.status = :status', { status })
      .orderBy('row.listedAt', 'DESC')
      .addOrderBy('row.agreementId')
      .take(limit);
    if (after)
      query.andWhere('(row.listedAt < :at OR (row.listedAt = :at AND row.agreementId > :id))', {
        at: after.listedAt,
        id: after.id,
      });
    const rows = await query.getMany();
    return rows.map(({ agreementId, listedAt, agreement }) => ({
      id: agreementId,
      listedAt: instantFromMillis(listedAt.getTime()),
      agreement: agreement as Extract<AgreementState, { status: Status }>,
    }));
  }
}

/** The table of agreements, from which the public dashboard of compliance is read. */
export class AgreementsTable1738542000200 implements MigrationInterface {
  readonly name = 'AgreementsTable1738542000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE referral.agreements (
      agreement_id text PRIMARY KEY,
      status text NOT NULL,
      listed_at timestamptz NOT NULL,
      agreement json NOT NULL
    )`);
    await runner.query(`INSERT INTO referral.rebuildable (table_name) VALUES ('agreements')`);
    await runner.query('CREATE INDEX agreements_order ON referral.agreements (status, listed_at DESC, agreement_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM referral.rebuildable WHERE table_name = 'agreements'`);
    await runner.query('DROP TABLE referral.agreements');
  }
}
