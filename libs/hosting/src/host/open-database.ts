import type { ServiceDefinition } from '@parley/http';
import type { DataSource } from 'typeorm';
import { missingMigrations } from '../database/missing-migrations';
import { openServiceDatabase } from '../database/service-database';
import { SharedHold } from '../database/shared-hold';
import { NotReadyError } from '../process/start-error';
import type { Undo } from '../process/undo';
import type { Waits } from './waits';

/** A service's database, prepared by the migrations' job and held against a Parley of one process. */
export interface HostDatabase {
  readonly database: DataSource;
  readonly hold: SharedHold;
}

const AWAY = 'the database cannot be used';

export interface DatabaseAccess {
  /** Address for the service's own role. */
  readonly url: string;
  /** Called with a sentence when a process has the database beside which the service may not work. */
  readonly taken: (sentence: string) => void;
}

/** Waits until the database is there, free, and has had every migration that the service knows. */
export async function openDatabase(
  definition: ServiceDefinition,
  { url, taken }: DatabaseAccess,
  waits: Waits,
  undo: Undo,
): Promise<HostDatabase> {
  const hold = new SharedHold(url, taken);
  await waits.until('database', AWAY, () => hold.take());
  undo.add(() => hold.release());
  const database = await waits.until('database', AWAY, () => openServiceDatabase(definition, url));
  undo.add(() => database.destroy());
  await waits.until('database', AWAY, async () => {
    const missing = await missingMigrations((sql) => database.query(sql), definition);
    if (missing.length > 0)
      throw new NotReadyError(
        `the tables of ${definition.context} are not prepared (${missing.join(', ')}); run services/migrations`,
      );
  });
  return { database, hold };
}
