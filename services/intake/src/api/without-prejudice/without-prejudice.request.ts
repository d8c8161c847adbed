import { Sha256Field, TextsField, type AuthoredText } from '@parley/http';

export class WithoutPrejudiceRequest {
  @TextsField({
    meaning: 'What is said without prejudice.',
    example: [{ lang: 'en', text: 'We could accept a phase-out over two years.', kind: 'original' }],
    max: 20_000,
    multiline: true,
  })
  readonly text: readonly AuthoredText[];
}

export class ReleaseConsentRequest {
  @Sha256Field({
    meaning: 'Digest of the statement as it stands: SHA-256 over the canonical JSON of `{caseId, statementId, text}`.',
    example: 'e2ef0726d33fecb01f890c261c13b5886a7c30cdacb42b07a1cb56ee13475339',
  })
  readonly digest: string;
}
