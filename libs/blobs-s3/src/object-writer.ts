import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  PutObjectCommand,
  UploadPartCopyCommand,
  type CompletedPart,
  type ObjectLockMode,
  type S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { S3Location } from './s3-location';

/** Bytes of one part: S3 takes 10,000 of them, so 80 GB in one blob. */
export const PART_BYTES = 8 * 1024 * 1024;
/** Parts on their way at a time, so one upload holds some 32 MiB however large it is. */
const PARTS_AT_ONCE = 2;
/** Bytes that the storage copies in one request; it takes 5 GiB at most. */
const COPIED_BYTES = 1024 * 1024 * 1024;
const DAY_MS = 86_400_000;

export interface WriteOptions {
  /** An object that is there stays as it is, and the write fails. */
  readonly onlyNew: boolean;
  /** The object is kept from deletion for the days that were asked for. */
  readonly lock: boolean;
}

/** Writes objects whole or not at all: an upload that is not completed is aborted, and nothing of it stays. */
export class ObjectWriter {
  constructor(
    private readonly client: S3Client,
    private readonly location: S3Location,
  ) {}

  /** Writes bytes at hand in one request that names their SHA-256. The storage checks it. */
  async write(key: string, bytes: Buffer, options: WriteOptions): Promise<void> {
    const checksum = createHash('sha256').update(bytes).digest('base64');
    await this.client.send(
      new PutObjectCommand({ ...this.target(key, options), Body: bytes, ChecksumSHA256: checksum }),
    );
  }

  /**
   * Writes a stream of more than one part, each with its SHA-256.
   * @returns the version of the object in a bucket that has versions
   */
  async stream(key: string, bytes: AsyncIterable<Buffer>, options: WriteOptions): Promise<string | undefined> {
    const params = { ...this.target(key, options), Body: Readable.from(bytes), ChecksumAlgorithm: 'SHA256' as const };
    const { VersionId } = await new Upload({
      client: this.client,
      params,
      partSize: PART_BYTES,
      queueSize: PARTS_AT_ONCE,
    }).done();
    return VersionId;
  }

  /**
   * Lets the storage copy an object of any size by itself. The bytes were checked when they came in, so no SHA-256 is
   * asked for again: a gateway gives the SHA-256 of the whole object for a part, and then refuses it.
   */
  async copy(from: string, key: string, sizeBytes: number, options: WriteOptions): Promise<void> {
    const target = this.target(key, options);
    const { UploadId } = await this.client.send(new CreateMultipartUploadCommand(target));
    const upload = { Bucket: target.Bucket, Key: key, UploadId };
    try {
      const Parts: CompletedPart[] = [];
      for (let start = 0; start < sizeBytes; start += COPIED_BYTES) {
        const range = `bytes=${start}-${Math.min(start + COPIED_BYTES, sizeBytes) - 1}`;
        const part = {
          ...upload,
          PartNumber: Parts.length + 1,
          CopySource: `${target.Bucket}/${from}`,
          CopySourceRange: range,
        };
        const { CopyPartResult } = await this.client.send(new UploadPartCopyCommand(part));
        Parts.push({ ETag: CopyPartResult?.ETag, PartNumber: part.PartNumber });
      }
      await this.client.send(
        new CompleteMultipartUploadCommand({ ...upload, ...onlyNew(target), MultipartUpload: { Parts } }),
      );
    } catch (error) {
      // The sweep aborts what cannot be aborted now. The caller needs the failure of the copy.
      await this.client.send(new AbortMultipartUploadCommand(upload)).catch(() => undefined);
      throw error;
    }
  }

  private target(
    key: string,
    options: WriteOptions,
  ): {
    Bucket: string;
    Key: string;
    IfNoneMatch?: string;
    ObjectLockMode?: ObjectLockMode;
    ObjectLockRetainUntilDate?: Date;
  } {
    const { bucket, conditional, objectLockDays } = this.location;
    return {
      Bucket: bucket,
      Key: key,
      ...(options.onlyNew && conditional ? { IfNoneMatch: '*' } : {}),
      ...(options.lock && objectLockDays !== undefined
        ? { ObjectLockMode: 'COMPLIANCE', ObjectLockRetainUntilDate: new Date(Date.now() + objectLockDays * DAY_MS) }
        : {}),
    };
  }
}

const onlyNew = ({ IfNoneMatch }: { readonly IfNoneMatch?: string }): { IfNoneMatch?: string } =>
  IfNoneMatch === undefined ? {} : { IfNoneMatch };
