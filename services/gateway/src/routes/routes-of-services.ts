import { OWN_ROUTES, keptAnswer, type OwnRoute } from '@parley/http';
import { askService } from '../behind/ask-service';
import { serviceAway } from '../proxy/service-away';
import type { ServiceInstances } from '../proxy/service-instances';
import { PathTree } from './path-tree';

/** Where a request goes. */
export interface Way extends OwnRoute {
  readonly service: Context;
}

/** What each service is asked through. */
export type Services = Readonly<Record<Context, ServiceInstances>>;

/** Milliseconds in which it has to say. */
const PATIENCE_MS = 2_000;

/** True for a path of the inside of the system, which stays inside. */
export const isInside = (path: string): boolean => path.startsWith('/internal');

/**
 * Which service answers which path, as the services themselves say: an act that a newer version of one brings is found
 * by being asked for. What is not among their routes is not forwarded.
 */
export class RoutesOfServices {
  readonly #known = new Map<Context, readonly OwnRoute[]>();
  #tree = new PathTree<Way>();
  readonly #ask: () => Promise<void>;

  /** @param keptMs milliseconds for which no service is asked again what it answers */
  constructor(services: Services, keptMs = 1_000) {
    this.#ask = keptAnswer(keptMs, () => this.#learn(services));
  }

  /**
   * The way of a path, without its query; `undefined` when no service answers it.
   * @throws ProblemError 503 when none that was ever reached does: it may be a path of one that was not
   */
  async find(path: string): Promise<Way | undefined> {
    const way = this.#tree.find(path);
    if (way) return way;
    await this.#ask();
    const learnt = this.#tree.find(path);
    if (!learnt && this.#known.size < CONTEXTS.length) throw serviceAway();
    return learnt;
  }

  /** A service that does not answer keeps the routes that it had. */
  async #learn(services: Services): Promise<void> {
    await Promise.all(
      CONTEXTS.map(async (context) => {
        const question = { path: OWN_ROUTES, patienceMs: PATIENCE_MS };
        const told = await askService<readonly OwnRoute[]>(services[context], question).catch(() => undefined);
        if (told) this.#known.set(context, told);
      }),
    );
    const tree = new PathTree<Way>();
    for (const service of CONTEXTS)
      for (const route of this.#known.get(service) ?? [])
        if (!isInside(route.pattern)) tree.add(route.pattern, { ...route, service });
    this.#tree = tree;
  }
}

/**
 * The bounded contexts whose services stand behind the gateway, in the order in which they are told of. What several
 * answer alike, such as the keys of the registry at `/v1/keys`, the first is asked for.
 */
export const CONTEXTS = ['intake', 'evidence', 'panelreview', 'referral', 'audit'] as const;

export type Context = (typeof CONTEXTS)[number];
