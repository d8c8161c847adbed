import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';
import type { BlobStore } from '@parley/blobs';
import type { CommandContext } from '@parley/event-store';
import type { Sha256 } from '@parley/kernel';
import type { ReferredBytes } from '../exhibits/exhibit-commands.rules';
import { openSound } from '../exhibits/sound-bytes';
import { beginsAs, formatOf } from '../uploads/formats.rules';
import { plainWords } from './passage-search';
import type { CheckedFormat, RedactionCheck } from './redaction.rules';
import type { SearchOrder } from './search-file';
import { turns } from './turns';

/** Larger files are not searched, because a public version is held in memory meanwhile. */
const MOST_CHECKED_BYTES = 32 * 1024 * 1024;

/** A Chinese name may have two characters. A single character would be found everywhere. */
const FEWEST_LETTERS = 2;

/** What a search may take. A file that takes more is not searched, and what is not searched is not published. */
export interface SearchLimits {
  readonly millis: number;
  /** Heap of the search's thread. */
  readonly heapMiB: number;
  /** Bytes to which a file may unpack. */
  readonly unpackedBytes: number;
}

/** The time is well within that of an act. */
export const SEARCH_LIMITS: SearchLimits = { millis: 12_000, heapMiB: 256, unpackedBytes: 128 * 1024 * 1024 };

/** So many searches of one party may wait for their turn. Each delays the answer to an act. */
const MOST_WAITING = 4;

type NamedFile = { readonly fileName: string; readonly mediaType: string };

/**
 * Searches every layer of a public version for what was removed (I-41). The passages are used here and kept nowhere.
 * @param passages in the filer's own words
 */
export async function checkRedaction(
  bytes: Buffer,
  file: NamedFile,
  passages: readonly string[],
  limits = SEARCH_LIMITS,
): Promise<RedactionCheck> {
  const format = searchable(file, passages);
  if (typeof format !== 'string') return format;
  if (!beginsAs(format, bytes)) return { kind: 'uncheckable' };
  const { unpackedBytes } = limits;
  return searchInThread({ bytes, format, fileName: file.fileName, passages, unpackedBytes }, limits);
}

/** The format of a file, or why it cannot be searched for the passages. */
function searchable({ mediaType }: NamedFile, passages: readonly string[]): CheckedFormat | RedactionCheck {
  const format = formatOf(mediaType);
  if (!format) return { kind: 'uncheckable' };
  // Nobody can name words of a picture. From any other file, something was removed that can be named.
  if (passages.length === 0 && format !== 'jpeg' && format !== 'png') return { kind: 'nothing-named' };
  const short = passages.findIndex((passage) => [...plainWords(passage)].length < FEWEST_LETTERS);
  return short >= 0 ? { kind: 'too-short', passage: short } : format;
}

/** Specs run the sources, so their thread has to compile them as well. */
const FROM_SOURCES = __filename.endsWith('.ts')
  ? { execArgv: ['--require', join(__dirname, '../../../../.workspace/load-sources.cjs')] }
  : {};

async function searchInThread(order: SearchOrder, { millis, heapMiB }: SearchLimits): Promise<RedactionCheck> {
  const bytes = Uint8Array.from(order.bytes);
  const worker = new Worker(join(__dirname, 'search-file.worker.cjs'), {
    workerData: { ...order, bytes },
    transferList: [bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: heapMiB },
    ...FROM_SOURCES,
    stdout: true,
    stderr: true,
  });
  const timer = setTimeout(() => void worker.terminate(), millis);
  try {
    return await new Promise((resolve) => {
      const failed = (): void => resolve({ kind: 'not-searched' });
      worker.once('message', resolve).once('error', failed).once('exit', failed);
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

/** Searches uploads that are to become public versions, one at a time for each party. */
export class Redactions {
  private readonly inTurn = new Map<string, ReturnType<typeof turns>>();
  private readonly waiting = new Map<string, number>();

  constructor(
    private readonly blobs: BlobStore,
    private readonly limits = SEARCH_LIMITS,
  ) {}

  /**
   * Searches an upload. One that is missing or damaged cannot be searched; whether the act may refer to it at all is
   * decided elsewhere.
   * @param before a search that still waits its turn at this reading of `performance.now()` comes too late
   */
  async check(file: ReferredBytes, passages: readonly string[], before = Infinity): Promise<RedactionCheck> {
    const { upload } = file;
    if (!upload) return { kind: 'uncheckable' };
    if (upload.sizeBytes > MOST_CHECKED_BYTES) return { kind: 'too-large' };
    const format = searchable(file, passages);
    if (typeof format !== 'string') return format;
    return this.inTurnOf(upload.party, async () => {
      if (performance.now() >= before) return { kind: 'busy' };
      const opened = await openSound(this.blobs, upload, true);
      return opened.kind === 'damaged'
        ? { kind: 'uncheckable' }
        : checkRedaction(await buffer(opened.bytes), file, passages, this.limits);
    });
  }

  private async inTurnOf(party: string, search: () => Promise<RedactionCheck>): Promise<RedactionCheck> {
    const under = this.waiting.get(party) ?? 0;
    if (under > MOST_WAITING) return { kind: 'busy' };
    const inTurn = this.inTurn.get(party) ?? turns(1);
    this.inTurn.set(party, inTurn);
    this.waiting.set(party, under + 1);
    try {
      return await inTurn(search);
    } finally {
      this.waiting.set(party, (this.waiting.get(party) ?? 1) - 1);
    }
  }
}

/**
 * A request that names what was removed must leave nothing that helps to test a guess at it. The record holds the
 * request's digest, which shows whether a key is used again with other content. A digest keyed with a secret shows that
 * too, and tells nobody anything. A signature over the request would test a guess as well, so none goes on record.
 */
export function withKeyedDigest(context: CommandContext, secret: Uint8Array): CommandContext {
  const { cause } = context;
  if (cause.kind !== 'command') return context;
  const { kind, id, bodyDigest } = cause;
  const keyed = createHmac('sha256', secret).update(bodyDigest).digest('hex') as Sha256;
  return { ...context, cause: { kind, id, bodyDigest: keyed } };
}
