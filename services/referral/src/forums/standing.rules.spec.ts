import { at, parties } from '../referral/referral-story.fixture';
import { forumRules, standing } from './forums.rules';
import { wto } from './wto.data';

const claims = [{ id: 'C1', agreement: 'GATT1994' }];

describe('standing before the WTO', () => {
  it('begins on the day on which the later of both became a Member', () => {
    expect(standing(wto, parties, claims, at('2001-12-10T23:59:59Z'))).toMatchObject({
      reason: { code: 'not-a-member' },
    });
    expect(standing(wto, parties, claims, at('2001-12-11T00:00:00Z'))).toBeUndefined();
  });

  it('is the same whichever of the two complains (I-07)', () => {
    const swapped = { complainant: parties.respondent, respondent: parties.complainant };
    expect(standing(wto, swapped, claims, at('2001-12-10T23:59:59Z'))).toMatchObject({
      reason: { code: 'not-a-member' },
    });
    expect(standing(wto, swapped, claims, at('2025-02-04T09:00:00Z'))).toBeUndefined();
  });

  it('needs no agreement to be named, and names the claim under one that does not count', () => {
    expect(standing(wto, parties, [], at('2025-02-04T09:00:00Z'))).toBeUndefined();
    const decision = standing(wto, parties, [...claims, { id: 'C2', agreement: 'USMCA' }], at('2025-02-04T09:00:00Z'));
    expect(decision).toMatchObject({ reason: { code: 'agreement-not-covered' }, path: '/claims/1' });
  });
});

describe('the rules of forums', () => {
  it.each(forumRules)('in version $version name consultation provisions of covered agreements only', ({ forums }) => {
    for (const forum of forums) {
      if (forum.kind !== 'open') continue;
      const covered = forum.coveredAgreements.map(({ code }) => code);
      expect(forum.consultationProvisions.filter(({ agreement }) => !covered.includes(agreement))).toEqual([]);
      expect(new Set(covered).size).toBe(covered.length);
    }
  });
});
