import { EnumField, InstantField } from '@parley/http';

export const COMPLETENESS_FINDINGS = ['complete', 'deficient'] as const;

export class CompletenessRequest {
  @EnumField({
    meaning:
      'What the registry finds. It checks form only, so the automatic check must agree: `deficient` ' +
      'lists what that check lists.',
    example: 'complete',
    values: COMPLETENESS_FINDINGS,
  })
  readonly finding: (typeof COMPLETENESS_FINDINGS)[number];
}

export class OfferCallRequest {
  @InstantField({
    meaning:
      'When the call is to take place. An offer that is not answered by then is unanswered, which is a public fact.',
    example: '2025-03-05T09:00:00+01:00',
  })
  readonly proposedFor: string;
}
