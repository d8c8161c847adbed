import type { Instant, PersonId, Sha256 } from '@parley/kernel';
import {
  MayComeLateRequest,
  BooleanField,
  EnumField,
  InstantField,
  Sha256Field,
  TextField,
  TextsField,
  type AuthoredText,
} from '@parley/http';
import type { ChallengeVerdict } from '../challenges/challenges.rules';
import { PERSON_ID } from '../roster/roster.request';

const words = (text: string) => [{ lang: 'en', text, kind: 'original' }];

export class NominationRequest extends MayComeLateRequest {
  @TextField({
    meaning: 'Pseudonym of the nominee, who stands on the side’s roster as it was frozen.',
    example: 'us-panel-1',
    max: 100,
    pattern: PERSON_ID,
  })
  readonly member: PersonId;

  @BooleanField({
    meaning:
      'Whether the side wishes this member for its co-chair (I-03); the first of its seats when it says so of nobody.',
    example: true,
    optional: true,
  })
  readonly coChair?: boolean;
}

export class DisclosureRequest {
  @TextsField({
    meaning: 'What the member discloses for this case: interests, ties and earlier work, or that there are none.',
    example: words('Nothing to disclose.'),
    max: 20_000,
    multiline: true,
  })
  readonly statement: readonly AuthoredText[];
}

export class ChallengeRequest extends MayComeLateRequest {
  @TextField({
    meaning: 'Pseudonym of the member challenged, nominated by the other side.',
    example: 'cn-panel-1',
    max: 100,
    pattern: PERSON_ID,
  })
  readonly member: PersonId;

  @TextsField({
    meaning: 'Grounds of the challenge.',
    example: words('Counsel in the same matter until last year.'),
    max: 20_000,
    multiline: true,
  })
  readonly grounds: readonly AuthoredText[];

  @InstantField({
    meaning: 'For a member who is seated: when the fact came to light, after the time for challenges.',
    example: '2025-06-02T09:00:00Z',
    optional: true,
  })
  readonly cameToLight?: Instant;
}

export const VERDICTS = ['upheld', 'not-upheld'] as const;

export class ChallengeDecisionRequest {
  @EnumField({
    meaning: '`upheld` removes the member, once both co-heads sign it; split or silent, the member stays.',
    example: 'not-upheld',
    values: VERDICTS,
  })
  readonly verdict: ChallengeVerdict;

  @Sha256Field({
    meaning: 'What is signed: `digests` of the challenge for this verdict, as `GET …/panel` shows it.',
    example: '5e1d6bd7'.repeat(8),
  })
  readonly digest: Sha256;
}

export class ReplacementRequest extends MayComeLateRequest {
  @TextField({
    meaning: 'Pseudonym of the member whose challenge was not upheld and who is to be replaced.',
    example: 'cn-panel-1',
    max: 100,
    pattern: PERSON_ID,
  })
  readonly member: PersonId;
}

export class RecusalRequest {
  @TextsField({ meaning: 'Why the member leaves.', example: words('Illness.'), min: 0, max: 5_000, multiline: true })
  readonly reason: readonly AuthoredText[];
}
