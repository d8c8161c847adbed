import type { Sha256 } from '@parley/kernel';
import { CaseField, EnumField, Sha256Field, TextField, TextsField, type AuthoredText } from '@parley/http';
import { GRADES, type Grade } from './hotline.rules';

export class HotlineRequest {
  @EnumField({
    meaning: 'How much haste it has: a crisis is to be acknowledged within minutes, what is routine within a day.',
    example: 'routine',
    values: GRADES,
  })
  readonly grade: Grade;

  @CaseField({
    meaning: 'The case that it is about, by id or docket number; left out where it is about none.',
    example: '5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11',
    optional: true,
  })
  readonly caseId?: string;

  @TextsField({
    meaning: 'What it is about: for the two desks and the co-heads.',
    example: [{ lang: 'en', text: 'Perishable goods are held at the port.', kind: 'original' }],
    max: 10_000,
    multiline: true,
  })
  readonly subject: readonly AuthoredText[];
}

export class AcknowledgementRequest {
  @TextField({
    meaning: 'Office in which the person acknowledges, as the other side may name it.',
    example: 'Director, Bureau of Fair Trade',
    max: 200,
  })
  readonly office: string;

  @TextsField({
    meaning: 'What is said in answer; may be empty.',
    example: [{ lang: 'en', text: 'We call back within the hour.', kind: 'original' }],
    min: 0,
    max: 10_000,
    multiline: true,
  })
  readonly text: readonly AuthoredText[];
}

export class CrisisNonceCommitmentRequest {
  @Sha256Field({
    meaning: 'SHA-256 of the nonce: of its 64 lower-case hexadecimal characters, as text.',
    example: 'a8ae6e6ee929abea3afcfc5258c8ccd6f85273e0d4626d26c7279f3250f77c8e',
  })
  readonly commitment: Sha256;
}

export class CrisisNonceRequest {
  @TextField({
    meaning: 'The nonce: 64 lower-case hexadecimal characters.',
    example: '0123456789abcdef'.repeat(4),
    max: 64,
    pattern: /^[0-9a-f]{64}$/,
  })
  readonly nonce: string;
}

export class OptionsRequest {
  @TextsField({
    meaning: 'What the team thinks can be done.',
    example: [{ lang: 'en', text: 'Option A: release under bond.', kind: 'original' }],
    max: 50_000,
    multiline: true,
  })
  readonly text: readonly AuthoredText[];
}

export class OptionsSignatureRequest {
  @Sha256Field({
    meaning: 'Digest of the draft as it stands: SHA-256 over the canonical JSON of `{hotlineId, text}`.',
    example: '5e1d6bd7'.repeat(8),
  })
  readonly digest: Sha256;
}
