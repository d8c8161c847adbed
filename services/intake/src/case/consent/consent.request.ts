import { ApiSchema } from '@nestjs/swagger';
import type { IsoDate, Sha256 } from '@parley/kernel';
import { DateField, IntField, ReasonField, ReasonRequest, Sha256Field, TextField } from '@parley/http';

@ApiSchema({ description: 'A proposal that consists of its reason alone.' })
export class ReasonedRequest {
  @ReasonField({
    meaning: 'Why, in either language or in both; it is shown to the public with what comes of it.',
    example: { en: 'The interpreters are ill.', 'zh-Hans': '译员患病。' },
  })
  readonly reason: ReasonRequest;
}

export class ExtensionRequest extends ReasonedRequest {
  @TextField({
    meaning: 'Id of the deadline within the case.',
    example: 'reply',
    max: 100,
    pattern: /^[a-z][A-Za-z0-9:-]*$/,
  })
  readonly deadline: string;

  @IntField({
    meaning: 'By how much, in the deadline’s own unit; at most what its clock allows, and once.',
    example: 5,
    min: 1,
    max: 1_000,
  })
  readonly by: number;
}

export class SuspensionRequest extends ReasonedRequest {
  @DateField({
    meaning:
      'Day at whose end the screening goes on by itself; left out, it goes on when both parties say so. ' +
      'Twelve months at most either way, all suspensions of the case together.',
    example: '2025-06-30',
    optional: true,
  })
  readonly until?: IsoDate;
}

export class RulesRequest extends ReasonedRequest {
  @TextField({
    meaning: 'Version of the rules, as /v1/procedure lists it; later than the one that the case has.',
    example: '2026-2',
    max: 20,
    pattern: /^\d{4}-\d{1,4}$/,
  })
  readonly version: string;
}

export class SignatureRequest {
  @Sha256Field({
    meaning: 'Digest of the proposal, as it is shown: the signature is over this.',
    example: '5e1d6bd7'.repeat(8),
  })
  readonly digest: Sha256;
}
