import type { Sha256 } from '@parley/kernel';
import type { EntityManager } from 'typeorm';

/**
 * Holds, until the transaction ends, what may be decided about bytes by one at a time: whether anything needs them.
 * Without it an expired upload's bytes could be removed while the same bytes come in anew.
 */
export async function lockDigest(transaction: EntityManager, digest: Sha256): Promise<void> {
  await transaction.query(`SELECT pg_advisory_xact_lock(hashtextextended('evidence ' || $1, 0))`, [digest]);
}
