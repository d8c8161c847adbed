import type { Position } from '@parley/event-store';
import { tableIn } from '@parley/messaging';
import type { EntityManager } from 'typeorm';

/** A follower's hold on its checkpoint. */
export interface HeldCheckpoint {
  readonly name: string;
  /** Raised by each claim; a move under an older one is refused. */
  readonly epoch: string;
  /** Where it stands; `null` before the first move. */
  readonly position: Position | null;
}

/** A checkpoint as it looks to a follower that does not hold it. */
export interface SeenCheckpoint extends HeldCheckpoint {
  /** Milliseconds since it was last moved or claimed. */
  readonly idleMs: number;
}

/** A move was refused: another claimed the checkpoint, or it is not where its holder left it. Nothing was written. */
export class CheckpointLostError extends Error {
  constructor(readonly checkpoint: HeldCheckpoint) {
    super(
      `checkpoint ${checkpoint.name} is no longer held at ${checkpoint.position ?? 'the start'} ` +
        `(epoch ${checkpoint.epoch})`,
    );
    this.name = 'CheckpointLostError';
  }
}

/** Takes a checkpoint over from whoever held it. */
export async function claimCheckpoint(manager: EntityManager, name: string): Promise<HeldCheckpoint> {
  const rows: { epoch: string; position: Position | null }[] = await manager.query(
    `INSERT INTO ${tableIn(manager, 'checkpoint')} AS kept (name) VALUES ($1)
     ON CONFLICT (name) DO UPDATE SET epoch = kept.epoch + 1, moved_at = clock_timestamp()
       RETURNING epoch::text, position`,
    [name],
  );
  const row = rows[0];
  if (!row) throw new Error(`checkpoint ${name} could not be claimed`);
  return { name, ...row };
}

/**
 * Moves a held checkpoint, by compare-and-set on epoch and position. In a transaction it comes first: it locks the row,
 * so that a fenced holder never writes anything.
 * @throws CheckpointLostError when it is no longer held there
 */
export async function moveCheckpoint(
  manager: EntityManager,
  held: HeldCheckpoint,
  to: Position,
): Promise<HeldCheckpoint> {
  const [, moved]: [unknown, number] = await manager.query(
    `UPDATE ${tableIn(manager, 'checkpoint')} SET position = $2, moved_at = clock_timestamp()
     WHERE name = $1 AND epoch = $3 AND position IS NOT DISTINCT FROM $4`,
    [held.name, to, held.epoch, held.position],
  );
  if (moved !== 1) throw new CheckpointLostError(held);
  return { ...held, position: to };
}

/**
 * Lets a held checkpoint go, so that a follower that stands by may claim it at its next look. One that was lost already
 * stays as it is.
 */
export async function releaseCheckpoint(manager: EntityManager, held: HeldCheckpoint): Promise<void> {
  await manager.query(
    `UPDATE ${tableIn(manager, 'checkpoint')} SET epoch = epoch + 1, moved_at = to_timestamp(0)
     WHERE name = $1 AND epoch = $2`,
    [held.name, held.epoch],
  );
}

/** Looks at a checkpoint without touching it. */
export async function seeCheckpoint(manager: EntityManager, name: string): Promise<SeenCheckpoint | undefined> {
  const rows: SeenCheckpoint[] = await manager.query(
    `SELECT name, epoch::text, position, (extract(epoch FROM clock_timestamp() - moved_at) * 1000)::float8 AS "idleMs"
     FROM ${tableIn(manager, 'checkpoint')} WHERE name = $1`,
    [name],
  );
  return rows[0];
}
