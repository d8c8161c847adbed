import { DateField, EnumField, EnumListField, IntField, TextField, TextListField } from '@parley/http';
import type { Language, IsoDate, PersonId } from '@parley/kernel';
import type { AvailabilityStatement } from './register.rules';

/** Pseudonym of a person, as tokens carry it. ASCII, so that a roster's order is the order of its bytes. */
export const PERSON_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

export class RosterMemberRequest {
  @TextField({
    meaning: 'Pseudonym of the person: the code of its side, a dash, and the `sub` of its tokens; no name.',
    example: 'us-panel-1',
    max: 100,
    pattern: PERSON_ID,
  })
  readonly personId: PersonId;

  @TextListField({
    meaning: 'Fields of law or trade in which the person is at home.',
    example: ['tariffs', 'subsidies'],
    max: 10,
    unique: true,
    of: { max: 60 },
  })
  readonly expertise: readonly string[];

  @EnumListField({
    meaning: 'Working languages.',
    example: ['en'],
    min: 1,
    max: 2,
    unique: true,
    values: ['en', 'zh-Hans'],
  })
  readonly languages: readonly Language[];
}

/** A month at the seat, `2025-03`. */
export const MONTH = /^2\d{3}-(0[1-9]|1[0-2])$/;

export const AVAILABILITIES = ['available', 'limited', 'unavailable'] as const;

export class DutyRosterRequest {
  @TextField({
    meaning: 'The month at the seat, the one that runs or one of the twelve after it.',
    example: '2026-03',
    max: 7,
    pattern: MONTH,
  })
  readonly month: string;

  @TextListField({
    meaning: 'Pseudonyms of who serves, each on the side’s roster.',
    example: ['us-panel-1', 'us-panel-2'],
    min: 1,
    max: 30,
    unique: true,
    of: { max: 100, pattern: PERSON_ID },
  })
  readonly members: readonly PersonId[];
}

export class AvailabilityRequest {
  @EnumField({ meaning: 'How much time the member has.', example: 'available', values: AVAILABILITIES })
  readonly availability: AvailabilityStatement['availability'];

  @DateField({
    meaning: 'Last day for which this is said; left out, it stands until something else is said.',
    example: '2026-03-31',
    optional: true,
  })
  readonly until?: IsoDate;

  @IntField({
    meaning: 'Panels and other matters of the secretariat on which the member sits now.',
    example: 1,
    min: 0,
    max: 100,
  })
  readonly caseload: number;
}
