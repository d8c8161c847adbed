import { createHash } from 'node:crypto';
import { constants, gzipSync } from 'node:zlib';
import type { OpenAPIObject } from '@nestjs/swagger';

/** A document as bytes. */
export interface WrittenDocument {
  readonly of: OpenAPIObject;
  /** Its `ETag`. It is weak, since both forms bear it. */
  readonly tag: string;
  readonly json: Buffer;
  readonly gzip: Buffer;
}

/** Writes a document and compresses it, some 50 ms of work. */
export function written(document: OpenAPIObject): WrittenDocument {
  const json = Buffer.from(JSON.stringify(document));
  return {
    of: document,
    tag: `W/"${createHash('sha256').update(json).digest('base64url').slice(0, 22)}"`,
    json,
    gzip: gzipSync(json, { level: constants.Z_BEST_COMPRESSION }),
  };
}
