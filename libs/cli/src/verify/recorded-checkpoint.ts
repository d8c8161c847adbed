import {
  fromBase64,
  judgeCheckpoint,
  LogRefused,
  parsePolicy,
  verifyConsistency,
  type Checkpoint,
  type Policy,
} from '@parley/transparency/offline';
import { Refused } from '../report/refused';
import { askedOfEach, tellOpen } from '../report/tell-policy';
import type { Told } from '../report/told';
import { wholeFile, type Bag } from '../sources/bag';
import { textOf } from '../sources/text';
import { sha256Of, type Platform } from './platform';

/** The files of a dossier in which the checkpoint stands that was recorded with its assembly. */
export const RECORDED = { checkpoint: 'data/verification/checkpoint', policy: 'data/verification/policy' } as const;

/** The checkpoint that a dossier holds, judged by the policy that it holds. */
export interface RecordedCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly note: string;
}

/**
 * Checks the checkpoint of the log in a dossier.
 * @param named what its list of inputs says of the log; absent in a dossier of the first edition
 * @returns nothing where it has none
 * @throws Refused, LogRefused
 */
export async function recordedCheckpoint(
  bag: Bag,
  named: unknown,
  told: Told,
  platform: Platform,
): Promise<RecordedCheckpoint | undefined> {
  if (typeof named !== 'object' || named === null) {
    for (const file of Object.values(RECORDED)) if (bag.paths.includes(file)) throw new Refused('record-differs', file);
    if (named === null)
      told.leaves(
        'Whether the log had another past when the dossier was put together: it holds no checkpoint, since none was ' +
          'to be had in time.',
        '制作卷宗时日志是否有另一历史：卷宗不含检查点，因当时未能及时取得。',
      );
    return undefined;
  }
  const note = await namedFile(bag, RECORDED.checkpoint, (named as Inputs).checkpoint, platform);
  const policy = await parsePolicy(
    platform.checks.digest,
    await namedFile(bag, RECORDED.policy, (named as Inputs).policy, platform),
  );
  const { checkpoint } = await judgeCheckpoint(platform.checks, policy, note);
  const isAttested = askedOfEach(policy) !== undefined;
  told.found['recordedCheckpoint'] = { origin: checkpoint.origin, size: checkpoint.size, attested: isAttested };
  told.holds(
    `The dossier holds a checkpoint of the log ${checkpoint.origin}, of ${String(checkpoint.size)} entries, signed ` +
      `by the keys of its own policy${isAttested ? ', the witnesses of both sides among them' : ''}.`,
    `卷宗含有日志 ${checkpoint.origin} 的检查点（${String(checkpoint.size)} 个条目），` +
      `由卷宗所载策略文件中的公钥签署` +
      `${isAttested ? '，其中包括双方的见证方' : ''}。`,
  );
  if (isAttested) tellOpen(policy, told);
  else leaveWitnesses(told);
  return { checkpoint, note };
}

function leaveWitnesses(told: Told): void {
  told.leaves(
    'Whether the witnesses of both sides saw the log as the checkpoint of the dossier shows it: they have not each ' +
      'cosigned that.',
    '双方的见证方所见的日志是否与卷宗所含检查点所示者一致：双方并未均予副署。',
  );
}

interface Inputs {
  readonly checkpoint?: unknown;
  readonly policy?: unknown;
}

/** A file that the list of inputs names by its digest. */
async function namedFile(bag: Bag, file: string, digest: unknown, platform: Platform): Promise<string> {
  const bytes = await wholeFile(bag, file);
  if ((await sha256Of(platform, bytes)) !== digest) throw new Refused('record-differs', file);
  return textOf(bytes, file);
}

/** By the size of a tree: the hashes of a consistency proof between it and the recorded one, as base64. */
export type Consistency = Readonly<Record<string, readonly string[]>>;

/** What is compared with the recorded checkpoint. */
export interface ProvingLog {
  /** The checkpoints by which events were proved; several may be of one size. */
  readonly checkpoints: readonly Checkpoint[];
  /** The policy by which those were judged. */
  readonly policy: Policy;
  /** What stands beside the dossier. */
  readonly consistency: Consistency | undefined;
}

/**
 * Checks that the log by which the events are proved is the one whose checkpoint the dossier holds, and has the same
 * past: the later tree extends the earlier one.
 * @throws Refused `another-past`, `consistency-missing`, `proof-malformed`
 * @throws LogRefused for a log of which the policy knows no key
 */
export async function extendsRecorded(
  { checkpoint: recorded, note }: RecordedCheckpoint,
  { checkpoints, policy, consistency = {} }: ProvingLog,
  told: Told,
  { checks }: Platform,
): Promise<void> {
  await judgeCheckpoint(checks, policy, note).catch((error: unknown) => {
    // The witnesses may have been others then, or late. The key of the log is the same.
    if (!(error instanceof LogRefused && error.code === 'quorum-missing')) throw error;
    leaveWitnesses(told);
  });
  const sizes = new Set(checkpoints.map(({ size }) => String(size)));
  sizes.delete(String(recorded.size));
  for (const size of Object.keys(consistency)) if (!sizes.has(size)) throw new Refused('proof-malformed', size);
  for (const checkpoint of checkpoints) {
    const [before, after] = checkpoint.size < recorded.size ? [checkpoint, recorded] : [recorded, checkpoint];
    const about = `${String(before.size)}, ${String(after.size)}`;
    if (checkpoint.origin !== recorded.origin) throw new Refused('another-past', checkpoint.origin);
    const hashes = before.size === after.size ? [] : hashesIn(consistency[String(checkpoint.size)], about);
    await verifyConsistency(checks.digest, before, after, hashes).catch((error: unknown) => {
      throw error instanceof LogRefused ? new Refused('another-past', about) : error;
    });
  }
  told.found['extendsRecordedCheckpoint'] = true;
  told.holds(
    'The log by which the events are proved has the past that the checkpoint of the dossier fixes: the one tree ' +
      'extends the other.',
    '用以证明各事件的日志，其历史与卷宗所含检查点所固定的历史一致：一棵树为另一棵树的延伸。',
  );
}

function hashesIn(texts: readonly string[] | undefined, about: string): readonly Uint8Array[] {
  if (texts === undefined) throw new Refused('consistency-missing', about);
  return texts.map((text) => {
    const hash = fromBase64(text);
    if (!hash) throw new Refused('proof-malformed', about);
    return hash;
  });
}

/** Whether something is a list of consistency proofs, as it stands beside a dossier. */
export const isConsistency = (value: unknown): value is Consistency =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((each) => Array.isArray(each) && each.every((hash) => typeof hash === 'string'));
