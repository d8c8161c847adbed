import type { Instant } from '@parley/kernel';
import { added, everything, noCoverage, type Coverage } from './covered/coverage';
import { coverageReport } from './covered/coverage-report';
import { UNREACHABLE } from './covered/unreachable';
import { tellStory } from './history/tell-story';
import { playWorld, reportOf } from './run/world';
import { Secretariat } from './secretariat/secretariat';

/** The first seed of this spec; a long run draws its own. */
const SEED = 20_260;
const WORLDS = 20;

const { services } = new Secretariat({
  start: '2025-01-06T08:00:00.000Z' as Instant,
  seed: 1,
  feed: 'prompt',
  serves: true,
});

describe('a year of random parties', () => {
  let covered: Coverage = noCoverage;

  it('breaks no invariant, whoever is silent, obstructs, is late or sends twice', async () => {
    const broken: string[] = [];
    for (let seed = SEED; seed < SEED + WORLDS; seed++) {
      const report = await reportOf(seed);
      broken.push(...report.broken.map((says) => `seed ${String(seed)}: ${says}`));
      covered = added(covered, report.coverage);
    }
    expect(broken).toEqual([]);
  });

  it('goes along the edges of every part of the procedure', () => {
    const regions = new Set(Object.keys(covered.edges).map((edge) => edge.split(':')[0]));
    expect([...regions].toSorted()).toEqual(
      expect.arrayContaining(['exchange', 'panel', 'referral', 'screening', 'seat']),
    );
    expect(Object.keys(covered.refusals).length).toBeGreaterThan(100);
    expect(Object.keys(covered.defaults).length).toBeGreaterThan(8);
  });

  it('is the same when it is played again with its seed, and is told so that it can be read', async () => {
    const story = tellStory(await playWorld(SEED));
    expect(tellStory(await playWorld(SEED))).toBe(story);
    expect(story).toMatch(
      /^\d{4}-\d\d-\d\dT[\d:.]+Z intake [0-9a-f]{8}: GrievanceFiled by [ab]-desk \(desk of (US|CN)\)/m,
    );
  });
});

describe('what a simulation covers', () => {
  it('lists as beyond it only what there is to be covered, each with a reason', () => {
    const names = Object.values(everything(services)).flat();
    expect(Object.keys(UNREACHABLE).filter((name) => !names.includes(name))).toEqual([]);
    expect(Object.values(UNREACHABLE).every((reason) => reason.length > 10)).toBe(true);
  });

  it('says what never happened', () => {
    expect(coverageReport(noCoverage, services)).toContain('never  screening: draft → filed (grievance filed)');
  });
});
