import { currentRuleSet, fullRoster } from '@parley/procedure';
import { given } from '@parley/testing';
import { at, CN, desk, member, rosterOf, US } from '../panel/panel-story.fixture';
import { rosterDecider, type RosterCommand } from './roster.rules';
import { standingIn } from './standing.rules';

const FILED = '2025-02-03T10:00:00Z';
const of = { roster: US, party: US };
const accepts = (id: string, when: string): RosterCommand => ({ type: 'AcceptPlace', ...member(id, when), ...of });
const takesBack = (id: string, when: string): RosterCommand => ({
  type: 'TakeAcceptanceBack',
  ...member(id, when),
  roster: US,
});

/** The respondent lists people of two names before the filing; those of the first name have accepted by then. */
const listed = (names: number) =>
  given(rosterDecider(currentRuleSet.seat)).when(
    ...[...rosterOf('us', names), ...rosterOf('new', 3)].map((each): RosterCommand => ({
      type: 'ListMember',
      ...desk(US, '2025-02-01T10:00:00Z'),
      roster: US,
      member: each,
    })),
    ...rosterOf('us', names).map(({ personId }) => accepts(personId, '2025-02-01T12:00:00Z')),
  );

const standing = ({ events }: ReturnType<typeof listed>): readonly string[] =>
  standingIn(
    events,
    {
      parties: { complainant: CN, respondent: US },
      frozenAt: at(FILED),
      fillableUntil: { complainant: at('2025-02-20T16:00:00Z'), respondent: at('2025-02-20T16:00:00Z') },
      full: fullRoster(currentRuleSet),
    },
    at('2025-02-28T10:00:00Z'),
    currentRuleSet.seat,
  ).respondent.members.map(({ personId }) => personId);

describe('who stands for a case (I-66)', () => {
  it('is nobody who took the place of one that has left a full roster since the filing', () => {
    const full = listed(6).when(takesBack('us-1', '2025-02-04T10:00:00Z'), accepts('new-1', '2025-02-05T10:00:00Z'));
    expect(standing(full)).toEqual(['us-2', 'us-3', 'us-4', 'us-5', 'us-6']);
  });

  it('is who filled up a short roster in time, as far as names were missing at the filing', () => {
    const short = listed(5).when(
      takesBack('us-1', '2025-02-04T10:00:00Z'),
      accepts('new-1', '2025-02-05T10:00:00Z'),
      accepts('new-2', '2025-02-06T10:00:00Z'),
    );
    expect(standing(short)).toEqual(['us-2', 'us-3', 'us-4', 'us-5', 'new-1']);
  });

  it('is another where one who had filled it up has left again', () => {
    const short = listed(5).when(
      accepts('new-1', '2025-02-04T10:00:00Z'),
      takesBack('new-1', '2025-02-05T10:00:00Z'),
      accepts('new-2', '2025-02-06T10:00:00Z'),
      accepts('new-3', '2025-02-21T10:00:00Z'),
    );
    expect(standing(short)).toEqual(['us-1', 'us-2', 'us-3', 'us-4', 'us-5', 'new-2']);
  });
});
