import { EnumField, InstantField, ListRequest, PastInstantField, TextField } from '@parley/http';
import { EYES, type Eyes } from './merge-streams';
import { ASKED_KINDS, PARTS_OF_A_CASE, type Narrowing } from './narrow-history';

/** The list that a history is, for its cursors. */
export const historyList = (caseId: string): string => `history:${caseId}`;

/** A page of a history, of all of it or of what is asked for. */
export class HistoryRequest extends ListRequest implements Narrowing {
  @EnumField({
    meaning: 'Only this kind; all but plumbing when left out.',
    values: ASKED_KINDS,
    example: 'milestone',
    optional: true,
  })
  readonly kind?: (typeof ASKED_KINDS)[number];

  @EnumField({
    meaning: 'Only what this service recorded.',
    values: PARTS_OF_A_CASE,
    example: 'intake',
    optional: true,
  })
  readonly part?: string;

  @EnumField({
    meaning: 'Only what these may read; `PUBLIC` gives what everybody may know.',
    values: ['PUBLIC', 'PARTIES', 'PANEL', 'DELIBERATION', 'FILER', 'DESKS'],
    example: 'PUBLIC',
    optional: true,
  })
  readonly tier?: string;

  @TextField({ meaning: 'Only what happened under this rule.', example: 'S4', max: 100, optional: true })
  readonly rule?: string;

  @TextField({ meaning: 'Only what this person did.', example: 'cn-desk', max: 200, optional: true })
  readonly by?: string;

  @InstantField({ meaning: 'Only from this instant in law on.', example: '2025-02-10T00:00:00Z', optional: true })
  readonly from?: string;

  @InstantField({ meaning: 'Only before this instant in law.', example: '2025-03-01T00:00:00Z', optional: true })
  readonly to?: string;
}

/** Asks for a history with its plumbing. */
export const EVERYTHING: HistoryRequest & { readonly kind: 'all' } = { kind: 'all' };

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
