import { currentRuleSet, type Region, type RegionGraphs } from '@parley/procedure';
import { regionMoves } from '../../simulation/covered/region-moves';
import { panelMoves } from '../../simulation/history/panel-steps';
import { ofEachCase } from './rule';

const isEdge = (graphs: RegionGraphs, region: Region, from: string, to: string): boolean =>
  graphs[region].edges.some((edge) => edge.from === from && edge.to === to);

/** Each region of each case moves along an edge of its graph or stays where it is. */
export const alongTheGraph = ofEachCase('I-26', (each) =>
  regionMoves({ ...each, panel: panelMoves(each) }).flatMap(({ region, from, to, because }) =>
    from === to || isEdge(currentRuleSet.graphs, region, from, to)
      ? []
      : [`${region} went from ${from} to ${to} by ${because}`],
  ),
);
