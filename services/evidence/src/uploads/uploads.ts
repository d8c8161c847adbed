import type { Readable } from 'node:stream';
import { uploadsOf, type BlobStore } from '@parley/blobs';
import type { PartyCode, PersonId, Sha256 } from '@parley/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import type { Upload } from '../exhibits/exhibit-commands.rules';
import type { CheckedFormat } from '../public-version/redaction.rules';
import { couldBe, HEAD_BYTES } from './formats.rules';

/**
 * Locks a digest until the transaction ends, so that only one transaction at a time decides whether anything needs its
 * bytes. Otherwise an expired upload's bytes could be removed while the same bytes come in anew.
 */
async function lockDigest(transaction: EntityManager, digest: Sha256): Promise<void> {
  await transaction.query(`SELECT pg_advisory_xact_lock(hashtextextended('evidence ' || $1, 0))`, [digest]);
}

interface OneOf {
  readonly uploadId: string;
  readonly party: PartyCode;
  readonly digest: Sha256;
}

/**
 * Removes an upload that has expired or did not come in whole. Its side's copy of the bytes is removed too, unless an
 * exhibit or another upload of that side has the same bytes. The bytes of an exhibit that the read model does not know
 * yet are safe, because the upload that it was made of is still there.
 */
async function removeUpload(database: DataSource, blobs: BlobStore, { uploadId, party, digest }: OneOf): Promise<void> {
  await database.transaction(async (transaction) => {
    await lockDigest(transaction, digest);
    const [gone] = await transaction.query<[unknown[], number]>(
      'DELETE FROM evidence.uploads WHERE upload_id = $1 AND (expires_at <= now() OR size_bytes IS NULL) RETURNING 1',
      [uploadId],
    );
    const needed = await transaction.query<unknown[]>(
      'SELECT 1 FROM evidence.uploads WHERE digest = $1 AND party = $2 UNION ALL SELECT 1 FROM ' +
        'evidence.bytes_in_use WHERE digest = $1 AND party = $2 LIMIT 1',
      [digest, party],
    );
    if (gone.length > 0 && needed.length === 0) await blobs.remove(digest, uploadsOf(party));
  });
}

/** The most bytes of one upload. */
export const MOST_UPLOAD_BYTES = 100 * 1024 * 1024;

/** The most uploads of one party at a time that no exhibit uses. Uploads that a desk forgets must not fill the disk. */
const MOST_OPEN_UPLOADS = 200;

/**
 * Hours for which an upload waits for an act to refer to it. They count real time, so that a demonstration clock that
 * jumps removes nobody's upload.
 */
const KEPT_HOURS = 24;

/** Hours for which an upload is kept at least once an act refers to it. Recording an act takes far less. */
const CLAIMED_HOURS = 1;

interface ExpiredUpload {
  readonly upload_id: string;
  readonly party: PartyCode;
  readonly digest: Sha256;
}

/** The most uploads that one sweep looks at. The rest wait for the next sweep. */
const BATCH = 500;

interface SweepOptions {
  readonly database: DataSource;
  readonly blobs: BlobStore;
  /** Resolves when the bytes of every exhibit recorded before the call are known to be in use. */
  readonly settled: () => Promise<void>;
}

/**
 * Removes uploads that have expired. An act claims its upload for an hour before the act is recorded. When a claimed
 * upload has expired, its act was therefore recorded long ago, and once the record is settled its bytes are known to be
 * in use.
 * @returns how many uploads were looked at
 */
export async function sweepUploads({ database, blobs, settled }: SweepOptions): Promise<number> {
  const expired = await database.query<ExpiredUpload[]>(
    'SELECT upload_id, party, digest FROM evidence.uploads WHERE expires_at <= now() ORDER BY expires_at LIMIT $1',
    [BATCH],
  );
  if (expired.length > 0) await settled();
  for (const { upload_id: uploadId, party, digest } of expired)
    await removeUpload(database, blobs, { uploadId, party, digest });
  return expired.length;
}

const EVERY_MS = 10 * 60 * 1000;

/** Sweeps at the start and every ten minutes. A sweep that fails is tried again at the next turn. */
export class UploadSweeper {
  private timer: NodeJS.Timeout | undefined;
  private sweep: Promise<void> = Promise.resolve();
  private failure: string | undefined;

  constructor(private readonly options: SweepOptions) {}

  start(): void {
    this.turn();
    this.timer = setInterval(() => this.turn(), EVERY_MS).unref();
  }

  /** Resolves when no sweep runs any more. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.sweep;
  }

  status(): { readonly lastFailure?: string } {
    return this.failure === undefined ? {} : { lastFailure: this.failure };
  }

  private turn(): void {
    this.sweep = this.sweep.then(async () => {
      try {
        await sweepUploads(this.options);
        this.failure = undefined;
      } catch (error) {
        this.failure = `uploads are not swept: ${error instanceof Error ? error.message : String(error)}`;
      }
    });
  }
}

export interface Incoming {
  /** UUID that the upload is to have. */
  readonly uploadId: string;
  readonly party: PartyCode;
  readonly by: PersonId;
  /** As the sender announced it. */
  readonly digest: Sha256;
  /** Begins to read. Bytes that are refused before that are not read at all. */
  readonly bytes: () => Readable;
  readonly limitBytes: number;
}

export type Received =
  | { readonly kind: 'received'; readonly upload: Upload; readonly expiresAt: Date }
  | { readonly kind: 'too-many' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'digest-differs' };

/** SHA-256 of nothing. */
const NO_BYTES = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

interface UploadRow {
  readonly digest: Sha256;
  readonly size_bytes: string;
  readonly could_be: readonly CheckedFormat[] | null;
  readonly expires_at: Date;
}

const OPEN =
  'expires_at > now() AND NOT EXISTS (SELECT 1 FROM evidence.bytes_in_use used WHERE ' +
  'used.upload_id = uploads.upload_id)';

/**
 * Uploads are rows of this service. They are no events, because they are no acts. The row is written before the bytes,
 * so there are never bytes without a row, whatever is cut off or killed.
 */
export class Uploads {
  constructor(
    private readonly database: DataSource,
    private readonly blobs: BlobStore,
  ) {}

  /** Takes bytes in. Nothing is kept unless the answer is `received`. @throws what the stream throws */
  async receive(incoming: Incoming): Promise<Received> {
    if (incoming.digest === NO_BYTES) return { kind: 'empty' };
    if (!(await this.announce(incoming))) return { kind: 'too-many' };
    let received: Received | undefined;
    try {
      received = await this.store(incoming);
      return received;
    } finally {
      if (received?.kind !== 'received') await removeUpload(this.database, this.blobs, incoming);
    }
  }

  /**
   * The finished upload that an act of a party refers to. From now on it is kept long enough for the act to be
   * recorded.
   * @returns `null` when the party has none with this id
   */
  async claim(uploadId: string, party: PartyCode | null): Promise<Upload | null> {
    const [rows] = await this.database.query<[UploadRow[], number]>(
      `UPDATE evidence.uploads SET expires_at = greatest(expires_at, now() + make_interval(hours => $3))
       WHERE upload_id = $1 AND party = $2 AND size_bytes IS NOT NULL AND expires_at > now()
       RETURNING digest, size_bytes, could_be`,
      [uploadId, party ?? '', CLAIMED_HOURS],
    );
    const row = rows[0];
    if (!row || party === null) return null;
    const { digest, size_bytes: sizeBytes, could_be: formats } = row;
    return { uploadId, party, digest, sizeBytes: Number(sizeBytes), ...(formats ? { couldBe: formats } : {}) };
  }

  private async announce({ uploadId, party, by, digest }: Incoming): Promise<boolean> {
    return this.database.transaction(async (transaction) => {
      await lockParty(transaction, party);
      await lockDigest(transaction, digest);
      const announced: unknown[] = await transaction.query(
        `INSERT INTO evidence.uploads (upload_id, party, received_by, digest, expires_at)
         SELECT $1, $2, $3, $4, now() + make_interval(hours => $5)
         WHERE (SELECT count(*) FROM evidence.uploads WHERE party = $2 AND ${OPEN}) < $6
         RETURNING 1`,
        [uploadId, party, by, digest, KEPT_HOURS, MOST_OPEN_UPLOADS],
      );
      return announced.length > 0;
    });
  }

  private async store({ uploadId, party, digest, bytes, limitBytes }: Incoming): Promise<Received> {
    const put = await this.blobs.put(bytes(), { digest, limitBytes, keeper: uploadsOf(party) });
    if (put.kind !== 'stored') return { kind: put.kind };
    const { sizeBytes } = put.blob;
    const formats = couldBe(await this.firstBytes(digest, uploadsOf(party)));
    const [rows] = await this.database.query<[Pick<UploadRow, 'expires_at'>[], number]>(
      'UPDATE evidence.uploads SET size_bytes = $2, could_be = $3 WHERE upload_id = $1 RETURNING expires_at',
      [uploadId, sizeBytes, formats],
    );
    const row = rows[0];
    if (!row) throw new Error(`upload ${uploadId} outlived its row`);
    return { kind: 'received', upload: { uploadId, party, digest, sizeBytes }, expiresAt: row.expires_at };
  }

  /** The head of bytes that were just stored, and nothing more of them. @throws BlobCorruptedError */
  private async firstBytes(digest: Sha256, keeper: string): Promise<Buffer> {
    const opened = await this.blobs.open(digest, keeper);
    const head: Buffer[] = [];
    // To stop reading destroys the stream.
    for await (const chunk of opened?.bytes ?? []) {
      head.push(chunk as Buffer);
      if (Buffer.concat(head).length >= HEAD_BYTES) break;
    }
    return Buffer.concat(head);
  }
}

async function lockParty(transaction: EntityManager, party: PartyCode): Promise<void> {
  await transaction.query(`SELECT pg_advisory_xact_lock(hashtextextended('evidence uploads of ' || $1, 0))`, [party]);
}
