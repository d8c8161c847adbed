import { pipeline, Readable } from 'node:stream';
import { GetObjectCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { DigestGate, type BlobStore, type OpenBlob, type PutOptions, type PutResult } from '@parley/blobs';
import type { Sha256 } from '@parley/kernel';
import { removeObject } from './object-remover';
import { ObjectWriter, PART_BYTES } from './object-writer';
import { IncomingBytes } from './incoming-bytes';
import { placeOnce, type Copy } from './place-once';
import { absence, asBlobsError } from './s3-failure';
import type { S3Keys } from './s3-keys';
import type { S3Location } from './s3-location';
import { sweepUnfinished } from './sweep-unfinished';

const COMMON = 'common';

/** Copies of the same bytes, one for each keeper, that a listing may give. */
const MOST_COPIES = 100;

/**
 * Keeps blobs as objects under `<prefix><first two digits>/<digest>/<keeper>`. Any number of processes use the same
 * bucket.
 */
export class S3BlobStore implements BlobStore {
  private readonly writer: ObjectWriter;

  constructor(
    private readonly client: S3Client,
    private readonly location: S3Location,
    private readonly keys: S3Keys,
  ) {
    this.writer = new ObjectWriter(client, location);
  }

  async put(bytes: Readable, { digest, limitBytes, keeper = COMMON }: PutOptions): Promise<PutResult> {
    const keyOf = this.keys.keptBy(keeper);
    const incoming = new IncomingBytes(bytes, limitBytes, digest);
    try {
      await this.receive(incoming, keyOf, digest);
      return { kind: 'stored', blob: incoming.blob };
    } catch (error) {
      if (incoming.refusal) return incoming.refusal;
      throw incoming.failure ? incoming.failure.error : asBlobsError(error, this.location);
    }
  }

  async open(digest: Sha256, keeper?: string): Promise<OpenBlob | undefined> {
    return this.told(async () => {
      if (keeper !== undefined) {
        const kept = await this.copyAt(this.keys.keptBy(keeper)(digest), digest);
        return typeof kept === 'object' ? kept : undefined;
      }
      const { Contents = [] } = await this.client.send(
        new ListObjectsV2Command({
          Bucket: this.location.bucket,
          Prefix: this.keys.copiesOf(digest),
          MaxKeys: MOST_COPIES,
        }),
      );
      for (const { Key } of Contents) {
        const copy = Key === undefined ? 'missing' : await this.copyAt(Key, digest);
        if (typeof copy === 'object') return copy;
      }
      return undefined;
    });
  }

  async remove(digest: Sha256, keeper: string): Promise<void> {
    await this.told(() => removeObject(this.client, this.location.bucket, this.keys.keptBy(keeper)(digest)));
  }

  /** Resolves when the bucket can be read with these credentials. @throws BlobsUnavailableError */
  async check(): Promise<void> {
    await this.told(() =>
      this.client.send(
        new ListObjectsV2Command({ Bucket: this.location.bucket, Prefix: this.keys.prefix, MaxKeys: 1 }),
      ),
    );
  }

  /**
   * Removes what unfinished writes have left that began more than `olderThanMs` ago.
   * @returns how many were removed
   * @throws BlobsUnavailableError
   */
  async sweep(olderThanMs: number): Promise<number> {
    const before = new Date(Date.now() - olderThanMs);
    return this.told(() => sweepUnfinished(this.client, this.location.bucket, this.keys, before));
  }

  /**
   * Bytes that fit in one part go in one request, because their digest is known before. More bytes stream to their
   * place, or to a temporary one until the digest is known.
   */
  private async receive(
    incoming: IncomingBytes,
    keyOf: (digest: Sha256) => string,
    digest: Sha256 | undefined,
  ): Promise<void> {
    const whole = await incoming.whenWithin(PART_BYTES);
    if (whole) {
      const key = keyOf(incoming.blob.digest);
      await this.place(key, incoming.blob.digest, (onlyNew) => this.writer.write(key, whole, { onlyNew, lock: true }));
    } else if (digest === undefined) {
      await this.receiveUnknown(incoming, keyOf);
    } else {
      const key = keyOf(digest);
      await this.place(key, digest, (onlyNew) => this.writer.stream(key, incoming.all(), { onlyNew, lock: true }));
      // Where the same bytes lie already, the incoming ones are only measured.
      await drain(incoming.all());
    }
  }

  private async receiveUnknown(incoming: IncomingBytes, keyOf: (digest: Sha256) => string): Promise<void> {
    const passing = this.keys.newIncoming();
    await this.writer.stream(passing, incoming.all(), { onlyNew: true, lock: false });
    const { digest, sizeBytes } = incoming.blob;
    const key = keyOf(digest);
    try {
      await this.place(key, digest, (onlyNew) => this.writer.copy(passing, key, sizeBytes, { onlyNew, lock: true }));
    } finally {
      // The sweep removes what cannot be removed now. The bytes are in their place, or the caller is told why not.
      await removeObject(this.client, this.location.bucket, passing).catch(() => undefined);
    }
  }

  private async place(key: string, digest: Sha256, write: (onlyNew: boolean) => Promise<unknown>): Promise<void> {
    await placeOnce(() => this.copyAt(key, digest), write);
  }

  private async copyAt(key: string, digest: Sha256): Promise<Copy> {
    const object = await this.client
      .send(new GetObjectCommand({ Bucket: this.location.bucket, Key: key }))
      .catch(absence);
    if (typeof object !== 'object') return object;
    if (!(object.Body instanceof Readable)) throw new TypeError('an object came without its bytes');
    const gate = new DigestGate(digest);
    object.Body.once('error', (error: Error) => gate.destroy(asBlobsError(error, this.location) as Error));
    // A failure on either side reaches the reader as the gate's own error.
    pipeline(object.Body, gate, () => undefined);
    return { sizeBytes: object.ContentLength ?? 0, bytes: gate };
  }

  private async told<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      throw asBlobsError(error, this.location);
    }
  }
}

async function drain(bytes: AsyncIterable<Buffer>): Promise<void> {
  for await (const _chunk of bytes);
}
