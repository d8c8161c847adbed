import { Shown } from '@parley/http';
import type { PartyCode } from '@parley/kernel';
import type { RosterBook } from '../domain/roster/roster';

export class DutyRosterShown {
  @Shown({ meaning: 'The month at the seat.', example: '2026-03', kind: 'word' })
  readonly month: string;

  @Shown({
    meaning: 'Pseudonyms of who serves in urgent matters, as filed.',
    type: () => String,
    list: true,
    example: ['us-panel-1'],
    kind: 'person',
  })
  readonly members: readonly string[];
}

export class DutyRostersShown {
  @Shown({ meaning: 'Code of the side whose duty rosters they are.', example: 'US', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: 'By month, the first one first.', type: () => DutyRosterShown, list: true })
  readonly months: readonly DutyRosterShown[];
}

export const showDutyRosters = (party: PartyCode, { duty }: RosterBook): DutyRostersShown => ({
  party,
  months: Object.entries(duty)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([month, members]) => ({ month, members })),
});
