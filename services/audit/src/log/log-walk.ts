import type { NamedFiles } from '@parley/blobs';
import type { EventStore, RecordedEvent } from '@parley/event-store';
import {
  CHECKPOINT_PATH,
  LogRefused,
  nodeChecks,
  parsePolicy,
  readEntries,
  TILE_WIDTH,
  verifyLog,
} from '@parley/transparency';
import { AnsweredCauses } from '../completeness/answered-causes';
import { NamedEvents, type ToldById } from '../completeness/named-events';
import type { WalkWatch } from '../completeness/record-walker';
import { FindingCount, soundPages, subjectOf, type WalkedRecord } from '../completeness/record-walk';
import type { KeptCheckpoints, SignedCheckpoint } from './log-checkpoints';
import type { LogSecrets } from './log-secrets';

export interface WalkOptions {
  readonly store: EventStore;
  /** Absent where no transparency log is kept: then an event that is gone is found by what stands behind it alone. */
  readonly log?: {
    readonly files: NamedFiles;
    readonly checkpoints: Pick<KeptCheckpoints, 'at' | 'newest'>;
    readonly secrets: LogSecrets;
  };
  /** The messages that were told; absent where nobody looks up what the events name. */
  readonly told?: ToldById;
  readonly watch?: WalkWatch;
}

/**
 * Goes over the whole record, stream by stream as it stands in the one order of the store, and over the transparency
 * log beside it: each event where its name says, linked and unaltered, and an entry for each event and an event for
 * each entry. An entry whose event is gone is all that is left of a stream that was taken away whole. What an event
 * names as its cause or as a fact is looked up on the way, or compared with it.
 * @returns nothing when it was stopped
 */
export async function walkRecord({
  store,
  log,
  told,
  watch = UNWATCHED,
}: WalkOptions): Promise<WalkedRecord | undefined> {
  const found = new FindingCount();
  const names = told && new NamedEvents(told);
  const causes = new AnsweredCauses();
  const look = async (page: readonly RecordedEvent[]): Promise<void> => {
    events += page.length;
    await names?.look(page, found);
    for (const event of page) causes.look(event, found);
    watch.onProgress({ events, found: found.soFar() });
  };
  const end = await store.head();
  let [events, after] = [0, store.start];
  if (log) {
    const newest = await signedSize(log, found);
    for (let n = 1, size = 0; newest && n <= newest.n; n += 1) {
      if (watch.isStopped()) return undefined;
      const checkpoint = await log.checkpoints.at(n);
      if (checkpoint?.note == null || checkpoint.after !== after || checkpoint.first !== size) {
        found.add('log-differs', `checkpoint ${String(n)}`);
        break;
      }
      const covered: RecordedEvent[] = [];
      for await (const page of soundPages(store, checkpoint, found)) {
        covered.push(...page);
        await look(page);
      }
      await compare(log, checkpoint, newest.size, covered, found);
      [after, size] = [checkpoint.until, checkpoint.size];
    }
  }
  for await (const page of soundPages(store, { after, until: end }, found)) {
    if (watch.isStopped()) return undefined;
    await look(page);
  }
  await names?.end(found);
  return found.of(events);
}

const UNWATCHED: WalkWatch = { isStopped: () => false, onProgress: () => undefined };

type Log = NonNullable<WalkOptions['log']>;

/** The newest checkpoint, when the files are what it signs and the database has forgotten none. */
async function signedSize(
  { files, checkpoints, secrets }: Log,
  found: FindingCount,
): Promise<SignedCheckpoint | undefined> {
  if (!(await checkpoints.newest()) && !(await files.read(CHECKPOINT_PATH))) return undefined;
  try {
    const policy = await parsePolicy(nodeChecks.digest, await secrets.policy());
    const { checkpoint } = await verifyLog(nodeChecks, policy, (path) => files.read(path));
    const newest = await checkpoints.newest();
    if (newest && newest.size >= checkpoint.size) return newest;
    found.add('log-differs', `size ${String(checkpoint.size)}`);
    return newest;
  } catch (error) {
    if (!(error instanceof LogRefused)) throw error;
    found.add('log-differs', error.message);
    return undefined;
  }
}

/** Compares the events of a checkpoint with its entries. */
async function compare(
  { files, secrets }: Log,
  { first, events: count, size }: SignedCheckpoint,
  newestSize: number,
  events: readonly RecordedEvent[],
  found: FindingCount,
): Promise<void> {
  const there = new Map(events.map((event) => [hex(secrets.entryOf(event.commitment).entry), event]));
  const logged = new Set<string>();
  for (let index = Math.floor(first / TILE_WIDTH); index * TILE_WIDTH < size; index += 1) {
    const entries = await readEntries((path) => files.read(path), index, newestSize);
    for (const [at, bytes] of entries.entries()) {
      const place = index * TILE_WIDTH + at;
      if (place < first || place >= size) continue;
      const entry = hex(bytes);
      logged.add(entry);
      const isBlank = place >= first + count;
      if (isBlank ? entry !== hex(secrets.blankAt(place).entry) : !there.has(entry))
        found.add('gone', `entry ${String(place)}`);
    }
  }
  for (const [entry, event] of there) if (!logged.has(entry)) found.add('unlogged', subjectOf(event));
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
