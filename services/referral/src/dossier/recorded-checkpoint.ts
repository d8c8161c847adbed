import type { NamedFiles } from '@parley/blobs';
import {
  dossierCheckpointPath,
  parseDossierCheckpoint,
  type AskedDossier,
  type DossierCheckpoint,
} from '@parley/contracts';
import { sha256 } from '@parley/event-store';
import type { Sha256 } from '@parley/kernel';
import { pause } from '@parley/projections';
import { judgeCheckpoint, LogRefused, NO_QUORUM, nodeChecks, parsePolicy } from '@parley/transparency';

/** Milliseconds for which an assembly waits for the log, and between two looks. */
const [WAIT_MS, LOOK_MS] = [6_000, 100];

/** How long somebody waits for the log. */
export interface LogPatience {
  /** Aborted when the service stops: another process waits anew then. */
  readonly stopped: AbortSignal;
  /** Milliseconds; six seconds when left out. */
  readonly waitMs?: number;
}

/**
 * The checkpoint that the audit took for a dossier. It is waited for a few seconds and no longer, whether the log or
 * the storage does not answer: nothing's effect waits for the log (I-38).
 * @param files of the log; absent where there is no log
 * @returns `null` where there is none in time, or none that its own policy believes
 */
export async function checkpointFor(
  files: Pick<NamedFiles, 'read'> | undefined,
  asked: AskedDossier,
  { stopped, waitMs = WAIT_MS }: LogPatience,
): Promise<DossierCheckpoint | null> {
  if (!files) return null;
  const ended = new AbortController();
  const until = AbortSignal.any([stopped, ended.signal]);
  const found = await Promise.race([lookFor(files, dossierCheckpointPath(asked), until), pause(waitMs, stopped)]);
  ended.abort();
  stopped.throwIfAborted();
  return found ?? null;
}

async function lookFor(
  files: Pick<NamedFiles, 'read'>,
  path: string,
  until: AbortSignal,
): Promise<DossierCheckpoint | undefined> {
  while (!until.aborted) {
    const bytes = await files.read(path).catch(() => undefined);
    if (bytes) return believed(bytes);
    await pause(LOOK_MS, until);
  }
  return undefined;
}

/** What lies in storage is not believed because it lies there. Whose key it is only its reader can say. */
async function believed(bytes: Uint8Array): Promise<DossierCheckpoint | undefined> {
  const found = parseDossierCheckpoint(bytes);
  if (!found) return undefined;
  try {
    const policy = await parsePolicy(nodeChecks.digest, found.policy);
    await judgeCheckpoint(nodeChecks, policy, found.note);
    return found.attested === (policy.quorum !== NO_QUORUM) ? found : undefined;
  } catch (failure) {
    if (failure instanceof LogRefused) return undefined;
    throw failure;
  }
}

/** The files of a dossier in which its checkpoint stands. */
export const CHECKPOINT_FILES = {
  checkpoint: 'data/verification/checkpoint',
  policy: 'data/verification/policy',
} as const;

/** Those files, with their bytes. */
export const checkpointFiles = (
  checkpoint: DossierCheckpoint | null | undefined,
): readonly (readonly [string, Uint8Array])[] =>
  checkpoint
    ? [
        [CHECKPOINT_FILES.checkpoint, Buffer.from(checkpoint.note)],
        [CHECKPOINT_FILES.policy, Buffer.from(checkpoint.policy)],
      ]
    : [];

/** The digests by which the list of inputs names them. */
export const digestsOf = ({
  note,
  policy,
}: DossierCheckpoint): { readonly checkpoint: Sha256; readonly policy: Sha256 } => ({
  checkpoint: sha256(note),
  policy: sha256(policy),
});

/**
 * Edition of the documents' templates. Every change of the bytes that they make from the same inputs is a new edition,
 * and a dossier names its edition (I-51). The first one knows of no checkpoint, and is still made for what was issued
 * in it.
 */
export const editionOf = ({ checkpoint }: { readonly checkpoint?: DossierCheckpoint | null }): string =>
  checkpoint === undefined ? '2026-1' : '2026-2';
