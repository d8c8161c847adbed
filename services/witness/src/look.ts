import {
  CHECKPOINT_PATH,
  compareCheckpoints,
  formatAddCheckpoint,
  LogRefused,
  nodeChecks,
  openCheckpoint,
  TiledTree,
  type PolicyLog,
  type PolicyWitness,
  type ReadLogFile,
  type WitnessAnswer,
} from '@parley/transparency';
import { originHash, type KeptCheckpoints } from './kept-checkpoints';
import type { KeptEvidence } from './kept-evidence';
import { readerOf } from './read-public';

export interface Looked {
  /** Answers `add-checkpoint`. */
  readonly add: (body: string) => Promise<WitnessAnswer>;
  readonly memory: KeptCheckpoints;
  readonly evidence: KeptEvidence;
}

/** Where a witness shows the proof of two pasts, below the hash of the log. */
export const SPLIT_PATH = 'split';

/**
 * Looks at a log: its newest checkpoint is compared with the one that was cosigned last, and is cosigned where it
 * extends it. It goes the way of every checkpoint that is handed in, so it is judged by the same lines.
 * @throws LogRefused, or the error of the network, when the log could not be read or did not prove what it shows
 */
export async function lookAtLog(parts: Looked, { key, url }: PolicyLog & { readonly url: string }): Promise<void> {
  const { add, memory } = parts;
  const read = readerOf(url);
  const note = await textOf(read, CHECKPOINT_PATH);
  if (note === undefined) return;
  const shown = await openCheckpoint(nodeChecks, note, key);
  const own = await memory.note(key.name);
  if (own !== undefined && !(await compared(parts, key, read, own, note))) return;
  const last = await memory.last(key.name);
  if (last && last.size >= shown.size) return;
  const oldSize = last?.size ?? 0;
  const proof = await new TiledTree(read, shown.size, nodeChecks.digest).consistency(oldSize);
  const answer = await add(formatAddCheckpoint({ oldSize, proof, checkpoint: note }));
  // 409: the log handed it in by itself meanwhile.
  if (answer.status !== 200 && answer.status !== 409) throw new LogRefused('consistency-fails', answer.body.trim());
}

/**
 * Looks at what another witness cosigned last of a log, and at what it knows of two pasts. Its word is not believed:
 * what counts are the signatures of the log, and a proof.
 * @throws LogRefused, or the error of the network, when nothing could be compared
 */
export async function lookAtOther(
  parts: Looked,
  { key, url }: PolicyLog & { readonly url: string },
  other: PolicyWitness & { readonly url: string },
): Promise<void> {
  const read = readerOf(`${other.url.replace(/\/$/, '')}/${originHash(key.name)}`);
  const split = await textOf(read, SPLIT_PATH);
  if (split !== undefined) await parts.evidence.keepText(key, split);
  const theirs = await textOf(read, CHECKPOINT_PATH);
  const own = await parts.memory.note(key.name);
  if (own === undefined || theirs === undefined) return;
  await compared(parts, key, readerOf(url), own, theirs);
}

/** @returns whether one of the two extends the other; where neither does, the proof of it is kept */
async function compared(
  { evidence }: Looked,
  key: PolicyLog['key'],
  read: ReadLogFile,
  own: string,
  other: string,
): Promise<boolean> {
  const split = await compareCheckpoints(nodeChecks, key, read, own, other);
  if (split) await evidence.keep(key, split);
  return split === undefined;
}

async function textOf(read: ReadLogFile, path: string): Promise<string | undefined> {
  const bytes = await read(path);
  return bytes && new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}
