import type { PersonId, Tier } from '@parley/kernel';
import { asChina, exhibit, now, publicVersion, registered, signing } from '../casefile/evidence-story.fixture';
import type { KnownCase } from '../casefile/casefile.rules';
import { disclosedVersions, READABLE_BY } from './disclosure-index';
import { visible } from '../exhibits/file-exhibit';

const ANYBODY = new Set<Tier>(['PUBLIC']);
const PANEL = new Set<Tier>(['PUBLIC', 'PANEL']);
const PARTIES = new Set<Tier>(['PUBLIC', 'PANEL', 'PARTIES']);

const taken = registered.when(exhibit('u1', { tier: 'PANEL' }));
const exhibitIn = (state: unknown) => (state as KnownCase).exhibits.get('USA-1')!;
const versionsFor = (state: unknown, tiers: ReadonlySet<Tier>) => {
  const seen = visible(exhibitIn(state), tiers);
  return seen && disclosedVersions(seen, tiers);
};

describe('the index of what is disclosed', () => {
  it('says of each version who reads it, since when and why others do not', () => {
    const published = taken.when(publicVersion('USA-1', { reason: 'personal-data' }));
    expect(versionsFor(published.state, PARTIES)).toEqual([
      {
        version: 'original',
        readers: 'PANEL',
        readableBy: READABLE_BY.PANEL,
        yours: true,
        reasons: ['personal-data', 'business-confidential'],
        by: 'its-party',
        since: now,
        lentTo: [],
      },
      {
        version: 'public-version',
        readers: 'PUBLIC',
        readableBy: READABLE_BY.PUBLIC,
        yours: true,
        reasons: [],
        by: 'its-party',
        since: now,
        lentTo: [],
      },
    ]);
    expect(versionsFor(published.state, ANYBODY)).toMatchObject([
      { version: 'original', yours: false, reasons: ['personal-data', 'business-confidential'] },
      { yours: true },
    ]);
  });

  it('names who has the original on loan, to the parties and the panel', () => {
    const person = { assignment: 'expert:US:1', person: 'expert' as PersonId, as: 'expert' } as const;
    const of = { number: 'USA-1', assignment: person.assignment, receivedAt: now } as const;
    const lent = taken.when(
      publicVersion('USA-1'),
      { told: 'person-heard', ...person },
      { type: 'AskForLoan', as: 'registry', by: 'registry' as PersonId, party: null, ...of, purpose: [] },
      { type: 'ConsentToLoan', by: exhibit().by, party: exhibit().party, ...of },
    );
    const lentTo = (tiers: ReadonlySet<Tier>, story = lent) =>
      versionsFor(story.state, tiers)?.map((version) => version.lentTo);
    expect([lentTo(PARTIES), lentTo(PANEL), lentTo(ANYBODY)]).toEqual([
      [['expert:US:1'], []],
      [['expert:US:1'], []],
      [[], []],
    ]);
    expect(lentTo(PARTIES, lent.when({ told: 'review-ended', at: now }))).toEqual([[], []]);
  });

  it('tells nobody of what is not theirs to know of (I-43)', () => {
    expect(versionsFor(taken.state, ANYBODY)).toBeUndefined();
  });

  it('names the decision of the co-heads where they took readers away (I-42)', () => {
    const decided = taken.when(
      signing(exhibitIn(taken.state), 'PARTIES'),
      signing(exhibitIn(taken.state), 'PARTIES', asChina),
    );
    expect(versionsFor(decided.state, PANEL)).toMatchObject([
      { version: 'original', readers: 'PARTIES', yours: false, reasons: ['personal-data'], by: 'co-heads' },
    ]);
    expect(versionsFor(decided.state, PARTIES)).toMatchObject([{ yours: true, by: 'co-heads' }]);
  });

  it(
    'tells who reads the public version alone nothing of readers that were taken away, whom ' +
      'they never were (I-43)',
    () => {
      const published = taken.when(publicVersion('USA-1', { reason: 'personal-data' }));
      const decided = published.when(
        signing(exhibitIn(published.state), 'PARTIES'),
        signing(exhibitIn(published.state), 'PARTIES', asChina),
      );
      expect(versionsFor(decided.state, ANYBODY)).toMatchObject([
        { version: 'original', by: 'its-party', reasons: ['personal-data', 'business-confidential'] },
        { version: 'public-version' },
      ]);
      expect(versionsFor(decided.state, PARTIES)).toMatchObject([
        { by: 'co-heads', reasons: ['personal-data'] },
        { version: 'public-version' },
      ]);
    },
  );

  it('keeps what was taken back, with its reason', () => {
    const gone = taken.when(publicVersion('USA-1'), {
      type: 'WithdrawExhibit',
      by: exhibit().by,
      party: exhibit().party,
      receivedAt: now,
      number: 'USA-1',
      reason: 'filed-by-mistake',
    });
    for (const tiers of [ANYBODY, PANEL, PARTIES])
      expect(versionsFor(gone.state, tiers)).toMatchObject([
        { version: 'original', readers: 'NOBODY', yours: false, reasons: ['filed-by-mistake'] },
      ]);
  });
});
