import { EnumField } from '@parley/http';
import type { UrgencyVerdict } from './tracks.rules';

export const URGENCY_VERDICTS = ['confirmed', 'refused'] as const;

export class UrgencyViewRequest {
  @EnumField({
    meaning: '`refused` puts the case on the standard track, once a majority with a member of each side says so.',
    example: 'confirmed',
    values: URGENCY_VERDICTS,
  })
  readonly verdict: UrgencyVerdict;
}
