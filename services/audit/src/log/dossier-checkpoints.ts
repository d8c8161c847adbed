import type { NamedFiles } from '@parley/blobs';
import {
  dossierCheckpointPath,
  formatDossierCheckpoint,
  referral,
  told,
  type DossierCheckpoint,
} from '@parley/contracts';
import type { EventStore } from '@parley/event-store';
import type { SideWitness } from '@parley/http';
import type { MessageReaction } from '@parley/processes';
import { pause } from '@parley/projections';
import type { LogAttestation } from './log-attestation';
import type { KeptCheckpoints, SignedCheckpoint } from './log-checkpoints';
import type { LogSecrets } from './log-secrets';

/** Milliseconds: between two looks; before a checkpoint is taken that is not jointly attested; before none is. */
const [LOOK_MS, ATTESTED_MS, COVERED_MS] = [200, 4_000, 15_000];

export interface DossierCheckpointsOptions {
  readonly store: Pick<EventStore, 'head' | 'compare'>;
  readonly log: {
    readonly files: Pick<NamedFiles, 'read' | 'create'>;
    readonly checkpoints: Pick<KeptCheckpoints, 'newest'>;
    readonly attestation: Pick<LogAttestation, 'newest'>;
    readonly secrets: Pick<LogSecrets, 'policy'>;
    /** One of each side, or none. */
    readonly witnesses: readonly SideWitness[];
  };
  /** Aborted when the service stops. */
  readonly stopped: AbortSignal;
  /** Milliseconds to wait for both sides, and for the log; those above when left out. */
  readonly patience?: readonly [attestedMs: number, coveredMs: number];
}

/**
 * Takes the checkpoint that goes into a dossier: the first that covers all that was recorded when the request was
 * heard. A jointly attested one is waited for, but not long: a side that stops its witness takes from the dossier the
 * cosignatures and not the log. There is one file for each request, written once.
 */
export const dossierCheckpoints = (options: DossierCheckpointsOptions): MessageReaction => ({
  name: 'dossier-checkpoint',
  concerns: ({ type }) => type === referral.DossierRequestedSchema.typeName,
  answer: async (event) => {
    const asked = told(event, referral.DossierRequestedSchema);
    const { files } = options.log;
    if (!asked || (await files.read(dossierCheckpointPath(asked)))) return;
    const taken = await take(options);
    if (taken) await files.create(dossierCheckpointPath(asked), formatDossierCheckpoint(taken));
  },
});

/** @returns nothing when the log did not cover the record in time. The dossier goes out without then (I-38) */
async function take(options: DossierCheckpointsOptions): Promise<DossierCheckpoint | undefined> {
  const { store, log, stopped, patience = [ATTESTED_MS, COVERED_MS] } = options;
  const { checkpoints, attestation, secrets, witnesses } = log;
  const [attestedMs, coveredMs] = patience;
  const head = await store.head();
  const covering = (checkpoint: SignedCheckpoint | undefined) =>
    checkpoint && store.compare(head, checkpoint.until) <= 0 ? checkpoint : undefined;
  for (const began = performance.now(); ;) {
    const waited = performance.now() - began;
    const attested = covering(await attestation.newest());
    if (attested) return { note: attested.note, policy: await secrets.policy(witnesses), attested: true };
    const newest = witnesses.length === 0 || waited >= attestedMs ? covering(await checkpoints.newest()) : undefined;
    if (newest) return { note: newest.note, policy: keysAlone(await secrets.policy()), attested: false };
    if (waited >= coveredMs) return undefined;
    await pause(LOOK_MS, stopped);
    // The work is done again by the process that comes next.
    stopped.throwIfAborted();
  }
}

/** A policy without its comments, which would say that this log has no witnesses. */
const keysAlone = (policy: string): string =>
  policy
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n');
