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
import type { Attested } from './attested';
import { originHash, type KeptCheckpoints } from './kept-checkpoints';
import type { KeptEvidence } from './kept-evidence';
import { readerOf } from './read-public';

export interface Looked {
  /** Answers `add-checkpoint`. */
  readonly add: (body: string) => Promise<WitnessAnswer>;
  readonly memory: KeptCheckpoints;
  readonly evidence: KeptEvidence;
  readonly attested: Attested;
}

/** A log, and how its files are read: by its address, or where they lie. */
export interface LogToLookAt extends Pick<PolicyLog, 'key'> {
  /** Reads each file once, so that one look sees one moment. */
  readonly open: () => ReadLogFile;
}

/** Where a witness shows the proof of two pasts, below the hash of the log. */
export const SPLIT_PATH = 'split';

/**
 * Looks at a log: its newest checkpoint is compared with the one that was cosigned last, and is cosigned where it
 * extends it.
 * @throws LogRefused, or the error of the network, when the log could not be read or did not prove what it shows
 */
export async function lookAtLog(parts: Looked, { key, open }: LogToLookAt): Promise<void> {
  const read = open();
  const note = await textOf(read, CHECKPOINT_PATH);
  if (note !== undefined) await take(parts, key, read, note);
}

/**
 * Looks at what another witness cosigned last of a log, and at what it knows of two pasts. Its word is not believed:
 * what counts are the signatures of the log, and a proof. What extends the own past is cosigned here too, so that a
 * checkpoint gets the cosignatures of both.
 * @throws LogRefused, or the error of the network, when nothing could be compared
 */
export async function lookAtOther(
  parts: Looked,
  { key, open }: LogToLookAt,
  other: PolicyWitness & { readonly url: string },
): Promise<void> {
  // Who has seen nothing yet would believe the first that is shown. That is what the log shows here, not over there.
  if ((await parts.memory.note(key.name)) === undefined) await lookAtLog(parts, { key, open });
  const read = readerOf(`${other.url.replace(/\/$/, '')}/${originHash(key.name)}`);
  const split = await textOf(read, SPLIT_PATH);
  if (split !== undefined) await parts.evidence.keepText(key, split);
  const theirs = await textOf(read, CHECKPOINT_PATH);
  if (theirs === undefined) return;
  await take(parts, key, open(), theirs);
  const own = await parts.memory.note(key.name);
  if (own !== undefined) await parts.attested.join(key, own, other.key, theirs);
}

/**
 * Takes a checkpoint that somebody shows. It goes the way of every checkpoint that is handed in, so it is judged by the
 * same lines. Where neither it nor the own one extends the other, the proof of it is kept.
 */
async function take(
  { add, memory, evidence }: Looked,
  key: PolicyLog['key'],
  read: ReadLogFile,
  note: string,
): Promise<void> {
  const shown = await openCheckpoint(nodeChecks, note, key);
  const own = await memory.note(key.name);
  const split = own === undefined ? undefined : await compareCheckpoints(nodeChecks, key, read, own, note);
  if (split) {
    await evidence.keep(key, split);
    return;
  }
  const oldSize = (await memory.last(key.name))?.size ?? 0;
  if (own !== undefined && oldSize >= shown.size) return;
  const proof = await new TiledTree(read, shown.size, nodeChecks.digest).consistency(oldSize);
  const answer = await add(formatAddCheckpoint({ oldSize, proof, checkpoint: note }));
  // 409: it was handed in by somebody else meanwhile.
  if (answer.status !== 200 && answer.status !== 409) throw new LogRefused('consistency-fails', answer.body.trim());
}

async function textOf(read: ReadLogFile, path: string): Promise<string | undefined> {
  const bytes = await read(path);
  return bytes && new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}
