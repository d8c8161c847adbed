import { grievance, parties } from '../case-story.fixture';
import { publicMatter } from './public-matter.rules';

describe('what the public is told of a grievance', () => {
  const told = publicMatter(grievance, parties);

  it('is which measures are held against which provisions', () => {
    const [measure] = grievance.measures;
    const [claim] = grievance.claims;
    expect(told.measures).toMatchObject([{ id: measure?.id, title: measure?.title, number: measure?.number }]);
    expect(told.legalBasis[0]).toEqual({
      ...{ id: claim?.id, measure: claim?.measure, agreement: claim?.agreement, provision: claim?.provision },
    });
  });

  it('is neither the reasons of a claim nor facts, remedy or authority', () => {
    const secret = 'For the parties and the panel alone.';
    const text = [{ lang: 'en', kind: 'original', text: secret }] as const;
    const claims = grievance.claims.map((claim) => ({ ...claim, because: text }));
    const kept = { ...grievance, claims, facts: text, remedy: text, authority: secret };
    expect(JSON.stringify(kept)).toContain(secret);
    expect(JSON.stringify(publicMatter(kept, parties))).not.toContain(secret);
  });
});
