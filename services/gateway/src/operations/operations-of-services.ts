import { problemCatalogue, ProblemError, type Operations, type OperationsShown, type RebuiltShown, type ReplayedShown } from '@parley/platform';
import { askService } from '../behind/ask-service';
import type { ServiceInstances } from '../proxy/service-instances';
import type { Services } from '../proxy/proxy-routes';
import { CONTEXTS } from '../routes/route-table';

const PATH = '/v1/operations';

/** The operator's view over services that are processes of their own, each asked in the operator's name. */
export function operationsOfServices(services: Services): Operations {
  const serviceOf = (name: string): ServiceInstances => {
    const context = CONTEXTS.find((each) => each === name);
    if (context === undefined) throw new ProblemError(problemCatalogue.notFound);
    return services[context];
  };
  return {
    async read({ authorization }) {
      const shown = await Promise.all(CONTEXTS.map((context) => askService<OperationsShown>(services[context], { path: PATH, authorization })));
      return {
        projections: shown.flatMap(({ projections }) => projections),
        overdue: shown.flatMap(({ overdue }) => overdue),
        parked: shown.flatMap(({ parked }) => parked),
      };
    },
    replay: async (body, { authorization }) => askService<ReplayedShown>(serviceOf(body.service), { path: `${PATH}/parked/replay`, authorization, body }),
    rebuild: async (body, { authorization }) => askService<RebuiltShown>(serviceOf(body.service), { path: `${PATH}/rebuilds`, authorization, body }),
  };
}
