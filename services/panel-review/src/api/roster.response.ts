import { Shown } from '@parley/platform';

export class RosterMemberShown {
  @Shown({ meaning: 'Pseudonym of the person.', kind: 'person' })
  readonly personId: string;

  @Shown({ meaning: 'Fields of law or trade.', type: () => String, list: true, example: ['tariffs'], max: 60 })
  readonly expertise: readonly string[];

  @Shown({ meaning: 'Working languages.', list: true, values: ['en', 'zh-Hans'] })
  readonly languages: readonly string[];
}

export class RosterShown {
  @Shown({ meaning: 'Code of the side whose roster it is.', example: 'US', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: 'Eligible members in the order of listing.', type: () => RosterMemberShown, list: true })
  readonly members: readonly RosterMemberShown[];
}
