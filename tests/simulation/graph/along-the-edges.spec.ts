import type { DomainEvent } from '@parley/kernel';
import { currentRuleSet, type Region } from '@parley/procedure';
import { parties } from '../../../services/referral/src/referral/referral-story.fixture';
import { edgeNameOf, edgeNamesOf } from '../covered/coverage';
import { regionMoves, type MovingCase, type RegionMove } from '../covered/region-moves';
import { explore, type Explored } from './explore';
import { exploredIntake } from './explored-intake';
import { exploredLateComposition, exploredPanel, panelMoveOf } from './explored-panel';
import { exploredCompliance, exploredReferral, exploredSettlement } from './explored-referral';

const nothing: MovingCase = {
  parties,
  intake: [],
  panel: [],
  referral: [],
  settlement: [],
  compliance: [],
  register: [],
};

/** Every move in a part of a case that any act in any state can make. */
const movesIn = <C, S, E extends DomainEvent>(
  part: Exclude<keyof MovingCase, 'parties' | 'panel'>,
  explored: Explored<C, S, E>,
): readonly RegionMove[] => regionMoves({ ...nothing, [part]: explore(explored) });

const parts: Readonly<
  Record<string, { readonly regions: readonly Region[]; readonly moves: () => readonly RegionMove[] }>
> = {
  'screening and exchange': { regions: ['screening', 'exchange'], moves: () => movesIn('intake', exploredIntake) },
  'panel and seats': {
    regions: ['panel', 'seat'],
    moves: () =>
      [exploredPanel, exploredLateComposition].flatMap((explored) =>
        regionMoves({ ...nothing, panel: explore(explored).map(panelMoveOf) }),
      ),
  },
  settlement: { regions: ['settlement'], moves: () => movesIn('settlement', exploredSettlement) },
  referral: { regions: ['referral'], moves: () => movesIn('referral', exploredReferral) },
  compliance: {
    regions: ['compliance'],
    moves: () => [...movesIn('compliance', exploredCompliance), ...movesIn('register', exploredCompliance)],
  },
};

describe.each(Object.entries(parts))('%s, whatever is done in whatever state', (_, { regions, moves }) => {
  let all: readonly RegionMove[] = [];
  beforeAll(() => {
    all = moves();
  });

  it('takes each edge of its graph', () => {
    const taken = new Set(all.map(edgeNameOf));
    expect(regions.flatMap(edgeNamesOf).filter((name) => !taken.has(name))).toEqual([]);
  });

  it('takes no other way from any state to any other (I-26)', () => {
    const edges = regions.flatMap((region) =>
      currentRuleSet.graphs[region].edges.map(({ from, to }) => `${region}: ${from} → ${to}`),
    );
    const gone = all
      .filter(({ from, to }) => from !== to)
      .map(({ region, from, to, because }) => [`${region}: ${from} → ${to}`, because] as const);
    expect(gone.filter(([way]) => !edges.includes(way))).toEqual([]);
    expect(gone.length).toBeGreaterThan(edges.length);
  });
});
