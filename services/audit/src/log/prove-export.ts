import type { NamedFiles } from '@parley/blobs';
import type { EventStore } from '@parley/event-store';
import { countProofFailure } from '@parley/metrics';
import { leafHash, LogRefused, nodeChecks, TiledTree, toBase64, verifyInclusions } from '@parley/transparency';
import type { Logged } from '../history/export-lines';
import type { AttestedSoFar, LogAttestation } from './log-attestation';
import type { KeptCheckpoints, SignedCheckpoint } from './log-checkpoints';
import type { LogSecrets } from './log-secrets';
import { LogPlaces } from './log-places';
import { lookFor, LONG_LOOKS } from './look-for';

const { digest } = nodeChecks;

/** What of the log proves an export. */
interface ProvingLog {
  readonly files: NamedFiles;
  readonly checkpoints: Pick<KeptCheckpoints, 'at' | 'newest'>;
  readonly secrets: LogSecrets;
  readonly attestation: Pick<LogAttestation, 'newest'>;
  /** How far the witnesses have come; `undefined` where there are none. */
  readonly soFar: () => Promise<AttestedSoFar | undefined>;
}

/**
 * Proves the events of an export by one checkpoint: the newest that is jointly attested, where it covers the last of
 * them, else the newest. An `entry` for each event that it covers, with salt and index; then each `hash` that they
 * share, once, in the order of `verifyInclusions`; then the `checkpoint`. All is verified before it is handed out.
 *
 * What cannot be proved gets no proof, and is counted as an alarm: a log that was altered keeps nobody from the record.
 * @param events in the order of the store
 */
export async function* proveExport(
  log: ProvingLog,
  store: Pick<EventStore, 'compare'>,
  events: readonly Logged[],
): AsyncGenerator<object> {
  const last = events.at(-1);
  const checkpoint = last && (await checkpointFor(log, store, last));
  if (!checkpoint) return;
  try {
    const entries = await entriesOf(log, new LogPlaces({ ...log, store }, checkpoint), events);
    if (entries.length === 0) return;
    const tree = new TiledTree((path) => log.files.read(path), checkpoint.size, digest);
    const hashes = await tree.inclusions(entries.map(({ index }) => index));
    await verifyInclusions(digest, { entries, hashes }, checkpoint);
    for (const { commitment, salt, index } of entries) yield { entry: { commitment, salt, index } };
    for (const hash of hashes) yield { hash: toBase64(hash) };
    yield { checkpoint: checkpoint.note };
  } catch (error) {
    if (!(error instanceof LogRefused)) throw error;
    countProofFailure('inclusion');
  }
}

interface ExportedEntry {
  readonly commitment: string;
  readonly salt: string;
  readonly index: number;
  readonly leaf: Uint8Array;
}

async function entriesOf(
  { secrets }: ProvingLog,
  places: LogPlaces,
  events: readonly Logged[],
): Promise<readonly ExportedEntry[]> {
  const entries: ExportedEntry[] = [];
  for (const event of events) {
    const index = await places.indexOf(event);
    if (index === undefined) continue;
    if (index < 0) {
      countProofFailure('inclusion');
      continue;
    }
    const { entry, salt } = secrets.entryOf(event.commitment);
    const leaf = await leafHash(digest, entry);
    entries.push({ commitment: event.commitment, salt: Buffer.from(salt).toString('hex'), index, leaf });
  }
  return entries;
}

/** The checkpoint for an export. Where none covers its last event in time, the newest one proves what it covers. */
async function checkpointFor(
  { attestation, checkpoints, soFar }: ProvingLog,
  store: Pick<EventStore, 'compare'>,
  { position }: Logged,
): Promise<SignedCheckpoint | undefined> {
  const covering = (checkpoint: SignedCheckpoint | undefined, attested: boolean) =>
    checkpoint && store.compare(position, checkpoint.until) <= 0 ? { checkpoint, attested } : undefined;
  const found = await lookFor(
    async () => covering(await attestation.newest(), true) ?? covering(await checkpoints.newest(), false),
    soFar,
    LONG_LOOKS,
  );
  return found?.checkpoint ?? checkpoints.newest();
}
