import { ApiSchema } from '@nestjs/swagger';
import { AuthoredText, Shown } from '@parley/http';

@ApiSchema({ description: 'An expert whom a party proposes.' })
export class ProposedExpertShown {
  @Shown({ meaning: 'Id within the case.', example: 'expert:US:1', kind: 'word' })
  readonly id: string;

  @Shown({ meaning: 'Who it is.', type: () => AuthoredText, list: true })
  readonly name: readonly AuthoredText[];

  @Shown({
    meaning: 'Fields in which the expert is at home.',
    type: () => String,
    list: true,
    example: ['trade statistics'],
    max: 60,
  })
  readonly expertise: readonly string[];

  @Shown({
    meaning: 'Who would act as that expert here; `null` where the registry is to receive the report.',
    example: 'expert',
    kind: 'person',
    nullable: true,
  })
  readonly personId: string | null;
}

@ApiSchema({ description: 'A party’s list of experts.' })
export class ExpertListShown {
  @Shown({ meaning: 'Code of the party whose list it is.', example: 'US', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: 'Whom it proposes.', type: () => ProposedExpertShown, list: true })
  readonly experts: readonly ProposedExpertShown[];

  @Shown({ meaning: 'When (UTC).', format: 'date-time' })
  readonly proposedAt: string;
}

@ApiSchema({ description: 'What an expert disclosed.' })
export class ExpertDisclosureShown {
  @Shown({ meaning: 'What may bear on the report.', type: () => AuthoredText, list: true })
  readonly statement: readonly AuthoredText[];

  @Shown({ meaning: 'When it was disclosed (UTC).', format: 'date-time' })
  readonly disclosedAt: string;
}

@ApiSchema({ description: 'An expert on whom both co-chairs agreed.' })
export class TakenExpertShown {
  @Shown({ meaning: 'Id of the expert on whom both co-chairs agreed.', example: 'expert:US:1', kind: 'word' })
  readonly expertId: string;

  @Shown({ meaning: 'What is asked.', type: () => AuthoredText, list: true })
  readonly questions: readonly AuthoredText[];

  @Shown({ meaning: 'When they had agreed (UTC).', format: 'date-time' })
  readonly takenAt: string;

  @Shown({
    meaning: 'Id of the report; `null` before it is served.',
    example: 'report:1',
    kind: 'word',
    nullable: true,
  })
  readonly report: string | null;

  @Shown({
    meaning: 'Who acts as that expert here; `null` where the registry receives the report.',
    example: 'expert',
    kind: 'person',
    nullable: true,
  })
  readonly personId: string | null;

  @Shown({
    meaning: 'What the expert disclosed before the report; `null` where nothing was.',
    type: () => ExpertDisclosureShown,
    nullable: true,
  })
  readonly disclosure: ExpertDisclosureShown | null;
}
