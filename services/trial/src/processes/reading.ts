import type { ListeningPlan } from '../plan/process-plan';

/** How a process is, in a word, and what there is to say of it. */
export interface Reading {
  readonly state: 'ready' | 'degraded' | 'not ready' | 'away';
  readonly note: string;
  /** Events that its consumers have still to handle; absent where it does not count them. */
  readonly lag?: number;
}

interface Readiness {
  readonly status: string;
  readonly reasons: readonly { readonly check: string; readonly reason: string }[];
  readonly degraded: readonly { readonly check: string; readonly reason: string }[];
}

/** Milliseconds in which a process has to say how it is. */
const PATIENCE_MS = 2_500;

/** Asks a process how it is. @param withLag whether it is also asked for its lag, which costs it queries */
export async function readProcess({ url, metricsUrl }: ListeningPlan, withLag: boolean): Promise<Reading> {
  try {
    const [readiness, metrics] = await Promise.all([
      ask(`${url}/readyz`),
      withLag && metricsUrl !== undefined ? ask(metricsUrl) : undefined,
    ]);
    return readingOf(JSON.parse(readiness) as Readiness, metrics);
  } catch {
    return { state: 'away', note: 'it does not answer' };
  }
}

export function readingOf({ status, reasons, degraded }: Readiness, metrics: string | undefined): Reading {
  const said = [...new Set([...reasons, ...degraded].map(({ check, reason }) => `${check}: ${reason}`))];
  const state = status !== 'ready' ? 'not ready' : degraded.length > 0 ? 'degraded' : 'ready';
  return { state, note: said.join('; '), ...(metrics === undefined ? {} : lagIn(metrics)) };
}

/** The sum over all consumers, as Prometheus is told it; nothing of a process that has none. */
function lagIn(metrics: string): { readonly lag?: number } {
  const samples = [...metrics.matchAll(/^parley_consumer_lag_events\{[^}]*\} ([\d.e+]+)/gm)].map(([, value]) =>
    Number(value),
  );
  return samples.length === 0 ? {} : { lag: samples.reduce((sum, value) => sum + value, 0) };
}

const ask = async (url: string): Promise<string> =>
  (await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) })).text();
