import { Sha256Field, TextField, UuidField } from '@parley/http';

/** A base name that every system can write down: no path, no drive, no wildcard, not hidden, not `..`. */
const FILE_NAME = /^[^./\\:*?"<>|][^/\\:*?"<>|]*(?<![. ])$/u;
const MEDIA_TYPE = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,62}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,62}$/;

/** A finished upload, and the file that it is to be. */
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
  readonly digest: string;

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
