import type { PersonId, Sha256 } from '@parley/kernel';
import { EnumField, InstantField, NestedField, Sha256Field, TextField } from '@parley/http';
import type { ChallengeVerdict } from '../challenges/challenges.rules';
import {
  ChallengeRequest,
  DisclosureRequest,
  NominationRequest,
  ReplacementRequest,
  VERDICTS,
} from '../composition/composition.request';
import { FindingsCertificationRequest } from '../findings/findings.request';
import { AnswerRequest, MaterialCommentRequest } from '../information/information.request';
import { InterimCommentRequest } from '../review/review.response';
import { PERSON_ID } from '../roster/roster.request';

const words = (text: string) => [{ lang: 'en', text, kind: 'original' }];

export class LateChallengeDecisionRequest {
  @TextField({ meaning: 'Id of the challenge within the case.', example: 'challenge:1', max: 40 })
  readonly challenge: string;

  @EnumField({ meaning: 'What the co-head decided.', example: 'upheld', values: VERDICTS })
  readonly verdict: ChallengeVerdict;

  @Sha256Field({
    meaning: 'Digest that the co-head signed: `digests` of the challenge for this verdict.',
    example: '5e1d6bd7'.repeat(8),
  })
  readonly digest: Sha256;
}

export class LateInformationAnswerRequest extends AnswerRequest {
  @TextField({ meaning: 'Id of the request within the case.', example: 'request:1', max: 40 })
  readonly request: string;
}

export class LateMaterialCommentRequest extends MaterialCommentRequest {
  @TextField({ meaning: 'Id of the expert’s report within the case.', example: 'report:1', max: 40 })
  readonly material: string;
}

/** An act that came by another channel, entered by the registry, with its author and the instant at which it came. */
export class PanelFallbackEntryRequest {
  @TextField({ meaning: 'By which way it came.', example: 'Note handed over at the seat', max: 300 })
  readonly channel: string;

  @InstantField({ meaning: 'When it came: its true instant of receipt.', example: '2025-02-21T15:45:00+01:00' })
  readonly cameAt: string;

  @TextField({
    meaning: 'Pseudonym of who acted, as the act names them.',
    example: 'us-desk',
    max: 100,
    pattern: PERSON_ID,
  })
  readonly from: PersonId;

  @TextField({ meaning: 'Code of the side whose act it is.', example: 'US', max: 2, pattern: /^[A-Z]{2}$/ })
  readonly party: string;

  @NestedField(() => NominationRequest, {
    meaning: 'A nomination by a desk.',
    example: { member: 'us-panel-1', coChair: true },
    optional: true,
  })
  readonly nomination?: NominationRequest;

  @NestedField(() => DisclosureRequest, {
    meaning: 'A nominee’s disclosure.',
    example: { statement: words('Nothing to disclose.') },
    optional: true,
  })
  readonly disclosure?: DisclosureRequest;

  @NestedField(() => ChallengeRequest, {
    meaning: 'A desk’s challenge of a member of the other side.',
    example: { member: 'cn-panel-1', grounds: words('Counsel in the same matter.') },
    optional: true,
  })
  readonly challenge?: ChallengeRequest;

  @NestedField(() => LateChallengeDecisionRequest, {
    meaning: 'A co-head’s decision on a challenge.',
    example: { challenge: 'challenge:1', verdict: 'upheld', digest: '5e1d6bd7'.repeat(8) },
    optional: true,
  })
  readonly challengeDecision?: LateChallengeDecisionRequest;

  @NestedField(() => ReplacementRequest, {
    meaning: 'A side’s one replacement of a member of the other side, without a reason.',
    example: { member: 'cn-panel-1' },
    optional: true,
  })
  readonly replacement?: ReplacementRequest;

  @NestedField(() => LateInformationAnswerRequest, {
    meaning: 'An answer to a request of the panel.',
    example: { request: 'request:1', answer: words('All of heading 7208.'), exhibits: [] },
    optional: true,
  })
  readonly informationAnswer?: LateInformationAnswerRequest;

  @NestedField(() => LateMaterialCommentRequest, {
    meaning: 'A party’s comment on the report of an expert.',
    example: { material: 'report:1', comment: words('The table omits the second quarter.') },
    optional: true,
  })
  readonly reportComment?: LateMaterialCommentRequest;

  @NestedField(() => InterimCommentRequest, {
    meaning: 'A party’s comment on the interim text.',
    example: { comment: words('The facts in paragraph 3 are incomplete.') },
    optional: true,
  })
  readonly interimComment?: InterimCommentRequest;

  @NestedField(() => FindingsCertificationRequest, {
    meaning: 'A co-head’s certification of the findings.',
    example: { digest: '5e1d6bd7'.repeat(8) },
    optional: true,
  })
  readonly certification?: FindingsCertificationRequest;
}
