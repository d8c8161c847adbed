import { randomUUID } from 'node:crypto';
import { addAbortSignal, Readable } from 'node:stream';
import { Controller, Inject, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { mayActOutsideCases, type Caller } from '@parley/access';
import { refuse } from '@parley/kernel';
import { CurrentCaller, problemCatalogue, ProblemError, Refuses, Roles } from '@parley/platform';
import type { FastifyRequest } from 'fastify';
import { LONGEST_UPLOAD_MS, MOST_UPLOAD_BYTES } from '../application/uploads/upload-limits';
import { uploadRefusals } from '../application/uploads/upload-refusals';
import { Uploads, type Received } from '../application/uploads/uploads';
import { announcedDigest } from './repr-digest';
import { UPLOAD_CONTENT, UPLOADS_PATH } from './upload-body';
import { UploadShown } from './upload.response';

const UPLOADING = { as: ['desk'], rule: 'I-33' } as const;
const DIGEST_EXAMPLE = 'sha-256=:n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=:';

@ApiTags('Evidence')
@Controller(UPLOADS_PATH)
export class UploadsController {
  constructor(@Inject(Uploads) private readonly uploads: Uploads) {}

  @Post()
  @Roles({ rule: UPLOADING.rule }, 'desk')
  @ApiOperation({
    summary: 'Upload bytes for an act to refer to',
    description:
      'The raw bytes, 1 byte to 100 MiB, chunked or with `Content-Length`. An upload is no act and leaves nothing on the record; only the same ' +
      'party may refer to it, within 24 hours. Cut off, too large, or of another digest than announced: nothing stays.',
  })
  @ApiConsumes(UPLOAD_CONTENT)
  @ApiBody({ description: 'The bytes as they are.', schema: { type: 'string', format: 'binary', maxLength: MOST_UPLOAD_BYTES } })
  @ApiHeader({ name: 'Repr-Digest', description: 'SHA-256 of the bytes (RFC 9530); this or `Content-Digest`.', required: false, example: DIGEST_EXAMPLE })
  @ApiHeader({ name: 'Content-Digest', description: 'SHA-256 of the bytes (RFC 9530); this or `Repr-Digest`.', required: false, example: DIGEST_EXAMPLE })
  @ApiCreatedResponse({ type: UploadShown })
  @Refuses(...Object.values(uploadRefusals))
  async upload(@CurrentCaller() caller: Caller, @Req() request: FastifyRequest): Promise<UploadShown> {
    const may = mayActOutsideCases(UPLOADING, caller);
    if (may.kind === 'refused') throw ProblemError.refused(may);
    const { actor } = may;
    if (actor.kind !== 'person' || actor.party === null) throw new ProblemError(problemCatalogue.roleRequired);
    const bytes = bodyOf(request);
    const digest = announcedDigest(request.headers);
    if (typeof digest !== 'string') throw ProblemError.refused(digest);
    const incoming = { uploadId: randomUUID(), party: actor.party, by: actor.personId, digest, bytes, limitBytes: MOST_UPLOAD_BYTES };
    return shown(await this.uploads.receive(incoming).catch((error: unknown) => cutOff(bytes, error)));
  }
}

/** The bytes, unread. @throws ProblemError 415 for another body, 413 for one that announces itself as too large */
function bodyOf({ body, headers }: FastifyRequest): Readable {
  const coding = headers['content-encoding'] ?? 'identity';
  if (!(body instanceof Readable) || coding !== 'identity') throw new ProblemError(problemCatalogue.wrongContentType);
  if (Number(headers['content-length'] ?? 0) > MOST_UPLOAD_BYTES) throw tooLarge();
  return addAbortSignal(AbortSignal.timeout(LONGEST_UPLOAD_MS), body);
}

/** An error of the sender's own stream is no failure of ours, and mostly nobody is left to hear of it. */
function cutOff(bytes: Readable, error: unknown): never {
  throw bytes.errored === error ? new ProblemError(problemCatalogue.requestTimeout) : error;
}

function shown(received: Received): UploadShown {
  switch (received.kind) {
    case 'received': {
      const { uploadId, digest, sizeBytes } = received.upload;
      return { uploadId, digest, sizeBytes, expiresAt: received.expiresAt.toISOString() };
    }
    case 'too-large':
      throw tooLarge();
    case 'empty':
      throw ProblemError.refused(refuse(uploadRefusals.empty));
    case 'too-many':
      throw ProblemError.refused(refuse(uploadRefusals.tooMany));
    case 'digest-differs':
      throw ProblemError.refused(refuse(uploadRefusals.digestDiffers));
  }
}

/** What was not read cannot be told from a next request, so the connection ends with the answer. */
const tooLarge = (): ProblemError => new ProblemError(problemCatalogue.bodyTooLarge, [], { connection: 'close' });
