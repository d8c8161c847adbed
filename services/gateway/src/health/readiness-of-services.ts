import { keptAnswer, type ReadinessCheck } from '@parley/http';
import { type Services, CONTEXTS, type Context } from '../routes/routes-of-services';

export interface Reason {
  readonly check: string;
  readonly reason: string;
}

export interface Readiness {
  readonly status: string;
  readonly reasons: readonly Reason[];
  readonly degraded: readonly Reason[];
}

/** Milliseconds for which a service's answer is kept. */
const KEPT_MS = 1_000;
/** Milliseconds in which a service must answer. Less than the gateway's own answer may take. */
const PATIENCE_MS = 1_500;

/**
 * Tells which services are away, not ready or held up. One of them does not stop the others: the gateway is not ready
 * only when no service takes work.
 */
export function readinessOfServices(services: Services): readonly ReadinessCheck[] {
  const ways = CONTEXTS.map((context) => ({
    context,
    ask: keptAnswer(KEPT_MS, () => Promise.all(services[context].urls.map((url) => readinessAt(url)))),
  }));
  const all: ReadinessCheck = {
    name: 'services',
    check: async () =>
      (await Promise.all(ways.map(async ({ ask }) => (await ask()).some(isReady)))).some(Boolean)
        ? undefined
        : 'no service takes work',
  };
  return [
    all,
    ...ways.map(({ context, ask }) => ({
      name: context,
      check: () => Promise.resolve(undefined),
      degraded: async () => sentenceOf(context, await ask()),
    })),
  ];
}

/** Whether an instance takes work. An instance that does not answer takes none. */
export const isReady = (readiness: Readiness | undefined): boolean => readiness?.status === 'ready';

/** What an instance says of itself; `undefined` when it does not answer. */
export async function readinessAt(url: string): Promise<Readiness | undefined> {
  try {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return (await answer.json()) as Readiness;
  } catch {
    return undefined;
  }
}

/** What the instances say. A sentence that several say comes once. */
function sentenceOf(context: Context, instances: readonly (Readiness | undefined)[]): string | undefined {
  const away = instances.filter((each) => each === undefined).length;
  const said = new Set(
    instances.flatMap((each) => [...(each?.reasons ?? []), ...(each?.degraded ?? [])].map(({ reason }) => reason)),
  );
  const missing =
    away === 0
      ? []
      : [
          instances.length === 1
            ? `${context} does not answer`
            : `${away} of ${instances.length} instances of ${context} do not answer`,
        ];
  return [...missing, ...said].join('; ') || undefined;
}
