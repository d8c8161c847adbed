import { ApiSchema } from '@nestjs/swagger';
import { AuthoredText, Shown } from '@parley/http';
import type { PersonId } from '@parley/kernel';
import { UntranslatedShown } from '../findings/translations.response';
import { MARK_REASONS, type Marking } from './marks.rules';
import { counting } from './public-findings.rules';

@ApiSchema({ description: 'What a side marked as confidential.' })
export class MarkShown {
  @Shown({ meaning: 'Id of the mark within the case.', example: 'mark:1', kind: 'word' })
  readonly id: string;

  @Shown({ meaning: 'Code of the side that made it.', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: 'The passages.', type: () => String, list: true, example: ['17 yuan'], max: 50_000 })
  readonly passages: readonly string[];

  @Shown({ meaning: 'The side’s own exhibit or submission that they give away.', example: 'USA-1', kind: 'word' })
  readonly givesAway: string;

  @Shown({ meaning: 'Why it is confidential.', values: MARK_REASONS })
  readonly reason: string;

  @Shown({
    meaning: 'True where it is more than a side may have left out by itself: it needs leave of both co-chairs.',
    example: false,
  })
  readonly needsLeave: boolean;

  @Shown({ meaning: 'Pseudonyms of the co-chairs who gave leave.', type: () => String, list: true, kind: 'person' })
  readonly leaveBy: readonly string[];

  @Shown({
    meaning: 'True where it counts as it stands: what it names is left out of what is published.',
    example: true,
  })
  readonly counts: boolean;

  @Shown({ meaning: 'SHA-256 of the canonical JSON of case and mark: what co-chairs sign.', kind: 'digest' })
  readonly digest: string;

  @Shown({ meaning: 'When it was made (UTC).', format: 'date-time' })
  readonly markedAt: string;
}

@ApiSchema({ description: 'How much was left out of a text, why and on whose mark.' })
export class LeftOutShown {
  @Shown({ meaning: 'Id of the claim.', kind: 'claim' })
  readonly claimId: string;

  @Shown({
    meaning: 'The reasons, or the statement of the side of that role.',
    values: ['reasons', 'complainant', 'respondent'],
  })
  readonly part: string;

  @Shown({ meaning: 'Language of the text.', values: ['en', 'zh-Hans'] })
  readonly lang: string;

  @Shown({ meaning: 'Code of the side on whose mark.', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: 'Why.', values: MARK_REASONS })
  readonly reason: string;

  @Shown({ meaning: 'Characters that were left out.', example: 17, schema: { type: 'integer', minimum: 1 } })
  readonly characters: number;

  @Shown({ meaning: 'Characters of the whole text.', example: 400, schema: { type: 'integer', minimum: 1 } })
  readonly of: number;
}

@ApiSchema({ description: 'Separate statements as everybody reads them.' })
export class PublicStatementsShown {
  @Shown({
    meaning: 'Of the complainant’s side; `null` when none was given in time.',
    type: () => AuthoredText,
    list: true,
    nullable: true,
  })
  readonly complainant: readonly AuthoredText[] | null;

  @Shown({
    meaning: 'Of the respondent’s side; `null` when none was given in time.',
    type: () => AuthoredText,
    list: true,
    nullable: true,
  })
  readonly respondent: readonly AuthoredText[] | null;
}

@ApiSchema({ description: 'A finding as everybody reads it.' })
export class PublicFindingShown {
  @Shown({ meaning: 'Id of the claim.', kind: 'claim' })
  readonly claimId: string;

  @Shown({
    meaning: 'The reasons; `null` where none were adopted.',
    type: () => AuthoredText,
    list: true,
    nullable: true,
  })
  readonly reasons: readonly AuthoredText[] | null;

  @Shown({
    meaning: 'The separate statements; `null` where there are none.',
    type: () => PublicStatementsShown,
    nullable: true,
  })
  readonly statements: PublicStatementsShown | null;
}

@ApiSchema({ description: 'Reasons and statements as everybody reads them (I-75).' })
export class PublishedReasonsShown {
  @Shown({ meaning: 'When they were published (UTC).', format: 'date-time' })
  readonly at: string;

  @Shown({ meaning: 'What everybody reads, claim by claim.', type: () => PublicFindingShown, list: true })
  readonly findings: readonly PublicFindingShown[];

  @Shown({
    meaning: 'How much was left out of each text, why and on whose mark.',
    type: () => LeftOutShown,
    list: true,
  })
  readonly leftOut: readonly LeftOutShown[];

  @Shown({
    meaning: 'Texts of which the translation failed its time (I-57).',
    type: () => UntranslatedShown,
    list: true,
  })
  readonly untranslated: readonly UntranslatedShown[];
}

export const showMarks = ({ marks }: Marking, coChairs: readonly PersonId[]): readonly MarkShown[] =>
  marks.map((mark) => ({ ...mark, counts: counting([mark], coChairs).length > 0 }));
