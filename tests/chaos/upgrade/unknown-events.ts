/** How many unknown messages a process has counted, by what was unknown of them: `type`, `field`. */
export async function unknownEvents(metricsUrl: string): Promise<Readonly<Record<string, number>>> {
  const metrics = await (await fetch(metricsUrl)).text();
  const counts: Record<string, number> = {};
  for (const [, labels = '', value] of metrics.matchAll(/^parley_unknown_events_total\{([^}]*)\} ([\d.e+]+)/gm)) {
    const what = /what="(\w+)"/.exec(labels)?.[1] ?? 'other';
    counts[what] = (counts[what] ?? 0) + Number(value);
  }
  return counts;
}
