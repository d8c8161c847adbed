import { allKnownTo, type EventStore, type Page, type Position } from '@parley/event-store';
import { tableIn } from '@parley/messaging';
import type { DataSource, EntityManager } from 'typeorm';
import { claimCheckpoint, moveCheckpoint, type HeldCheckpoint } from './checkpoint';
import { concerning } from './concerning';
import { between, isLevel, keptTogether, type KeptTogether } from './membership';
import { pause } from './pause';
import type { Projection } from './projection';
import { createShadowTables, swapTables } from './shadow-tables';
import { shadowNames, shadowOf } from './table-names';

export interface RebuildOptions {
  readonly store: EventStore;
  readonly dataSource: DataSource;
  readonly projection: Projection;
  /** Events in a page; 5,000 when left out, since larger pages gain nothing. */
  readonly pageSize?: number;
}

export interface Rebuilt {
  /** Events read. */
  readonly events: number;
  readonly seconds: number;
  /** The new tables show everything up to here. */
  readonly position: Position;
}

const PAGE = 5_000;
/** How long a rebuild that is ahead of the live tables waits for them before it looks again. */
const AHEAD_MS = 50;

/**
 * Builds a projection's tables anew beside the live ones, then swaps them in one transaction that also sets the
 * checkpoint. Whoever keeps up the live tables goes on until the swap, and from the new position after it. A second
 * rebuild of the same projection fences the first. The next rebuild drops whatever a crash leaves behind.
 * @throws CheckpointLostError when fenced
 * @throws LaterEventError before an event of a newer version that this one does not know
 */
export async function rebuildProjection(options: RebuildOptions): Promise<Rebuilt> {
  const { store, dataSource, projection } = options;
  const began = performance.now();
  let held = await dataSource.transaction(async (manager) => {
    const claimed = await claimCheckpoint(manager, shadowOf(projection.name));
    await createShadowTables(manager, projection);
    return claimed;
  });
  let events = 0;
  let position = store.start;
  for await (const page of pagesAfter(options, position)) {
    held = await applyPage(options, held, page);
    events += page.events.length;
    position = page.position;
  }
  for (;;) {
    const rest = await dataSource.transaction((manager) => finish(options, manager, held, position));
    if (rest)
      return { events: events + rest.events, seconds: (performance.now() - began) / 1000, position: rest.position };
    await pause(AHEAD_MS, new AbortController().signal);
  }
}

/** The pages up to the first that reaches the head. The next page is read while one is being applied. */
async function* pagesAfter(
  { store, projection, pageSize = PAGE }: RebuildOptions,
  after: Position,
): AsyncIterable<Page> {
  const pageFrom = (position: Position): Promise<Page> =>
    store.readAll({ after: position, categories: projection.categories, limit: pageSize, setsAside: true });
  let next = pageFrom(after);
  for (;;) {
    const page = await next;
    if (!page.caughtUp) {
      next = pageFrom(page.position);
      // It is awaited in the next round. Until then its failure must not count as unhandled.
      next.catch(() => undefined);
    }
    yield page;
    if (page.caughtUp) return;
  }
}

async function applyPage(options: RebuildOptions, held: HeldCheckpoint, page: Page): Promise<HeldCheckpoint> {
  return options.dataSource.transaction(async (manager) => {
    // Whatever a crash loses here would be built anew anyway.
    await manager.query('SET LOCAL synchronous_commit = off');
    const moved = await moveCheckpoint(manager, held, page.position);
    await applyConcerned(options, manager, page);
    return moved;
  });
}

async function applyConcerned(
  { store, projection }: RebuildOptions,
  manager: EntityManager,
  page: Page,
): Promise<void> {
  const concerned = allKnownTo(store, concerning(page, { store, concerns: projection.concerns }));
  if (concerned.length > 0) await projection.apply(manager, concerned, shadowNames(manager, projection));
}

interface Rest {
  readonly events: number;
  readonly position: Position;
}

/**
 * The live tables' pages begin by locking their checkpoint, so holding that row keeps the live tables still while the
 * last events are applied. Both sides lock the checkpoint first and the tables after it, so there is no deadlock.
 */
async function finish(
  options: RebuildOptions,
  manager: EntityManager,
  held: HeldCheckpoint,
  from: Position,
): Promise<Rest | undefined> {
  const { projection } = options;
  const all = await keptTogether(manager, true);
  if (all.tables.includes(projection.name)) return finishBeside(all, options, manager, held, from);
  const checkpoint = tableIn(manager, 'checkpoint');
  await manager.query(`INSERT INTO ${checkpoint} (name) VALUES ($1) ON CONFLICT DO NOTHING`, [projection.name]);
  await manager.query(`SELECT 1 FROM ${checkpoint} WHERE name = $1 FOR UPDATE`, [projection.name]);
  await moveCheckpoint(manager, held, from);
  let events = 0;
  let position = from;
  for await (const page of pagesAfter(options, from)) {
    await applyConcerned(options, manager, page);
    events += page.events.length;
    position = page.position;
  }
  await swapTables(manager, projection);
  await manager.query(`UPDATE ${checkpoint} SET position = $2, moved_at = clock_timestamp() WHERE name = $1`, [
    projection.name,
    position,
  ]);
  await manager.query(`DELETE FROM ${checkpoint} WHERE name = $1`, [held.name]);
  return { events, position };
}

/**
 * Finishes a projection that is kept up with others. It has to stand exactly where they all do.
 * @returns nothing when it is ahead of them still
 */
async function finishBeside(
  all: KeptTogether,
  { store, projection }: RebuildOptions,
  manager: EntityManager,
  held: HeldCheckpoint,
  from: Position,
): Promise<Rest | undefined> {
  const position = all.position ?? store.start;
  if (!(await isLevel(store, projection, from, position))) return undefined;
  let events = 0;
  for await (const page of between(store, projection, from, position)) {
    await projection.apply(manager, page, shadowNames(manager, projection));
    events += page.length;
  }
  await swapTables(manager, projection);
  await manager.query(`DELETE FROM ${tableIn(manager, 'checkpoint')} WHERE name = $1`, [held.name]);
  return { events, position };
}
