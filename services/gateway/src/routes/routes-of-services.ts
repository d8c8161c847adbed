import { OWN_ROUTES, keptAnswer, type OwnRoute } from '@parley/http';
import { askService } from '../behind/ask-service';
import { serviceAway } from '../proxy/service-away';
import type { ServiceInstances } from '../proxy/service-instances';
import { PathTree } from './path-tree';

/** Where a request goes. */
export interface Way extends OwnRoute {
  readonly service: Context;
}

/** The instances of each service. */
export type Services = Readonly<Record<Context, ServiceInstances>>;

/** Milliseconds in which a service must tell its routes. */
const PATIENCE_MS = 2_000;

/** True for an internal path, which is never forwarded. */
export const isInside = (path: string): boolean => path.startsWith('/internal');

/**
 * Which service answers which path, as the services themselves say. It finds an act that a newer version of a service
 * brings by asking the services again. A path that is not among their routes is not forwarded.
 */
export class RoutesOfServices {
  readonly #known = new Map<Context, readonly OwnRoute[]>();
  #tree = new PathTree<Way>();
  readonly #ask: () => Promise<void>;

  /** @param keptMs milliseconds for which the services are not asked for their routes again */
  constructor(services: Services, keptMs = 1_000) {
    this.#ask = keptAnswer(keptMs, () => this.#learn(services));
  }

  /**
   * The way of a path, without its query; `undefined` when no service answers it.
   * @throws ProblemError 503 when no known route fits and some service was never reached: the path may be one of its
   *   own
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
 * The bounded contexts whose services stand behind the gateway, in the order in which they are listed. When several
 * answer the same path, the first of them is asked.
 */
export const CONTEXTS = ['intake', 'evidence', 'panelreview', 'referral', 'audit'] as const;

export type Context = (typeof CONTEXTS)[number];
