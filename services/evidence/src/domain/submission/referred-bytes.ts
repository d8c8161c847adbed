import { refuse, type PartyCode, type Refused } from '@parley/kernel';
import type { FiledBytes } from '../exhibit';
import type { ReferredBytes } from '../exhibit-commands';
import { refusals } from '../refusals';

/**
 * The bytes of an upload that a party refers to. An upload of the other party answers as one that does not exist.
 * @param path of the object that holds `uploadId` and `digest`, as a JSON pointer
 */
export function bytesReferredTo(
  { upload, digest, fileName, mediaType }: ReferredBytes,
  party: PartyCode,
  path: string,
): FiledBytes | Refused {
  if (upload?.party !== party) return refuse(refusals.uploadUnknown, `${path}/uploadId`);
  if (upload.digest !== digest) return refuse(refusals.digestDiffers, `${path}/digest`);
  return { digest, sizeBytes: upload.sizeBytes, fileName, mediaType };
}

export const isRefused = (bytes: FiledBytes | Refused): bytes is Refused => 'kind' in bytes;
