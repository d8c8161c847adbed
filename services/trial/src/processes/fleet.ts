import { StartError } from '@parley/hosting/installation';
import type { ListeningPlan } from '../plan/process-plan';
import type { View } from '../view/view';
import type { RunningProcess } from './process-list';
import { readProcess } from './reading';
import { SupervisedProcess } from './supervised-process';

interface Member {
  readonly plan: ListeningPlan;
  readonly process: SupervisedProcess;
}

export interface FleetOptions {
  readonly services: readonly ListeningPlan[];
  readonly gateway: ListeningPlan;
  readonly view: View;
  /** Whether lag is shown: it costs each service queries. */
  readonly withLag: boolean;
}

/** Milliseconds in which all have to be ready at first. */
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

  /** Resolves when all are ready. @throws StartError that names who is not, when that takes too long */
  async ready(): Promise<void> {
    const deadline = performance.now() + START_MS;
    for (const { plan } of this.#all) {
      for (;;) {
        const { state, note } = await readProcess(plan, false);
        if (state === 'ready') break;
        if (performance.now() > deadline)
          throw new StartError(`${plan.name} is ${state} after ${START_MS / 1_000} s (${note}).`);
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      }
    }
  }

  /** Asks all how they are, and shows it. @returns who they are */
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
 * Logs are passed on as they are; what a process says to a person of itself is said with its name, and its greeting is
 * not.
 */
const hearing =
  ({ name }: ListeningPlan, view: View) =>
  (line: string, stream: 'stdout' | 'stderr') => {
    if (line.startsWith('{')) view.write(`${line}\n`);
    else if (stream === 'stderr' && line !== '')
      view.say(`${name} ${line.replace(/^parley [a-z-]+: /, '').replace(/\.$/, '')}`);
  };
