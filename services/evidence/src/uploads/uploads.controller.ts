import { createHash, randomUUID } from 'node:crypto';
import { Controller, Inject, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { mayActOutsideCases, type Caller } from '@parley/access';
import { refuse } from '@parley/kernel';
import { Roles } from '@parley/auth';
import {
  CurrentCaller,
  problemCatalogue,
  ProblemError,
  Refuses,
  Upload,
  Uploaded,
  type ReceivedUpload,
} from '@parley/http';
import type { FastifyRequest } from 'fastify';
import { MOST_UPLOAD_BYTES, Uploads, type Received } from './uploads';
import { uploadRefusals } from './upload-refusals';
import { announcedDigest, UploadShown } from './uploads.response';

const UPLOADING = { as: ['desk', 'registry'], rule: 'I-33' } as const;
const EXAMPLE = 'test';
const DIGEST_EXAMPLE = `sha-256=:${createHash('sha256').update(EXAMPLE).digest('base64')}:`;

@ApiTags('Evidence')
@Controller('v1/uploads')
export class UploadsController {
  constructor(@Inject(Uploads) private readonly uploads: Uploads) {}

  @Post()
  @Roles({ rule: UPLOADING.rule }, 'desk', 'registry')
  @ApiOperation({
    summary: 'Upload bytes for an act to refer to',
    description:
      'The raw bytes, 1 byte to 100 MiB, chunked or with `Content-Length`. An upload is no act and ' +
      'leaves nothing on the record; only the same ' +
      'party may refer to it, within 24 hours. Cut off, too large, slower than ' +
      '32 KiB within each 30 seconds, or of another digest than announced: nothing stays.',
  })
  @Upload({ maxBytes: MOST_UPLOAD_BYTES, example: EXAMPLE })
  @ApiHeader({
    name: 'Repr-Digest',
    description: 'SHA-256 of the bytes (RFC 9530); this or `Content-Digest`.',
    required: false,
    example: DIGEST_EXAMPLE,
  })
  @ApiHeader({
    name: 'Content-Digest',
    description: 'SHA-256 of the bytes (RFC 9530); this or `Repr-Digest`.',
    required: false,
    example: DIGEST_EXAMPLE,
  })
  @ApiCreatedResponse({ type: UploadShown })
  @Refuses(...Object.values(uploadRefusals))
  async uploadFile(
    @CurrentCaller() caller: Caller,
    @Uploaded() upload: ReceivedUpload,
    @Req() { headers }: FastifyRequest,
  ): Promise<UploadShown> {
    const may = mayActOutsideCases(UPLOADING, caller);
    if (may.kind === 'refused') throw ProblemError.refused(may);
    const { actor } = may;
    if (actor.kind !== 'person' || actor.party === null) throw new ProblemError(problemCatalogue.roleRequired);
    if ((headers['content-encoding'] ?? 'identity') !== 'identity')
      throw new ProblemError(problemCatalogue.wrongContentType);
    const digest = announcedDigest(headers);
    if (typeof digest !== 'string') throw ProblemError.refused(digest);
    const { personId: by, party } = actor;
    return shown(
      await this.uploads.receive({
        uploadId: randomUUID(),
        party,
        by,
        digest,
        bytes: () => upload.stream(),
        limitBytes: MOST_UPLOAD_BYTES,
      }),
    );
  }
}

function shown(received: Received): UploadShown {
  switch (received.kind) {
    case 'received': {
      const { uploadId, digest, sizeBytes } = received.upload;
      return { uploadId, digest, sizeBytes, expiresAt: received.expiresAt.toISOString() };
    }
    case 'too-large':
      throw new ProblemError(problemCatalogue.bodyTooLarge);
    case 'empty':
      throw ProblemError.refused(refuse(uploadRefusals.empty));
    case 'too-many':
      throw ProblemError.refused(refuse(uploadRefusals.tooMany));
    case 'digest-differs':
      throw ProblemError.refused(refuse(uploadRefusals.digestDiffers));
  }
}
