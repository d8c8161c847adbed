import { Shown } from '@parley/http';
import type { PartyCode } from '@parley/kernel';
import type { RosterBook } from '../domain/roster/roster';
import { AVAILABILITIES } from './duty.request';

export class RosterMemberShown {
  @Shown({ meaning: 'Pseudonym of the person.', kind: 'person' })
  readonly personId: string;

  @Shown({ meaning: 'Fields of law or trade.', type: () => String, list: true, example: ['tariffs'], max: 60 })
  readonly expertise: readonly string[];

  @Shown({ meaning: 'Working languages.', list: true, values: ['en', 'zh-Hans'] })
  readonly languages: readonly string[];
}

export class AvailabilityShown {
  @Shown({ meaning: 'Pseudonym of the member who says so.', kind: 'person' })
  readonly personId: string;

  @Shown({ meaning: 'How much time the member has.', values: AVAILABILITIES })
  readonly availability: string;

  @Shown({
    meaning: 'Last day for which this is said; `null` until something else is said.',
    format: 'date',
    nullable: true,
  })
  readonly until: string | null;

  @Shown({ meaning: 'Panels and other matters of the secretariat on which the member sits.', example: 1 })
  readonly caseload: number;

  @Shown({ meaning: 'When it was said (UTC).', format: 'date-time' })
  readonly statedAt: string;
}

export class RosterShown {
  @Shown({ meaning: 'Code of the side whose roster it is.', example: 'US', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: 'Eligible members in the order of listing.', type: () => RosterMemberShown, list: true })
  readonly members: readonly RosterMemberShown[];

  @Shown({
    meaning: 'What members of the roster said of their time, the last of each; who said nothing is not there.',
    type: () => AvailabilityShown,
    list: true,
  })
  readonly statements: readonly AvailabilityShown[];
}

export const showRoster = (party: PartyCode, { members, statements }: RosterBook): RosterShown => ({
  party,
  members,
  statements: members.flatMap(({ personId }) => {
    const said = statements[personId];
    return said ? [{ personId, ...said }] : [];
  }),
});
