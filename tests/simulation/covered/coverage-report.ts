import type { Simulated } from '../secretariat/simulated-service';
import { everything, KINDS, uncovered, type Coverage } from './coverage';
import { UNREACHABLE } from './unreachable';

/**
 * How often each edge was taken, each refusal given and each default decided, the rarest first, and which never were.
 */
export function coverageReport(coverage: Coverage, services: readonly Simulated[]): string {
  const all = everything(services);
  const sections = KINDS.map((kind) => {
    const lines = all[kind]
      .map((name) => ({ name, count: coverage[kind][name] ?? 0 }))
      .filter(({ count }) => count > 0)
      .toSorted((one, other) => one.count - other.count)
      .map(({ name, count }) => `  ${String(count).padStart(8)}  ${name}`);
    return [`${kind}, ${String(lines.length)} of ${String(all[kind].length)}:`, ...lines].join('\n');
  });
  const beyond = Object.entries(UNREACHABLE).map(([name, why]) => `            ${name}: ${why}`);
  const never = uncovered(coverage, services).map((name) => `     never  ${name}`);
  return [
    ...sections,
    'beyond a simulation:',
    ...beyond,
    ...(never.length > 0 ? ['never covered:', ...never] : ['Nothing was left uncovered.']),
    '',
  ].join('\n');
}
