import { buffer } from 'node:stream/consumers';
import type { BlobStore } from '@parley/blobs';
import type { ReferredBytes } from '../../domain/exhibit-commands';
import type { RedactionCheck } from '../../domain/public-version/redaction';
import { openSound } from '../reading/sound-bytes';
import { checkRedaction, MOST_CHECKED_BYTES } from './check-redaction';

/** Searches uploads that are to become public versions. */
export class Redactions {
  constructor(private readonly blobs: BlobStore) {}

  /**
   * One that is not there, or is damaged, cannot be searched; whether it may be referred to at all is decided
   * elsewhere.
   */
  async check({ upload, fileName, mediaType }: ReferredBytes, passages: readonly string[]): Promise<RedactionCheck> {
    if (!upload) return { kind: 'uncheckable' };
    if (upload.sizeBytes > MOST_CHECKED_BYTES) return { kind: 'too-large' };
    const opened = await openSound(this.blobs, upload, true);
    return opened.kind === 'damaged'
      ? { kind: 'uncheckable' }
      : checkRedaction(await buffer(opened.bytes), { fileName, mediaType }, passages);
  }
}
