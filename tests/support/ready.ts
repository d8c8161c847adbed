import { setTimeout as sleep } from 'node:timers/promises';
import type { SpawnedService } from './spawn-service';

export interface Readiness {
  readonly code: number;
  readonly status: string;
  readonly reasons: readonly { readonly check: string; readonly reason: string }[];
  readonly degraded: readonly { readonly check: string; readonly reason: string }[];
}

const PATIENCE_MS = 60_000;

/** What a process says of its readiness. */
export async function readinessOf(url: string): Promise<Readiness> {
  const answer = await fetch(`${url}/readyz`);
  return { code: answer.status, ...((await answer.json()) as Omit<Readiness, 'code'>) };
}

/**
 * The reasons why a process is not ready, once it answers with a code; those of its last answer when that takes too
 * long.
 */
export async function reasonsOnce(url: string, code: number): Promise<Readiness['reasons']> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const said = await readinessOf(url);
    if (said.code === code || Date.now() > deadline) return said.reasons;
    await sleep(100);
  }
}

/**
 * Waits until a service's readiness is as asked.
 * @returns its address
 * @throws with the last answer when that takes too long
 */
export async function untilReady(
  service: SpawnedService,
  isAsked: (readiness: Readiness) => boolean = ({ code }) => code === 200,
): Promise<string> {
  const url = await service.listens();
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    // Between answering for its health and serving, nobody listens on its port for a moment.
    const said = await readinessOf(url).catch(String);
    if (typeof said !== 'string' && isAsked(said)) return url;
    if (Date.now() > deadline)
      throw new Error(
        `not as asked within ${String(PATIENCE_MS)} ms: ${JSON.stringify(said)}\n${service.said.join('\n')}`,
      );
    await sleep(50);
  }
}
