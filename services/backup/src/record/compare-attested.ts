import { hash } from 'node:crypto';
import {
  judgeCheckpoint,
  LogRefused,
  nodeChecks,
  openCheckpoint,
  parsePolicy,
  TiledTree,
  verifyConsistency,
  type Checkpoint,
  type Policy,
  type ReadLogFile,
} from '@parley/transparency';
import { BackupRefused } from '../backup-refused';

/** A checkpoint from outside of the backup. */
export interface OutsideCheckpoint {
  readonly checkpoint: Checkpoint;
  /** Whether both sides cosigned it; otherwise it has the signature of the log alone that is certain. */
  readonly isJoint: boolean;
  /** Where it is from, for people. */
  readonly from: string;
}

/** How a backup stands to what was attested. */
export interface Comparison {
  readonly kind: 'covered' | 'older' | 'differs';
  /** The one of most entries that the backup lacks or contradicts, or else the largest one of all. */
  readonly by: OutsideCheckpoint;
  /** Entries that the backup lacks. */
  readonly missing: number;
}

const MOST_MS = 10_000;

/**
 * Asks a witness for the newest checkpoint that both sides cosigned, or else for the one that it cosigned last.
 * @param url its public address
 * @param origin name of the log
 * @throws BackupRefused `attested-unread`
 */
export async function readFromWitness(url: string, origin: string): Promise<string> {
  const base = `${url.replace(/\/$/, '')}/${hash('sha256', origin)}`;
  let why = 'it has none';
  for (const what of ['attested', 'checkpoint']) {
    try {
      const answer = await fetch(`${base}/${what}`, { redirect: 'error', signal: AbortSignal.timeout(MOST_MS) });
      if (answer.status === 200) return await answer.text();
      why = `it answers ${String(answer.status)}`;
    } catch (error) {
      why = String(error);
    }
  }
  throw new BackupRefused('attested-unread', `${url}: ${why}`);
}

/**
 * Judges a checkpoint that came from outside.
 * @throws BackupRefused `attested-unread` where the log has not signed it
 */
export async function judgeOutside(policyText: string, note: string, from: string): Promise<OutsideCheckpoint> {
  try {
    const policy = await parsePolicy(nodeChecks.digest, policyText);
    const isJoint = policy.quorum !== 'none' && (await isJudged(policy, note));
    const [log] = policy.logs;
    if (!log) throw new LogRefused('log-unknown', from);
    return { checkpoint: await openCheckpoint(nodeChecks, note, log.key), isJoint, from };
  } catch (error) {
    if (error instanceof LogRefused) throw new BackupRefused('attested-unread', `${from}: ${error.message}`);
    throw error;
  }
}

const isJudged = (policy: Policy, note: string): Promise<boolean> =>
  judgeCheckpoint(nodeChecks, policy, note).then(
    () => true,
    (error: unknown) => {
      if (error instanceof LogRefused && error.code === 'quorum-missing') return false;
      throw error;
    },
  );

/**
 * Compares the log of a backup with checkpoints from outside.
 * @param own the checkpoint of the backup, whose tree was checked; absent where it has no log
 * @param outside one at least
 */
export async function compareOutside(
  read: ReadLogFile,
  own: Checkpoint | undefined,
  outside: readonly OutsideCheckpoint[],
): Promise<Comparison> {
  const [largest, ...smaller] = outside.toSorted((one, other) => other.checkpoint.size - one.checkpoint.size);
  if (!largest) throw new BackupRefused('not-compared', '--witness, --attested');
  for (const by of [largest, ...smaller])
    if (own && by.checkpoint.size <= own.size && !(await isExtended(read, by.checkpoint, own)))
      return { kind: 'differs', by, missing: 0 };
  const missing = Math.max(0, largest.checkpoint.size - (own?.size ?? 0));
  return { kind: missing > 0 ? 'older' : 'covered', by: largest, missing };
}

async function isExtended(read: ReadLogFile, before: Checkpoint, own: Checkpoint): Promise<boolean> {
  try {
    const proof = await new TiledTree(read, own.size, nodeChecks.digest).consistency(before.size);
    await verifyConsistency(nodeChecks.digest, before, own, proof);
    return true;
  } catch (error) {
    if (error instanceof LogRefused && error.code === 'consistency-fails') return false;
    throw error;
  }
}
