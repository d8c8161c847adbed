/** The parts of a V8 CPU profile that are read here. Times are in microseconds. */
export interface CpuProfile {
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  /** Time before each sample. */
  readonly timeDeltas: readonly number[];
}

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
  readonly children?: readonly number[];
}

/** A kind of work, recognised by the files or functions that do it. */
export interface WorkKind {
  readonly name: string;
  readonly at: RegExp;
}

export const ELSE = 'else';

/**
 * Microseconds of each kind of work. A sample belongs to the innermost frame that some kind names. So a function counts
 * for the step that calls it, unless it is a step itself.
 */
export function timeByWork(
  { nodes, samples, timeDeltas }: CpuProfile,
  kinds: readonly WorkKind[],
): ReadonlyMap<string, number> {
  const workOf = workOfNodes(nodes, kinds);
  const times = new Map<string, number>();
  for (const [index, id] of samples.entries()) {
    const work = workOf.get(id) ?? ELSE;
    times.set(work, (times.get(work) ?? 0) + Math.max(0, timeDeltas[index] ?? 0));
  }
  return times;
}

function workOfNodes(nodes: readonly ProfileNode[], kinds: readonly WorkKind[]): ReadonlyMap<number, string> {
  const works = new Map<number, string>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const open: [ProfileNode, string][] = nodes.slice(0, 1).map((root) => [root, ELSE]);
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, around] = next;
    const { functionName, url } = node.callFrame;
    const work = kinds.find(({ at }) => at.test(`${url} ${functionName}`))?.name ?? around;
    works.set(node.id, work);
    for (const child of node.children ?? []) {
      const found = byId.get(child);
      if (found) open.push([found, work]);
    }
  }
  return works;
}
