import { InstantField, Sha256Field, TextField, TextsField, type AuthoredText } from '@parley/http';

export class CallTimeRequest {
  @InstantField({
    meaning:
      'Another time for the call. The other side is awaited at it, and a call that it does not ' +
      'take is unanswered by it.',
    example: '2025-03-06T14:00:00+01:00',
  })
  readonly proposedFor: string;
}

export class MinutesRequest {
  @TextField({ meaning: 'Id of the call, which was answered.', example: 'call:1', max: 20 })
  readonly callId: string;

  @TextsField({
    meaning: 'What was said, as your side holds it.',
    example: [{ lang: 'en', text: 'Both sides explained their figures.', kind: 'original' }],
    max: 20_000,
    multiline: true,
  })
  readonly text: readonly AuthoredText[];
}

export class MinutesSignatureRequest {
  @Sha256Field({
    meaning: 'Digest of the minutes as they stand: SHA-256 over the canonical JSON of `{caseId, callId, text}`.',
    example: 'e2ef0726d33fecb01f890c261c13b5886a7c30cdacb42b07a1cb56ee13475339',
  })
  readonly digest: string;
}
