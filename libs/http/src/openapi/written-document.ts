import { createHash } from 'node:crypto';
import type { OpenAPIObject } from '@nestjs/swagger';

/** A document as bytes. */
export interface WrittenDocument {
  readonly of: OpenAPIObject;
  /** Its `ETag`. It is weak, since every form bears it. */
  readonly tag: string;
  readonly json: Buffer;
}

/** Writes a document. */
export function written(document: OpenAPIObject): WrittenDocument {
  const json = Buffer.from(JSON.stringify(document));
  const tag = `W/"${createHash('sha256').update(json).digest('base64url').slice(0, 22)}"`;
  return { of: document, tag, json };
}
