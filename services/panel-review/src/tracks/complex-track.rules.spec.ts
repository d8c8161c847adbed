import { panelActBar } from '../review/comments.rules';
import { interimDigest } from '../review/review.rules';
import { regionStateOf } from '../panel/panel-state.rules';
import {
  at,
  caseId,
  deciding,
  disclose,
  expire,
  nominate,
  openedPanel,
  opening,
  person,
  reviewing,
  text,
  type Said,
} from '../panel/panel-story.fixture';
import { givenPanel } from '../panel/told-panel.fixture';

const complex = (when: string, longStop: string | null = null): Said => ({
  told: 'track',
  track: 'complex',
  longStop: longStop === null ? null : at(longStop),
  at: at(when),
});
const panelAfter = (...commands: readonly Said[]) => openedPanel(givenPanel().when(...commands).state);
const third = ['cn-3', 'us-3'].flatMap((id) => [
  nominate(id, '2025-03-21T10:00:00Z'),
  disclose(id, '2025-03-24T10:00:00Z'),
]);

describe('a case that becomes complex', () => {
  it('before its panel is composed gets one more seat a side, with a time of its own', () => {
    const panel = panelAfter(
      opening(),
      nominate('cn-1', '2025-02-12T10:00:00Z'),
      complex('2025-02-14T09:00:00Z', '2025-09-08T17:00:00+02:00'),
    );
    expect(panel.seats.map(({ id }) => id)).toEqual([
      'complainant-1',
      'complainant-2',
      'complainant-3',
      'respondent-1',
      'respondent-2',
      'respondent-3',
    ]);
    expect(panel.running['nomination:US:3']).toMatchObject({ track: 'complex', trigger: { event: 'TrackChanged' } });
    expect(panel.running['nomination:US:2']?.trigger.event).toBe('CaseRegistered');
    expect(panel.longStop).toBe('2025-09-08T15:00:00.000Z');
    expect(panel.seats[0]?.occupancy.stage).toBe('awaiting-disclosure');
  });

  it('where the panel stood already opens a third pair of seats, which the longer review awaits', () => {
    const told = givenPanel().when(...reviewing, complex('2025-03-20T09:00:00Z'));
    const { seats, running } = openedPanel(told.state);
    expect(regionStateOf(told.state)).toBe('composing');
    expect(seats.map(({ occupancy }) => occupancy.stage)).toEqual([
      'settled',
      'settled',
      'vacant',
      'settled',
      'settled',
      'vacant',
    ]);
    expect(Object.keys(running).toSorted()).toEqual(['nomination:CN:3', 'nomination:US:3']);
    const filled = told.when(...third, expire('challenge:CN:3'));
    expect(filled.recorded).toEqual(['ChallengeTimeEnded', 'ChallengeTimeEnded', 'PanelConvened', 'ReviewOpened']);
    expect(openedPanel(filled.state).running['review']).toMatchObject({
      track: 'complex',
      length: 45,
      trigger: { event: 'PanelConvened' },
    });
  });

  it('while the interim text is open to comments keeps it, and decides nothing before the third pair sits', () => {
    const words = text('So far.');
    const interim: Said = {
      ...{ type: 'RecordInterim', at: at('2025-04-10T10:00:00Z'), text: words, exhibits: [] },
      digest: interimDigest(caseId, words, []),
    };
    const told = givenPanel().when(...reviewing, interim, complex('2025-04-11T09:00:00Z'));
    expect(regionStateOf(told.state)).toBe('interim-comments');
    expect(openedPanel(told.state)).toMatchObject({ seats: { length: 6 }, interim: { texts: [{ text: words }] } });
    const commented = told.when(expire('interim-comments'));
    const bar = panelActBar(openedPanel(commented.state), person('us-1'), at('2025-04-29T10:00:00Z'));
    expect(bar?.code).toBe('parity-broken');
    expect(commented.when(expire('findings')).recorded).toEqual(['FindingsAwaitParity']);
  });

  it('from S9 on keeps its members, whatever the intake had not heard', () => {
    const { seats, running } = panelAfter(...deciding, complex('2025-04-24T09:00:00Z'));
    expect([seats.length, running['findings']?.track]).toEqual([4, 'standard']);
  });

  it('names members for all of its seats, from the roster as it was frozen', () => {
    const told = givenPanel().when(opening(), complex('2025-02-11T09:00:00Z'));
    const three = told.when(...['cn-1', 'cn-2', 'cn-3'].map((id) => nominate(id, '2025-02-12T10:00:00Z')));
    expect(
      openedPanel(three.state).seats.filter(({ occupancy }) => occupancy.stage === 'awaiting-disclosure'),
    ).toHaveLength(3);
    expect(three.refusalOf(nominate('cn-4', '2025-02-12T10:00:00Z'))).toBe('no-vacant-seat');
  });
});
