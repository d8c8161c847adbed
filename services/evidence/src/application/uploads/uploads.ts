import type { Readable } from 'node:stream';
import type { BlobStore } from '@parley/blobs';
import type { PartyCode, PersonId, Sha256 } from '@parley/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import type { Upload } from '../../domain/exhibit-commands';
import { lockDigest } from './digest-lock';
import { removeUpload } from './remove-upload';
import { CLAIMED_HOURS, KEEPER, KEPT_HOURS, MOST_OPEN_UPLOADS } from './upload-limits';

/** Bytes that come in. */
export interface Incoming {
  /** UUID that the upload is to have. */
  readonly uploadId: string;
  readonly party: PartyCode;
  readonly by: PersonId;
  /** As the sender announced it. */
  readonly digest: Sha256;
  /** Begins to read. Bytes that are refused before are not read at all. */
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
  readonly expires_at: Date;
}

const OPEN =
  'expires_at > now() AND NOT EXISTS (SELECT 1 FROM evidence.bytes_in_use used WHERE ' +
  'used.upload_id = uploads.upload_id)';

/**
 * Uploads: rows of this service, no events, because they are no acts. The row comes before the bytes, so bytes without
 * a row exist at no time, whatever is cut off or killed.
 */
export class Uploads {
  constructor(
    private readonly database: DataSource,
    private readonly blobs: BlobStore,
  ) {}

  /** Takes bytes in. Unless the answer is `received`, nothing stays. @throws what the stream throws */
  async receive(incoming: Incoming): Promise<Received> {
    if (incoming.digest === NO_BYTES) return { kind: 'empty' };
    if (!(await this.announce(incoming))) return { kind: 'too-many' };
    let received: Received | undefined;
    try {
      received = await this.store(incoming);
      return received;
    } finally {
      if (received?.kind !== 'received')
        await removeUpload(this.database, this.blobs, incoming.uploadId, incoming.digest);
    }
  }

  /**
   * The finished upload to which an act of a party refers, kept from now on long enough for the act to be recorded.
   * @returns `null` when the party has none with this id
   */
  async claim(uploadId: string, party: PartyCode | null): Promise<Upload | null> {
    const [rows] = await this.database.query<[UploadRow[], number]>(
      `UPDATE evidence.uploads SET expires_at = greatest(expires_at, now() + make_interval(hours => $3))
       WHERE upload_id = $1 AND party = $2 AND size_bytes IS NOT NULL AND expires_at > now()
       RETURNING digest, size_bytes`,
      [uploadId, party ?? '', CLAIMED_HOURS],
    );
    const row = rows[0];
    return row && party !== null ? { uploadId, party, digest: row.digest, sizeBytes: Number(row.size_bytes) } : null;
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
    const put = await this.blobs.put(bytes(), { digest, limitBytes, keeper: KEEPER });
    if (put.kind !== 'stored') return { kind: put.kind };
    const { sizeBytes } = put.blob;
    const [rows] = await this.database.query<[UploadRow[], number]>(
      'UPDATE evidence.uploads SET size_bytes = $2 WHERE upload_id = $1 RETURNING expires_at',
      [uploadId, sizeBytes],
    );
    const row = rows[0];
    if (!row) throw new Error(`upload ${uploadId} outlived its row`);
    return { kind: 'received', upload: { uploadId, party, digest, sizeBytes }, expiresAt: row.expires_at };
  }
}

async function lockParty(transaction: EntityManager, party: PartyCode): Promise<void> {
  await transaction.query(`SELECT pg_advisory_xact_lock(hashtextextended('evidence uploads of ' || $1, 0))`, [party]);
}
