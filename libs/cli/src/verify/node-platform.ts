import { createHash } from 'node:crypto';
import { nodeSignatureChecks } from '@parley/event-store/node-signatures';
import { nodeChecks } from '@parley/transparency/node-checks';
import type { Platform } from './platform';

/** The primitives of Node. */
export const nodePlatform: Platform = {
  checks: nodeChecks,
  signatures: nodeSignatureChecks,
  digests: async (bytes) => {
    const hashes = { sha256: createHash('sha256'), sha512: createHash('sha512') };
    let size = 0;
    for await (const part of bytes) {
      hashes.sha256.update(part);
      hashes.sha512.update(part);
      size += part.byteLength;
    }
    return { sha256: hashes.sha256.digest('hex'), sha512: hashes.sha512.digest('hex'), size };
  },
  sha256: async (bytes) => {
    const hashed = createHash('sha256');
    for await (const part of bytes) hashed.update(part);
    return hashed.digest('hex');
  },
};
