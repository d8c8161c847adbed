import { Shown } from '@parley/http';

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
    example: '2025-02-06T08:00:00.000Z',
  })
  readonly expiresAt: string;
}
