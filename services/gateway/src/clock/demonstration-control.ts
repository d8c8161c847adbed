import type { Instant } from '@parley/kernel';
import { serviceAway } from '../proxy/service-away';

/**
 * What a demonstration asks of one instance of a service. It asks on the instance's own port, which no client reaches.
 */
export interface DemonstrationControl {
  /** Resolves when its clock is at the instant. */
  reached(now: Instant): Promise<void>;
  /** The first expiry after an instant, if any deadline is running. */
  nextDue(after: Instant): Promise<Instant | undefined>;
  /** Fires what is due. @returns how many were fired */
  fire(now: Instant): Promise<number>;
}

/** Milliseconds for one answer. Longer than a move waits for all to settle, so that the move gives up first. */
export const PATIENCE_MS = 90_000;

/** @param url origin of the instance @throws ProblemError 503 from each question that it does not answer */
export function demonstrationControl(url: string): DemonstrationControl {
  const ask = async (path: string, body?: object): Promise<Response> => {
    const answer = await fetch(`${url}/internal/demonstration/${path}`, {
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body === undefined
        ? {}
        : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    }).catch(() => undefined);
    if (!answer?.ok) throw serviceAway();
    return answer;
  };
  return {
    reached: async (now) => {
      await ask('reached', { now });
    },
    nextDue: async (after) =>
      (
        (await (await ask(`next-due?after=${encodeURIComponent(after)}`)).json()) as {
          readonly nextDue: Instant | null;
        }
      ).nextDue ?? undefined,
    fire: async (now) => ((await (await ask('fire', { now })).json()) as { readonly fired: number }).fired,
  };
}
