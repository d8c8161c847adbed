import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { checkFilePath, type NamedFiles } from '@parley/blobs';
import { ObjectWriter } from './object-writer';
import { absence, asBlobsError, isTaken } from './s3-failure';
import type { S3Location } from './s3-location';

/** Keeps files as objects under a prefix, each under its own name. */
export class S3Files implements NamedFiles {
  private readonly writer: ObjectWriter;

  /** @param prefix ends with `/` */
  constructor(
    private readonly client: S3Client,
    private readonly location: S3Location,
    private readonly prefix: string,
  ) {
    this.writer = new ObjectWriter(client, location);
  }

  read(path: string): Promise<Uint8Array | undefined> {
    return this.told(async () => {
      const object = await this.client
        .send(new GetObjectCommand({ Bucket: this.location.bucket, Key: this.keyOf(path) }))
        .catch(absence);
      if (typeof object !== 'object') return undefined;
      if (!(object.Body instanceof Readable)) throw new TypeError('an object came without its bytes');
      return buffer(object.Body);
    });
  }

  async write(path: string, bytes: Uint8Array): Promise<void> {
    await this.told(() => this.put(path, bytes, false));
  }

  /**
   * Where the storage knows no conditional writes, two writers in the same moment may both be told that they wrote: a
   * reader looks again afterwards.
   */
  async create(path: string, bytes: Uint8Array): Promise<boolean> {
    if (!this.location.conditional && (await this.read(path))) return false;
    return this.told(async () => {
      try {
        await this.put(path, bytes, true);
        return true;
      } catch (error) {
        if (isTaken(error)) return false;
        throw error;
      }
    });
  }

  private put(path: string, bytes: Uint8Array, onlyNew: boolean): Promise<void> {
    return this.writer.write(this.keyOf(path), Buffer.from(bytes), { onlyNew, lock: false });
  }

  private keyOf(path: string): string {
    return `${this.prefix}${checkFilePath(path)}`;
  }

  private async told<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      throw asBlobsError(error, this.location);
    }
  }
}
