import type { FollowedServices } from '@parley/http';
import type { ServiceInstances } from '../proxy/service-instances';
import { askService } from './ask-service';

/**
 * How far the work of services is, as each of them says. All have told before any is asked whether it has dealt with
 * what it was told: the first would else be asked before the last had told it something.
 * @param services at least one; each is asked by one of its instances, which share their work
 * @param patienceMs milliseconds for each answer
 * @param until what each has done before any is asked whether it has dealt with it: `marked` where time is to move on
 */
export function workOfServices(
  services: readonly ServiceInstances[],
  patienceMs: number,
  until: 'told' | 'marked',
): FollowedServices {
  const askAll = (path: string): Promise<unknown> =>
    Promise.all(services.map((each) => askService<unknown>(each, { path, patienceMs })));
  return {
    async head() {
      const [first] = services;
      if (!first) throw new RangeError('no service to ask');
      return (await askService<{ readonly head: string }>(first, { path: '/internal/work/head', patienceMs })).head;
    },
    async idle() {
      await askAll(`/internal/work/${until}`);
      await askAll('/internal/work/settled');
    },
  };
}
