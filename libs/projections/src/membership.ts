import { allKnownTo, type EventStore, type Position, type RecordedEvent } from '@parley/event-store';
import { tableIn } from '@parley/messaging';
import type { DataSource, EntityManager } from 'typeorm';
import { CheckpointLostError, type HeldCheckpoint } from './checkpoint';
import { concerning, nextConcerning } from './concerning';
import type { Projection } from './projection';
import { liveNames } from './table-names';

/** Name of the checkpoint of a service's one follower. */
export const SERVICE_CHECKPOINT = 'record';

const PAGE = 2_000;

/**
 * Decides for each projection whether the service's one follower keeps it up; otherwise it follows by itself. While the
 * checkpoint has never moved, all are kept up together. One that is added later follows by itself until it is level.
 * @param names of all that this release knows; one that only an older release kept up is left where it stands
 * @returns the names of those that are kept up together
 */
export async function takeStock(
  dataSource: DataSource,
  held: HeldCheckpoint,
  names: readonly string[],
): Promise<ReadonlySet<string>> {
  return dataSource.transaction(async (manager) => {
    const { position, tables: kept } = await lockHeld(manager, held);
    const isNew = position === null && kept.length === 0;
    const together = names.filter((name) => isNew || kept.includes(name));
    await standBy(
      manager,
      kept.filter((name) => !names.includes(name)),
      position,
    );
    await manager.query(`UPDATE ${tableIn(manager, 'checkpoint')} SET tables = $2 WHERE name = $1`, [
      held.name,
      together,
    ]);
    return new Set(together);
  });
}

/** Lets a projection follow by itself from the common position, so that its failures hold back no other. */
export async function setAside(dataSource: DataSource, held: HeldCheckpoint, name: string): Promise<void> {
  await dataSource.transaction(async (manager) => {
    const { position } = await lockHeld(manager, held);
    await standBy(manager, [name], position);
    await manager.query(
      `UPDATE ${tableIn(manager, 'checkpoint')} SET tables = array_remove(tables, $2) WHERE name = $1`,
      [held.name, name],
    );
  });
}

/**
 * Brings a projection that followed by itself to the common position, and has it kept up with the others.
 * @returns false when it is ahead of them still
 * @throws CheckpointLostError when another keeps them up
 */
export async function joinAgain(
  { store, dataSource }: { readonly store: EventStore; readonly dataSource: DataSource },
  held: HeldCheckpoint,
  projection: Projection,
): Promise<boolean> {
  return dataSource.transaction(async (manager) => {
    const checkpoint = tableIn(manager, 'checkpoint');
    const all = await lockHeld(manager, held);
    const rows: { position: Position | null }[] = await manager.query(
      `SELECT position FROM ${checkpoint} WHERE name = $1 FOR UPDATE`,
      [projection.name],
    );
    const [from, to] = [rows[0]?.position ?? store.start, all.position ?? store.start];
    if (!(await isLevel(store, projection, from, to))) return false;
    for await (const events of between(store, projection, from, to))
      await projection.apply(manager, events, liveNames(manager, projection));
    await manager.query(`UPDATE ${checkpoint} SET tables = array_append(tables, $2) WHERE name = $1`, [
      held.name,
      projection.name,
    ]);
    return true;
  });
}

/** True unless the tables of a projection already hold an event that comes after the common position. */
export async function isLevel(
  store: EventStore,
  projection: Projection,
  at: Position,
  all: Position,
): Promise<boolean> {
  if (store.compare(at, all) <= 0) return true;
  const { categories, concerns } = projection;
  const next = await nextConcerning({ store, categories, concerns }, all);
  return next === undefined || store.compare(next.position, at) > 0;
}

/**
 * The events that concern a projection after one position and up to another, by pages.
 * @throws LaterEventError before an event of an unknown kind
 */
export async function* between(
  store: EventStore,
  { categories, concerns }: Projection,
  from: Position,
  to: Position,
): AsyncIterable<readonly RecordedEvent[]> {
  for (let after = from; store.compare(after, to) < 0;) {
    const page = await store.readAll({ after, categories, limit: PAGE, setsAside: true });
    const events = concerning(page, { store, concerns }).filter(({ position }) => store.compare(position, to) <= 0);
    if (events.length > 0) yield allKnownTo(store, events);
    if (page.caughtUp) return;
    after = page.position;
  }
}

/** The tables that a service keeps up together, and their position. */
export interface KeptTogether {
  readonly position: Position | null;
  /** Names of their projections. */
  readonly tables: readonly string[];
}

/** @param lock holds all of them still until the transaction ends */
export async function keptTogether(manager: EntityManager, lock = false): Promise<KeptTogether> {
  const rows: KeptTogether[] = await manager.query(
    `SELECT position, tables FROM ${tableIn(manager, 'checkpoint')} WHERE name = $1 ${lock ? 'FOR UPDATE' : ''}`,
    [SERVICE_CHECKPOINT],
  );
  return rows[0] ?? { position: null, tables: [] };
}

async function lockHeld(manager: EntityManager, held: HeldCheckpoint): Promise<KeptTogether> {
  const rows: KeptTogether[] = await manager.query(
    `SELECT position, tables FROM ${tableIn(manager, 'checkpoint')} WHERE name = $1 AND epoch = $2 FOR UPDATE`,
    [held.name, held.epoch],
  );
  const row = rows[0];
  if (!row) throw new CheckpointLostError(held);
  return row;
}

async function standBy(manager: EntityManager, names: readonly string[], at: Position | null): Promise<void> {
  if (names.length === 0) return;
  await manager.query(
    `INSERT INTO ${tableIn(manager, 'checkpoint')} AS kept (name, position) SELECT unnest($1::text[]), $2
     ON CONFLICT (name) DO UPDATE SET position = excluded.position, epoch = kept.epoch + 1`,
    [names, at],
  );
}
