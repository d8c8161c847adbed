import { verifyDraw } from '@parley/procedure';
import {
  at,
  CN,
  decider,
  desk,
  disclose,
  expire,
  member,
  nominate,
  opened,
  openedPanel,
  opening,
  rosterOf,
  text,
  US,
} from '../panel/panel-story.fixture';
import { givenPanel } from '../panel/told-panel.fixture';

const start = givenPanel();

describe('a draw by lot', () => {
  it('without an eligible name on either side at one instant names both', () => {
    const bare = start.when(opening({ rosters: { complainant: [], respondent: [] } }), expire('nomination:US:1'));
    expect(bare.recorded).toEqual(['PanelImpossible']);
    expect(bare.events.at(-1)).toMatchObject({ data: { lacking: [CN, US], seats: { length: 4 } } });
  });

  it('passes over who has taken back the acceptance since the filing, and draws who filled the roster up', () => {
    const names = {
      complainant: { members: rosterOf('cn', 4), duty: [] },
      respondent: { members: [...rosterOf('us', 2).slice(1), ...rosterOf('new', 1)], duty: [] },
    };
    const story = start.when(...opened);
    const told = givenPanel(decider, { ...story.told, names }, story.events);
    expect(told.refusalOf(nominate('us-1', '2025-02-12T10:00:00Z'))).toBe('nominee-not-eligible');
    expect(
      told.when({ ...nominate('new-1', '2025-02-12T10:00:00Z'), ...desk(US, '2025-02-12T10:00:00Z') }).recorded,
    ).toEqual(['RosterFilledUp', 'MemberNominated']);
    const drawn = told.when(expire('nomination:US:1'));
    const draws = openedPanel(drawn.state).draws.filter(({ seat }) => seat.startsWith('respondent'));
    expect(draws[0]).toMatchObject({ eligible: ['new-1', 'us-2'], roster: ['new-1', 'us-1', 'us-2', 'us-3', 'us-4'] });
    const { rosterDigests, drawCommitments } = openedPanel(drawn.state);
    const published = { commitment: drawCommitments['respondent-1']![0]!, rosterDigest: rosterDigests.respondent };
    expect(verifyDraw(draws[0]!, { ...published, nonces: {} })).toBeUndefined();
  });
});

describe('a seat that comes free before the interim text', () => {
  /** Of the respondent, whose time to nominate is over: every seat settled, and nobody else on its roster. */
  const settled = (names: number) =>
    start.when(
      opening({ rosters: { complainant: rosterOf('cn', 4), respondent: rosterOf('us', names) } }),
      ...['cn-1', 'cn-2', 'us-1', 'us-2'].map((id) => nominate(id, '2025-02-24T10:00:00Z')),
      ...['cn-1', 'cn-2', 'us-1', 'us-2'].map((id) => disclose(id, '2025-02-25T10:00:00Z')),
      expire('challenge:CN:1'),
    );
  const leaves = { type: 'RecuseMember', ...member('us-1', '2025-03-10T10:00:00Z'), reason: text('Illness.') } as const;

  it('ends the panel at once where its side has no eligible name left', () => {
    const gone = settled(2).when(leaves);
    expect(gone.recorded).toEqual(['MemberRecused', 'PanelImpossible']);
    expect(gone.events.at(-1)).toMatchObject({
      occurredAt: at('2025-03-10T10:00:00Z'),
      data: { seats: ['respondent-1'], lacking: [US], unseated: [] },
    });
    expect(settled(3).when(leaves).recorded).toEqual(['MemberRecused', 'SeatTimeCounted']);
  });

  it('ends nothing as long as the roster is short and its first nominations are not due', () => {
    const early = start.when(
      opening({ rosters: { complainant: rosterOf('cn', 4), respondent: rosterOf('us', 1) } }),
      nominate('us-1', '2025-02-12T10:00:00Z'),
      { ...leaves, ...member('us-1', '2025-02-13T10:00:00Z') },
    );
    expect(early.recorded).toEqual(['MemberRecused']);
  });

  describe('of which nobody drawn ever discloses', () => {
    const silent = start.when(
      opening({ rosters: { complainant: rosterOf('cn', 4), respondent: rosterOf('us', 9) } }),
      ...['cn-1', 'cn-2', 'us-2'].map((id) => nominate(id, '2025-02-24T10:00:00Z')),
      ...['cn-1', 'cn-2', 'us-2'].map((id) => disclose(id, '2025-02-25T10:00:00Z')),
      expire('nomination:US:2'),
    );
    const again = (story: typeof silent) => story.when(expire('disclosure:US:2'));

    it('ends the panel after three draws in a row, and the record names the side', () => {
      expect(again(silent).recorded).toEqual(['MemberRemoved', 'MemberDrawn']);
      const third = again(again(again(silent)));
      expect(third.recorded).toEqual(['MemberRemoved', 'PanelImpossible']);
      expect(third.events.at(-1)).toMatchObject({ data: { seats: ['respondent-2'], lacking: [], unseated: [US] } });
    });

    it('begins the row anew once somebody was seated', () => {
      const drawn = openedPanel(again(again(silent)).state).draws.at(-1)?.drawn ?? '';
      const seated = again(again(silent)).when(disclose(drawn, '2025-03-04T10:00:00Z'), expire('challenge:US:2'));
      expect(openedPanel(seated.state).seats.map(({ drawnInARow }) => drawnInARow)).toEqual([0, 0, 0, 0]);
    });
  });
});
