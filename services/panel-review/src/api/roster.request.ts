import { EnumListField, TextField, TextListField } from '@parley/http';
import type { Language } from '@parley/kernel';

/** Pseudonym of a person, as tokens carry it. ASCII, so that a roster's order is the order of its bytes. */
export const PERSON_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

export class RosterMemberRequest {
  @TextField({
    meaning: 'Pseudonym of the person, as the `sub` of the person’s token; no name.',
    example: 'us-panel-1',
    max: 100,
    pattern: PERSON_ID,
  })
  readonly personId: string;

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
