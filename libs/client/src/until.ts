import type { Answered } from './parley';
import { ParleyProblem } from './problem';
import { passed } from './transport';

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1_000;

export interface Until {
  /** Milliseconds after which it gives up; 10,000 when left out. */
  readonly withinMs?: number;
  readonly signal?: AbortSignal;
}

/**
 * Asks until the answer shows what is waited for. What follows from an act in another service comes a moment later:
 * until then it is not there (404), or not in the answer.
 * @throws the last ParleyProblem, or an Error, when it does not come in time
 */
export async function until<Data>(
  ask: () => Promise<Answered<Data>>,
  shows: (data: Data) => boolean = () => true,
  { withinMs = 10_000, signal }: Until = {},
): Promise<Answered<Data>> {
  const end = performance.now() + withinMs;
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    const asked = await ask().catch((error: unknown) => {
      if (error instanceof ParleyProblem && error.status === 404) return error;
      throw error;
    });
    if (!(asked instanceof ParleyProblem) && shows(asked.data)) return asked;
    if (performance.now() + pause > end)
      throw asked instanceof ParleyProblem ? asked : new Error(`what was waited for was not shown in ${withinMs} ms`);
    await passed(pause, signal);
  }
}
