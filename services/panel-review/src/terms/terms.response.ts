import { ApiSchema } from '@nestjs/swagger';
import { Shown } from '@parley/http';
import type { Sha256 } from '@parley/kernel';
import { LANGUAGES } from './terms.rules';

@ApiSchema({ description: 'The times of the written submissions.' })
export class SubmissionsShown {
  @Shown({ meaning: 'Until when that of the complainant is to come (UTC).', format: 'date-time' })
  readonly complainant: string;

  @Shown({ meaning: 'Until when that of the respondent is to come (UTC).', format: 'date-time' })
  readonly respondent: string;
}

@ApiSchema({ description: 'Terms of reference and timetable of a review.' })
export class TermsShown {
  @Shown({
    meaning: 'The languages in which the panel and the parties write to each other.',
    values: LANGUAGES,
    list: true,
  })
  readonly languages: readonly string[];

  @Shown({ meaning: 'The times of the written submissions.', type: () => SubmissionsShown })
  readonly submissions: SubmissionsShown;

  @Shown({
    meaning: 'When the panel meets both parties (UTC); `null` for no meeting.',
    format: 'date-time',
    nullable: true,
  })
  readonly meetsAt: string | null;

  @Shown({ meaning: 'Every claim on record.', type: () => String, list: true, kind: 'claim' })
  readonly claims: readonly string[];

  @Shown({
    meaning: 'Every objection on record.',
    type: () => String,
    list: true,
    example: ['objection:1'],
    kind: 'word',
  })
  readonly objections: readonly string[];
}

@ApiSchema({ description: 'Terms that hold, and since when.' })
export class HeldTermsShown {
  @Shown({ meaning: 'The terms.', type: () => TermsShown })
  readonly terms: TermsShown;

  @Shown({
    meaning: 'The co-chairs who signed them; nobody signed those of the rules.',
    type: () => String,
    list: true,
    kind: 'person',
  })
  readonly signedBy: readonly string[];

  @Shown({ meaning: 'Since when they hold (UTC).', format: 'date-time' })
  readonly since: string;
}

@ApiSchema({ description: 'Terms that a co-chair has signed.' })
export class SignedTermsShown {
  @Shown({ meaning: 'The co-chair who signed them.', kind: 'person' })
  readonly by: string;

  @Shown({ meaning: 'The terms.', type: () => TermsShown })
  readonly terms: TermsShown;

  @Shown({ meaning: 'SHA-256 of the canonical JSON of the case and the terms.', kind: 'digest' })
  readonly digest: Sha256;
}
