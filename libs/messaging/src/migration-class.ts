import type { MigrationInterface } from 'typeorm';

/** A migration as TypeORM's `migrations` option takes it. */
export type MigrationClass = new () => MigrationInterface;
