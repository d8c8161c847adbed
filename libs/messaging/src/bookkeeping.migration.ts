import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quoteName, type MigrationClass } from './bookkeeping-table';
import { factsMigration, namedFactsMigration } from './facts.migration';
import { partitionProgressMigration } from './partition-progress.migration';
import { pinnedMigration } from './pinned.migration';

/**
 * All migrations of a service's bookkeeping, oldest first.
 * @param schema of the service; it exists already and belongs to the service's role
 */
export const bookkeepingMigrations = (schema: string): readonly MigrationClass[] => [
  bookkeepingMigration(schema),
  partitionProgressMigration(schema),
  factsMigration(schema),
  namedFactsMigration(schema),
  pinnedMigration(schema),
];

/**
 * The migration that makes the tables in which a service keeps its place: checkpoints of followers, work, dismissed
 * work, timers, capacities and the progress of feeds. All that is in them can be lost without loss to the record:
 * followers begin anew, and commands repeat under the same ids.
 * @param schema of the service; it exists already and belongs to the service's role
 */
export function bookkeepingMigration(schema: string): MigrationClass {
  const own = quoteName(schema);
  return class Bookkeeping1738540800000 implements MigrationInterface {
    readonly name = 'Bookkeeping1738540800000';

    async up(runner: QueryRunner): Promise<void> {
      for (const statement of statements(own)) await runner.query(statement);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`DROP TABLE ${TABLES.map((table) => `${own}.${table}`).join(', ')}`);
    }
  };
}

const TABLES = ['checkpoint', 'work', 'dismissed', 'timers', 'capacities', 'feed_progress'];

const statements = (own: string): readonly string[] => [
  // `epoch` tells holders of one checkpoint apart: each claim raises it, and a move under an older one finds no row.
  // `tables` names those that the service's one follower writes; any other follows from a checkpoint of its own.
  `CREATE TABLE ${own}.checkpoint (
     name text PRIMARY KEY,
     position text,
     epoch bigint NOT NULL DEFAULT 1,
     moved_at timestamptz NOT NULL DEFAULT now(),
     tables text[] NOT NULL DEFAULT '{}'
   )`,
  // Things that call for a command, until it is done. `parked_at` is set while one is given up, and then it holds back
  // what comes behind it under its key.
  `CREATE TABLE ${own}.work (
     kind text NOT NULL,
     id text NOT NULL,
     key text NOT NULL,
     seq bigint GENERATED ALWAYS AS IDENTITY,
     body jsonb NOT NULL,
     recorded_at timestamptz NOT NULL,
     tries integer NOT NULL DEFAULT 0,
     reason text,
     parked_at timestamptz,
     PRIMARY KEY (kind, id)
   )`,
  `CREATE INDEX work_order ON ${own}.work (seq)`,
  `CREATE INDEX work_parked ON ${own}.work (kind, key, seq) WHERE parked_at IS NOT NULL`,
  `CREATE INDEX work_of_key ON ${own}.work (key)`,
  // Work that operators dismissed, as the record has it. It never becomes work again.
  `CREATE TABLE ${own}.dismissed (
     kind text NOT NULL,
     id text NOT NULL,
     said jsonb NOT NULL,
     body jsonb,
     at timestamptz NOT NULL,
     PRIMARY KEY (kind, id)
   )`,
  `CREATE TABLE ${own}.timers (
     stream text NOT NULL,
     deadline_id text NOT NULL,
     clock text NOT NULL,
     due_at timestamptz NOT NULL,
     state text NOT NULL CHECK (state IN ('open', 'fired')),
     fired_at timestamptz,
     tries integer NOT NULL DEFAULT 0,
     retry_at timestamptz,
     reason text,
     seq bigint GENERATED ALWAYS AS IDENTITY,
     PRIMARY KEY (stream, deadline_id)
   )`,
  `CREATE INDEX timers_due ON ${own}.timers (due_at, seq) WHERE state = 'open'`,
  // In which capacity a person acted first in a case, by the service's own record.
  `CREATE TABLE ${own}.capacities (
     case_id text NOT NULL,
     person_id text NOT NULL,
     role text NOT NULL,
     party text,
     since timestamptz NOT NULL,
     PRIMARY KEY (case_id, person_id)
   )`,
  `CREATE TABLE ${own}.feed_progress (
     grp text NOT NULL,
     context text NOT NULL,
     instant timestamptz NOT NULL,
     PRIMARY KEY (grp, context)
   )`,
];
