import { EYES, type Eyes } from './merge-streams';
import { EnumField, PastInstantField } from '@parley/http';

export class DifferenceQuery {
  @PastInstantField({
    meaning: 'The first instant. In an address `+` is written %2B.',
    example: '2025-02-10T00:00:00Z',
  })
  readonly from: string;

  @PastInstantField({
    meaning: 'The second instant, not before the first; now when left out.',
    example: '2025-03-01T00:00:00Z',
    optional: true,
  })
  readonly to?: string;
}

export class StateQuery {
  @PastInstantField({
    meaning: 'Only what had been recorded by then counts; now when left out. In an address `+` is written %2B.',
    example: '2025-03-01T00:00:00Z',
    optional: true,
  })
  readonly asOf?: string;

  @EnumField({
    meaning:
      'Through whose eyes: at the tiers that were theirs at that instant, and never more than you may ' +
      'read yourself. Your own when left out.',
    example: 'complainant',
    values: EYES,
    optional: true,
  })
  readonly as?: Eyes;
}
