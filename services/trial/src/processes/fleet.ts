import { StartError } from '@parley/hosting/installation';
import type { ListeningPlan } from '../plan/process-plan';
import type { View } from '../view/live-view';
import type { RunningProcess } from './own-servers';
import { SupervisedProcess, withoutName } from './supervised-process';

interface Member {
  readonly plan: ListeningPlan;
  readonly process: SupervisedProcess;
}

export interface FleetOptions {
  readonly services: readonly ListeningPlan[];
  readonly gateway: ListeningPlan;
  readonly view: View;
  /** Whether lag is shown. Counting it costs each service queries. */
  readonly withLag: boolean;
}

/** Milliseconds in which all have to be ready after the start. */
const START_MS = 120_000;
const LOOK_MS = 100;

/** Every process of the system, looked after together. */
export class Fleet {
  readonly #services: readonly Member[];
  readonly #gateway: Member;

  constructor(private readonly options: FleetOptions) {
    const { services, gateway, view } = options;
    const member = (plan: ListeningPlan): Member => ({
      plan,
      process: new SupervisedProcess(plan, { hear: hearing(plan, view), say: (sentence) => view.say(sentence) }),
    });
    this.#services = services.map(member);
    this.#gateway = member(gateway);
  }

  start(): void {
    for (const { process } of this.#all) process.start();
  }

  /**
   * Resolves when all are ready. @throws StartError with the sentence of one that cannot start, or that names one that
   * takes too long
   */
  async ready(): Promise<void> {
    const deadline = performance.now() + START_MS;
    for (const { plan } of this.#all) {
      for (;;) {
        const { state, note } = await readProcess(plan, false);
        if (state === 'ready') break;
        const refusal = this.#all.map((each) => each.process.refusal).find((each) => each !== undefined);
        if (refusal !== undefined) throw new StartError(refusal);
        if (performance.now() > deadline)
          throw new StartError(`${plan.name} is ${state} after ${START_MS / 1_000} s (${note}).`);
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      }
    }
  }

  /** Asks all processes how they are, and shows it. @returns all of them */
  async look(): Promise<readonly RunningProcess[]> {
    const { view, withLag } = this.options;
    const all = await Promise.all(
      this.#all.map(async ({ plan, process }) => ({
        plan,
        name: plan.name,
        pid: process.pid,
        ...(await readProcess(plan, withLag)),
      })),
    );
    view.show(all);
    return all.map(({ plan: { name, url, metricsUrl }, pid, state }) => ({
      ...{ name, pid, url, ready: pid !== undefined && (state === 'ready' || state === 'degraded') },
      ...(metricsUrl === undefined ? {} : { metricsUrl }),
    }));
  }

  /** Ends all: first the gateway, so that nothing new comes in while the services finish what they accepted. */
  async stop(): Promise<void> {
    await this.#gateway.process.stop();
    await Promise.all(this.#services.map(({ process }) => process.stop()));
  }

  get #all(): readonly Member[] {
    return [...this.#services, this.#gateway];
  }
}

/**
 * Passes logs on unchanged. What a process says to a person is passed on with the name of the process. Its greeting is
 * dropped.
 */
const hearing =
  ({ name }: ListeningPlan, view: View) =>
  (line: string, stream: 'stdout' | 'stderr') => {
    if (line.startsWith('{')) view.write(`${line}\n`);
    else if (stream === 'stderr' && line !== '') view.say(`${name} ${withoutName(line).replace(/\.$/, '')}`);
  };

/** The state of a process in a word, and what there is to say of it. */
export interface Reading {
  readonly state: 'ready' | 'degraded' | 'not ready' | 'away';
  readonly note: string;
  /** Events that its consumers have still to handle; absent when it does not count them. */
  readonly lag?: number;
}

interface Readiness {
  readonly status: string;
  readonly reasons: readonly { readonly check: string; readonly reason: string }[];
  readonly degraded: readonly { readonly check: string; readonly reason: string }[];
}

/** Milliseconds in which a process must answer. */
const PATIENCE_MS = 2_500;

/** Asks a process how it is. @param withLag whether to ask for its lag too, which costs it queries */
async function readProcess({ url, metricsUrl }: ListeningPlan, withLag: boolean): Promise<Reading> {
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

/** The sum over all consumers, read from the metrics for Prometheus; absent for a process that has none. */
function lagIn(metrics: string): { readonly lag?: number } {
  const samples = [...metrics.matchAll(/^parley_consumer_lag_events\{[^}]*\} ([\d.e+]+)/gm)].map(([, value]) =>
    Number(value),
  );
  return samples.length === 0 ? {} : { lag: samples.reduce((sum, value) => sum + value, 0) };
}

const ask = async (url: string): Promise<string> =>
  (await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) })).text();
