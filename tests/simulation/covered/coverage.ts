import { currentRuleSet, type DefaultId, type Edge, type Region } from '@parley/procedure';
import type { History } from '../history/case-history';
import { panelMoves } from '../history/panel-steps';
import type { Simulated } from '../secretariat/simulated-service';
import { EDGE_REASONS } from './edge-words';
import { MOVES_BESIDE, movesBeside } from './moves-beside';
import { PLAYS, playsOf } from './plays';
import { regionMoves, type RegionMove } from './region-moves';
import { UNREACHABLE } from './unreachable';

export type Counts = Readonly<Record<string, number>>;

/** How often each edge, refusal and default of the procedure happened, and how often a side tried to win by it. */
export interface Coverage {
  readonly edges: Counts;
  readonly refusals: Counts;
  readonly defaults: Counts;
  readonly plays: Counts;
}

export const KINDS = ['edges', 'refusals', 'defaults', 'plays'] as const;
export const noCoverage: Coverage = { edges: {}, refusals: {}, defaults: {}, plays: {} };

const edgeName = (region: Region, { from, to, on }: Edge): string => `${region}: ${from} → ${to} (${on})`;

export const edgeNamesOf = (region: Region): readonly string[] =>
  currentRuleSet.graphs[region].edges.map((edge) => edgeName(region, edge));

export function everything(
  services: readonly Simulated[],
): Readonly<Record<(typeof KINDS)[number], readonly string[]>> {
  const { graphs, silence } = currentRuleSet;
  return {
    edges: [...(Object.keys(graphs) as Region[]).flatMap(edgeNamesOf), ...MOVES_BESIDE],
    refusals: services.flatMap(({ context, refusals }) =>
      [...new Set(Object.values(refusals).map(({ code }) => code))].map((code) => `${context}: ${code}`),
    ),
    defaults: Object.keys(silence),
    plays: PLAYS,
  };
}

/** The edge that a move takes. When several lead the same way, it is the one whose words fit the event. */
function edgeOf({ region, from, to, because }: RegionMove): Edge | undefined {
  const edges: readonly Edge[] = currentRuleSet.graphs[region].edges;
  const between = edges.filter((edge) => edge.from === from && edge.to === to);
  return (
    between.find(({ on }) => EDGE_REASONS[on]?.test(because)) ??
    between.find(({ on }) => EDGE_REASONS[on] === undefined) ??
    between[0]
  );
}

/** The name of the edge that a move takes; `undefined` when the graph has none. */
export function edgeNameOf(move: RegionMove): string | undefined {
  const edge = edgeOf(move);
  return edge && edgeName(move.region, edge);
}

const CONTEXTS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['service', 'channel', 'letters', 'hotline', 'watchlist', 'delegations'].map((desk) => [desk, 'intake']),
  ),
  ...Object.fromEntries(['panel', 'deliberation', 'roster'].map((desk) => [desk, 'panelreview'])),
  ...Object.fromEntries(['settlement', 'compliance', 'register'].map((desk) => [desk, 'referral'])),
};

/** Recorded with a service that comes too late, and not by a timer of its own. */
const NOT_DELIVERED: DefaultId = 'non-delivery-recorded';

export function coverageOf(history: History): Coverage {
  const { cases, attempts } = history;
  const taken = cases.flatMap((each) =>
    regionMoves({ ...each, panel: panelMoves(each) }).flatMap((move) => edgeNameOf(move) ?? []),
  );
  const refusals = attempts.flatMap(({ offer, answer }) =>
    answer.kind === 'refused' ? [`${CONTEXTS[offer.desk] ?? offer.desk}: ${answer.reason.code}`] : [],
  );
  const defaults = cases.flatMap(({ fired, service }) => [
    ...fired.flatMap(({ onSilence, recorded }) =>
      onSilence !== null && recorded.length > 0 ? [onSilence satisfies DefaultId] : [],
    ),
    ...service.flatMap(({ event }): readonly DefaultId[] =>
      event.type === 'NoticesServed' && event.data.notDeliveredAt !== null ? [NOT_DELIVERED] : [],
    ),
  ]);
  return {
    edges: counted([...taken, ...movesBeside(history)]),
    refusals: counted(refusals),
    defaults: counted(defaults),
    plays: counted(playsOf(history)),
  };
}

const counted = (names: readonly string[]): Counts =>
  Object.fromEntries([...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length]));

export const added = (one: Coverage, other: Coverage): Coverage => ({
  edges: sum(one.edges, other.edges),
  refusals: sum(one.refusals, other.refusals),
  defaults: sum(one.defaults, other.defaults),
  plays: sum(one.plays, other.plays),
});

const sum = (one: Counts, other: Counts): Counts => {
  const total: Record<string, number> = { ...one };
  for (const [name, count] of Object.entries(other)) total[name] = (total[name] ?? 0) + count;
  return total;
};

/** What never happened, although no reason is known why it cannot happen in a simulation. */
export const uncovered = (coverage: Coverage, services: readonly Simulated[]): readonly string[] => {
  const all = everything(services);
  return KINDS.flatMap((kind) =>
    all[kind].filter((name) => coverage[kind][name] === undefined && UNREACHABLE[name] === undefined),
  );
};
