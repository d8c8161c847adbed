import { ApiSchema } from '@nestjs/swagger';
import type { Sha256 } from '@parley/kernel';
import { AuthoredText, EnumField, Sha256Field, Shown, TextsField } from '@parley/http';
import { URGENCY_GROUNDS, type UrgencyGround } from './urgency.rules';

@ApiSchema({ description: 'Why a case is held to be urgent.' })
export class UrgencyRequest {
  @EnumField({
    meaning: 'Ground of urgency: perishable goods, an irreversible measure, safety, an incident.',
    example: 'perishable',
    values: URGENCY_GROUNDS,
  })
  readonly ground: UrgencyGround;

  @TextsField({
    meaning: 'Why.',
    example: [{ lang: 'en', text: 'The fruit is held at the port and spoils within a week.', kind: 'original' }],
    max: 10_000,
    multiline: true,
  })
  readonly reasons: readonly AuthoredText[];
}

export class UrgencyRefusalRequest {
  @Sha256Field({
    meaning: 'Digest of the refusal, as it is shown: the signature is over this.',
    example: '5e1d6bd7'.repeat(8),
  })
  readonly digest: Sha256;
}

export const URGENCY_STATUSES = ['claimed', 'granted', 'refused'] as const;

@ApiSchema({ description: 'Urgency as it was claimed.' })
class ClaimedUrgencyShown {
  @Shown({ meaning: 'Ground of urgency.', values: URGENCY_GROUNDS })
  readonly ground: string;

  @Shown({ meaning: 'Why.', type: () => AuthoredText, list: true })
  readonly reasons: readonly AuthoredText[];
}

@ApiSchema({ description: 'Claimed urgency, as the parties and the panel see it.' })
export class UrgencyShown extends ClaimedUrgencyShown {
  @Shown({
    meaning:
      'Claimed, and so in force; granted by the co-heads’ silence; or refused, by both co-heads or by the panel.',
    values: URGENCY_STATUSES,
  })
  readonly status: string;
}

@ApiSchema({ description: 'What a co-head signs over to refuse urgency.' })
class SignedRefusalShown {
  @Shown({ meaning: 'The case.', format: 'uuid' })
  readonly case: string;

  @Shown({ meaning: 'The claim.', type: () => ClaimedUrgencyShown })
  readonly urgency: ClaimedUrgencyShown;

  @Shown({ meaning: 'The verdict.', values: ['refused'] })
  readonly verdict: string;
}

@ApiSchema({ description: 'Claimed urgency with what the co-heads sign.' })
export class UrgencyRefusalShown extends UrgencyShown {
  @Shown({ meaning: 'What a co-head signs to refuse: SHA-256 of the canonical JSON of `signed`.', kind: 'digest' })
  readonly digest: string;

  @Shown({ meaning: 'What the digest is over.', type: () => SignedRefusalShown })
  readonly signed: SignedRefusalShown;

  @Shown({ meaning: 'Parties whose co-head has signed the refusal.', type: () => String, list: true, kind: 'party' })
  readonly refusedBy: readonly string[];
}
