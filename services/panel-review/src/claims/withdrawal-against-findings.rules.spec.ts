import { at, deciding, openedPanel, secret, type Said } from '../panel/panel-story.fixture';
import { givenPanel } from '../panel/told-panel.fixture';

const CLOSED = '2025-05-06T10:00:00.000Z';
const closed: Said = {
  type: 'RecordFindings',
  salt: secret,
  closedAt: at(CLOSED),
  closedBy: 'time',
  seats: 4,
  seated: [],
  votes: [],
  objectionVotes: [],
  reasons: [],
  statements: [],
};
const withdrawal = (when: string, claimIds = ['C2']): Said => ({
  told: 'claims-withdrawn',
  claimIds,
  at: at(when),
});
const setAside: Said = {
  told: 'withdrawal-set-aside',
  claimIds: ['C2'],
  standing: ['C1', 'C2'],
  at: at('2025-05-12T10:00:00Z'),
};
const [BEFORE, BEHIND] = ['2025-05-06T09:59:59.999Z', '2025-05-06T10:00:00.001Z'];

const story = givenPanel().when(...deciding);
const foundOn = (...commands: readonly Said[]): readonly string[] => {
  const { stage } = openedPanel(story.when(...commands).state);
  return stage.name === 'certifying' ? stage.decision.findings.map(({ claimId }) => claimId) : [];
};

describe('claims that are given up about the time at which a deliberation is closed', () => {
  it.each([CLOSED, BEHIND])('at %s are in the findings, in whatever order the two are recorded (I-30)', (when) => {
    expect(foundOn(withdrawal(when), closed)).toEqual(['C1', 'C2']);
    expect(foundOn(closed, withdrawal(when))).toEqual(['C1', 'C2']);
  });

  it('before it are in no finding', () => {
    expect(foundOn(withdrawal(BEFORE), closed)).toEqual(['C1']);
    expect(foundOn(withdrawal(BEFORE), withdrawal(BEHIND, ['C1']), closed)).toEqual(['C1']);
  });

  it('and claims of an amendment that comes behind it are in no finding either (I-24)', () => {
    const third = { id: 'C3', measure: 'M2', agreement: 'GATT1994', provision: 'III:4' };
    const supplement: Said = {
      told: 'claims',
      claims: [...openedPanel(story.state).claims, third],
      at: at(BEHIND),
    };
    expect(foundOn(supplement, closed)).toEqual(['C1', 'C2']);
    expect(foundOn({ ...supplement, at: at(BEFORE) }, closed)).toEqual(['C1', 'C2', 'C3']);
  });
});

describe('a withdrawal that came after the end of the screening', () => {
  it('took nothing with it: its claims stand where they stood, once', () => {
    const standing = story.when(closed, withdrawal('2025-05-13T10:00:00Z'), setAside);
    expect(openedPanel(standing.state)).toMatchObject({ claims: [{ id: 'C1' }, { id: 'C2' }], withdrawnClaims: [] });
    expect(standing.when(setAside).told).toEqual(standing.told);
    expect(story.when(setAside).told).toEqual(story.told);
  });
});
