import { currentRuleSet } from '../rule-sets/rule-set-of';
import { mayMove, type Edge, type Region, type RegionGraph } from './region-graph';

const { graphs } = currentRuleSet;
const regions = Object.entries(graphs) as unknown as [Region, RegionGraph][];

function reachable(initial: string, edges: readonly Edge[]): ReadonlySet<string> {
  const seen = new Set([initial]);
  for (const state of seen) for (const edge of edges) if (edge.from === state) seen.add(edge.to);
  return seen;
}

describe('the graph of a region', () => {
  it('lets a case move only along a declared edge (I-26)', () => {
    expect(mayMove(graphs, 'screening', 'filed', 'complete')).toBe(true);
    expect(mayMove(graphs, 'screening', 'draft', 'registered')).toBe(false);
    expect(mayMove(graphs, 'panel', 'composing', 'reviewing')).toBe(false);
  });

  it('leaves an ended screening no way but its reopening by both, or that what ended it is set aside (I-26)', () => {
    const ways = graphs.screening.edges.filter((edge) => edge.from === 'ended' && edge.to !== 'ended');
    expect(ways.map(({ to, rule }) => [to, rule])).toEqual([
      ['registered', 'I-26'],
      ['suspended', 'I-26'],
      ['deficient', 'I-19'],
      ['registered', 'I-26'],
    ]);
  });

  it('accepts an exit notice whatever the referral has come to (I-53)', () => {
    for (const state of ['idle', 'signing', 'closed', 'issued'] as const)
      expect(mayMove(graphs, 'referral', state, state)).toBe(true);
  });

  it.each(regions)('%s reaches each of its states from its initial one', (_, graph) => {
    expect([...reachable(graph.initial, graph.edges)].toSorted()).toEqual(Object.keys(graph.states).toSorted());
  });

  it('stops the exchange and the panel from every state in which they still run', () => {
    for (const region of [graphs.exchange, graphs.panel] as RegionGraph[]) {
      // What was decided is issued, whatever else happens (I-68).
      const done = ['closed', 'certifying', 'issued', 'impossible', 'stopped', 'unopened'];
      const running = Object.keys(region.states).filter((state) => !done.includes(state));
      expect(
        region.edges
          .filter((edge) => edge.to === 'stopped')
          .map((edge) => edge.from)
          .toSorted(),
      ).toEqual(running.toSorted());
    }
  });
});
