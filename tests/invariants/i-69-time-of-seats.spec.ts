import {
  CN,
  challenge,
  desk,
  disclose,
  expire,
  member,
  nominate,
  opened,
  openedPanel,
  person,
  reviewing,
  text,
  US,
  type Said,
} from '../../services/panel-review/src/panel/panel-story.fixture';
import { givenPanel } from '../../services/panel-review/src/panel/told-panel.fixture';
import { holdsInEveryHistory } from './holds';
import { countedOnce, noLapseMeanwhile, timeAdded, timeOnRecord } from './rules/i-69-time-of-seats.rule';
import { nearerByNoSeat, noTimeIsWon } from './rules/nothing-won.rule';
import { sentence } from './sentences';

const owing = (...saids: readonly Said[]) =>
  openedPanel(givenPanel().when(...saids).state).seatTime.accounts.map(({ party }) => party);

describe(sentence('I-69'), () => {
  it('holds of what the record says of each side whenever a panel is whole', () =>
    holdsInEveryHistory(timeOnRecord, { runs: 60 }));
  it('holds of what is counted: nothing twice', () => holdsInEveryHistory(countedOnce, { runs: 60 }));
  it('holds of where the long-stop ends', () => holdsInEveryHistory(timeAdded, { runs: 60 }));
  it('holds of every long-stop that passes', () => holdsInEveryHistory(noLapseMeanwhile, { runs: 60 }));

  it('holds of a seat that comes free on the day of the long-stop, which then ends after its first clock', () => {
    const leaves: Said = { type: 'RecuseMember', ...member('us-1', '2025-03-20T10:00:00Z'), reason: text('Illness.') };
    const { seatTime, running } = openedPanel(givenPanel().when(...reviewing, leaves).state);
    const longStop = Date.parse('2025-03-20T16:00:00Z') + seatTime.days * 86_400_000;
    expect(longStop).toBeGreaterThan(Date.parse(running['nomination:US:1']?.dueAt ?? ''));
  });

  it('holds of a challenge that fails and the one refilling after it, which its challenger owes, and no other', () => {
    const refilled: readonly Said[] = [
      ...opened,
      ...['cn-1', 'cn-2', 'us-1', 'us-2'].map((id) => nominate(id, '2025-02-24T10:00:00Z')),
      ...['cn-1', 'cn-2', 'us-1', 'us-2'].map((id) => disclose(id, '2025-02-27T10:00:00Z')),
      challenge(CN, 'us-1', '2025-03-05T10:00:00Z'),
      expire('challenge:US:2'),
      expire('challenge-decision:US:1'),
      { type: 'ReplaceMember', ...desk(CN, '2025-03-19T10:00:00Z'), member: person('us-1') },
      nominate('us-3', '2025-03-24T10:00:00Z'),
      disclose('us-3', '2025-03-25T10:00:00Z'),
    ];
    const leaves: Said = { type: 'RecuseMember', ...member('us-3', '2025-03-26T10:00:00Z'), reason: text('Illness.') };
    expect(owing(...refilled)).toEqual([CN]);
    expect(owing(...refilled, leaves)).toEqual([CN, US]);
  });

  it('holds where a side plays to win: no end comes nearer', () =>
    holdsInEveryHistory(nearerByNoSeat, { runs: 24, toWin: true }));
  it('holds where a side plays to win: no time is won', () =>
    holdsInEveryHistory(noTimeIsWon, { runs: 24, toWin: true }));
});
