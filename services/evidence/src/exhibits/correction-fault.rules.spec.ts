import { chinese, exhibit, registered } from '../casefile/evidence-story.fixture';
import type { KnownCase } from '../casefile/casefile.rules';

const taken = registered.when(exhibit('u1', { tier: 'PANEL' }), chinese('c1'));
const exhibitIn = (state: unknown, number: string) => (state as KnownCase).exhibits.get(number);

describe('a correction', () => {
  it('is an exhibit of its own that points back; both stay, and the old one says what corrects it (I-35)', () => {
    const corrected = taken.when(exhibit('u2', { tier: 'PANEL', corrects: 'USA-1' }));
    expect(corrected.recorded).toEqual(['ExhibitAccepted']);
    expect(exhibitIn(corrected.state, 'USA-2')).toMatchObject({ corrects: 'USA-1', correctedBy: null });
    expect(exhibitIn(corrected.state, 'USA-1')).toEqual({ ...exhibitIn(taken.state, 'USA-1'), correctedBy: 'USA-2' });
  });

  it('of a correction is another one, and the first is not corrected twice', () => {
    const corrected = taken.when(exhibit('u2', { tier: 'PANEL', corrects: 'USA-1' }));
    expect(corrected.refusalOf(exhibit('u3', { tier: 'PANEL', corrects: 'USA-1' }))).toBe('corrected-already');
    expect(corrected.when(exhibit('u3', { tier: 'PUBLIC', corrects: 'USA-2' })).recorded).toEqual(['ExhibitAccepted']);
  });

  it('is read by everybody who reads what it corrects', () => {
    expect(taken.decision(exhibit('u2', { tier: 'PARTIES', corrects: 'USA-1' }))).toMatchObject({
      reason: { code: 'correction-narrower' },
      path: '/tier',
    });
  });

  it('is of an exhibit of the same party in the same case; of another’s it tells nothing', () => {
    const others = taken.decision(exhibit('u2', { corrects: 'CHN-1' }));
    expect(others).toEqual(taken.decision(exhibit('u2', { corrects: 'USA-9' })));
    expect(others).toMatchObject({ reason: { code: 'unknown-corrected' }, path: '/corrects' });
  });

  it('sent again in the same words has its number, and as another correction is refused', () => {
    const corrected = taken.when(exhibit('u2', { tier: 'PANEL', corrects: 'USA-1' }));
    expect(corrected.when(exhibit('u2', { tier: 'PANEL', corrects: 'USA-1' })).recorded).toEqual([]);
    expect(corrected.refusalOf(exhibit('u2', { tier: 'PANEL' }))).toBe('upload-already-exhibited');
  });
});
