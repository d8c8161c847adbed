import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';

const LOOK_MS = 250;
const STILL_LOOKS = 3;

/**
 * Waits until no follower moves its checkpoint any more, so that work left by one contender does not run beside the
 * next.
 * @returns seconds from the call to the last move that was seen
 */
export async function settled(pool: Pool): Promise<number> {
  const began = performance.now();
  let last = await checkpoints(pool);
  let movedAt = began;
  for (let still = 0; still < STILL_LOOKS;) {
    await sleep(LOOK_MS);
    const now = await checkpoints(pool);
    still = now === last ? still + 1 : 0;
    if (now !== last) movedAt = performance.now();
    last = now;
  }
  return (movedAt - began) / 1000;
}

/** The checkpoints of every service's followers, in one text. */
async function checkpoints(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ schema: string }>(
    `SELECT table_schema AS schema FROM information_schema.tables WHERE table_name = 'checkpoint' ORDER BY 1`,
  );
  if (rows.length === 0) return '';
  const each = rows
    .map(({ schema }) => `SELECT '${schema}' AS schema, name, position FROM "${schema}".checkpoint`)
    .join(' UNION ALL ');
  const { rows: found } = await pool.query<{ all: string | null }>(
    `SELECT string_agg(schema || name || coalesce(position, ''), ',' ORDER BY schema, name) AS all ` +
      `FROM (${each}) AS every`,
  );
  return found[0]?.all ?? '';
}
