import { refuse, type Refused, type Sha256 } from '@parley/kernel';
import { uploadRefusals } from '../application/uploads/upload-refusals';

type Header = string | readonly string[] | undefined;

/** One member `sha-256=:…:` of an RFC 9530 dictionary; members of other algorithms are passed over. */
const SHA256_MEMBER = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):\s*(?=$|,|;)/g;

/**
 * The SHA-256 that a request announces in `Repr-Digest` or `Content-Digest`; without a content coding both are of the
 * same bytes.
 * @returns a refusal when there is none, it is malformed, or the two differ
 */
export function announcedDigest(headers: Readonly<Record<string, Header>>): Sha256 | Refused {
  const given = [headers['repr-digest'], headers['content-digest']].flatMap((header) =>
    header === undefined ? [] : [String(header)],
  );
  if (given.length === 0) return refuse(uploadRefusals.digestMissing);
  const digests = given.map((header) =>
    [...header.matchAll(SHA256_MEMBER)].map(([, base64 = '']) => Buffer.from(base64, 'base64').toString('hex')),
  );
  const [digest, ...others] = new Set(digests.flat());
  if (digest === undefined || others.length > 0 || digests.some(({ length }) => length !== 1))
    return refuse(uploadRefusals.digestMalformed);
  return digest as Sha256;
}

/** The header of a representation with this digest. */
export const reprDigest = (digest: Sha256): string => `sha-256=:${Buffer.from(digest, 'hex').toString('base64')}:`;
