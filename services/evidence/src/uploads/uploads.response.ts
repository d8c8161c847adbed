import { ApiSchema } from '@nestjs/swagger';
import type { Readable } from 'node:stream';
import { ProblemError, Sha256Field, Shown, TextField, UuidField } from '@parley/http';
import { refuse, type CaseId, type Refused, type Sha256 } from '@parley/kernel';
import type { FastifyReply } from 'fastify';
import { refusals } from '../casefile/refusals.rules';
import type { Copy, FiledBytes } from '../exhibits/exhibit-commands.rules';
import type { ExhibitBytes } from '../exhibits/sound-bytes';
import type { Original } from '../translations/translations.rules';
import { uploadRefusals } from './upload-refusals';

/** A base name that every system can store: no path, no drive, no wildcard, not hidden, not `..`. */
const FILE_NAME = /^[^./\\:*?"<>|][^/\\:*?"<>|]*(?<![. ])$/u;
const MEDIA_TYPE = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,62}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,62}$/;

/** A finished upload, and the name and type of the file that it becomes. */
export class UploadedFileRequest {
  @UuidField({
    meaning: 'The finished upload that holds the bytes; of your own party.',
    example: '3f1c9a52-6a1e-4a3b-9c4d-0123456789ab',
  })
  readonly uploadId: string;

  @Sha256Field({
    meaning: 'SHA-256 of the bytes; must be that of the upload.',
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  })
  readonly digest: Sha256;

  @TextField({
    meaning: 'Plain base name under which the file is kept and handed out; no path.',
    example: 'tariff-notice.pdf',
    max: 80,
    pattern: FILE_NAME,
  })
  readonly fileName: string;

  @TextField({
    meaning: 'Media type of the file (RFC 6838), lower-case, without parameters.',
    example: 'application/pdf',
    max: 127,
    pattern: MEDIA_TYPE,
  })
  readonly mediaType: string;
}

@ApiSchema({ description: 'Bytes for an act to refer to.' })
export class UploadShown {
  @Shown({
    meaning: 'Id under which an act refers to the upload.',
    format: 'uuid',
    example: '3f1c9a52-6a1e-4a3b-9c4d-0123456789ab',
  })
  readonly uploadId: string;

  @Shown({
    meaning: 'SHA-256 of the bytes received, lower-case hexadecimal; an act names it again.',
    kind: 'digest',
  })
  readonly digest: string;

  @Shown({ meaning: 'How many bytes were received.', example: 48_211, schema: { type: 'integer' } })
  readonly sizeBytes: number;

  @Shown({
    meaning: 'Until when an act must have referred to it (UTC, real time); then it is removed.',
    format: 'date-time',
  })
  readonly expiresAt: string;
}

type Header = string | readonly string[] | undefined;

/** One member `sha-256=:…:` of an RFC 9530 dictionary. Members of other algorithms are ignored. */
const SHA256_MEMBER = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):\s*(?=$|,|;)/g;

/**
 * The SHA-256 that a request announces in `Repr-Digest` or `Content-Digest`. Without a content coding both are digests
 * of the same bytes.
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

export const BYTES = {
  description: 'The bytes, with `Repr-Digest`.',
  schema: { type: 'string', format: 'binary' },
} as const;
export const CHECKED =
  'Checked against the digest on the way: bytes that are not those accepted are never handed out as complete (I-33).';

/**
 * A party may file a page or a script, whatever it calls the file. No browser may run it or show it as a page of ours.
 * The file's media type is shown where the file is listed.
 */
const NEVER_RUN = {
  'content-type': 'application/octet-stream',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
} as const;

/**
 * Hands out a copy as an attachment that no browser runs.
 * @throws ProblemError when its bytes are not those that were accepted
 */
export async function sendBytes(
  exhibits: ExhibitBytes,
  caseId: CaseId,
  original: Pick<Original, 'number' | 'damage'>,
  copy: Copy,
  file: FiledBytes,
  reply: FastifyReply,
): Promise<Readable> {
  const bytes = await exhibits.open(caseId, original, copy, file);
  if (!bytes) throw ProblemError.refused(refuse(refusals.exhibitCorrupted));
  void reply.headers({
    ...NEVER_RUN,
    'content-length': file.sizeBytes,
    'content-disposition': attachment(file.fileName),
    'repr-digest': reprDigest(file.digest),
  });
  return bytes;
}

/** Makes a browser save the file and not show it inside a page of ours. RFC 6266, with the name in UTF-8. */
const attachment = (fileName: string): string =>
  `attachment; filename*=UTF-8''${encodeURIComponent(fileName).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)}`;
