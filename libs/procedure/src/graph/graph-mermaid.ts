import type { Region, RegionGraph, RegionGraphs } from './region-graph';

/** Mermaid takes no dash in the name of a state. */
const name = (state: string): string => state.replaceAll('-', '_');

function regionLines(graph: RegionGraph): readonly string[] {
  const labels = new Map<string, string[]>();
  for (const { from, to, on, rule } of graph.edges) {
    const way = `${name(from)} --> ${name(to)}`;
    labels.set(way, [...(labels.get(way) ?? []), `${on} (${rule})`]);
  }
  return [
    'stateDiagram-v2',
    ...Object.entries(graph.states).map(([state, title]) => `  state "${title.en}" as ${name(state)}`),
    `  [*] --> ${name(graph.initial)}`,
    ...[...labels].map(([way, texts]) => `  ${way}: ${texts.join(', or ')}`),
  ];
}

/** The graphs of all regions as Markdown with Mermaid diagrams, one under the other. */
export function mermaidOf(graphs: RegionGraphs): string {
  const regions = Object.keys(graphs) as Region[];
  return regions
    .map((region) =>
      [
        `## ${graphs[region].title.en} (${graphs[region].stages})`,
        '',
        '```mermaid',
        ...regionLines(graphs[region]),
        '```',
      ].join('\n'),
    )
    .join('\n\n');
}
