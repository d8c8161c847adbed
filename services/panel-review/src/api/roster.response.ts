import { Shown } from '@parley/platform';

export class RosterMemberShown {
  @Shown({ meaning: 'Pseudonym of the person.', example: 'us-panel-1' })
  readonly personId: string;

  @Shown({ meaning: 'Fields of law or trade.', type: () => String, list: true, example: ['tariffs'] })
  readonly expertise: readonly string[];

  @Shown({ meaning: 'Working languages.', type: () => String, list: true, example: ['en'] })
  readonly languages: readonly string[];
}

export class RosterShown {
  @Shown({ meaning: 'Code of the side whose roster it is.', example: 'US' })
  readonly party: string;

  @Shown({ meaning: 'Eligible members in the order of listing.', type: () => RosterMemberShown, list: true })
  readonly members: readonly RosterMemberShown[];
}
