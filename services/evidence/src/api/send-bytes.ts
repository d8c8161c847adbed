import type { Readable } from 'node:stream';
import { refuse, type CaseId } from '@parley/kernel';
import { ProblemError } from '@parley/http';
import type { FastifyReply } from 'fastify';
import type { ExhibitBytes } from '../application/reading/exhibit-bytes';
import type { Copy, FiledBytes } from '../domain/exhibit';
import { refusals } from '../domain/refusals';
import type { Original } from '../domain/translation/original';
import { reprDigest } from './repr-digest';

export const BYTES = {
  description: 'The bytes, with `Repr-Digest`.',
  schema: { type: 'string', format: 'binary' },
} as const;
export const CHECKED =
  'Checked against the digest on the way: bytes that are not those accepted are never handed out as complete (I-33).';

/** Hands out a copy as an attachment. @throws ProblemError when its bytes are not those that were accepted */
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
    'content-type': file.mediaType,
    'content-length': file.sizeBytes,
    'content-disposition': attachment(file.fileName),
    'repr-digest': reprDigest(file.digest),
  });
  return bytes;
}

/** Never shown inside a page of ours: what a party files may be a page itself. RFC 6266, with the name in UTF-8. */
const attachment = (fileName: string): string =>
  `attachment; filename*=UTF-8''${encodeURIComponent(fileName).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)}`;
