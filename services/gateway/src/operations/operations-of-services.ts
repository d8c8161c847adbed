import {
  problemCatalogue,
  ProblemError,
  type Operations,
  type OperationsShown,
  type RebuiltShown,
  type ReplayedShown,
} from '@parley/http';
import { askService } from '../behind/ask-service';
import type { ServiceInstances } from '../proxy/service-instances';
import type { Services } from '../routes/routes-of-services';
import { CONTEXTS } from '../routes/contexts';

const PATH = '/v1/operations';
/** Milliseconds for work that a service does before it answers: replays and rebuilds of the whole record. */
const WORK_MS = 600_000;

/** The operator's view over services that are processes of their own, each asked in the operator's name. */
export function operationsOfServices(services: Services): Operations {
  const serviceOf = (name: string): ServiceInstances => {
    const context = CONTEXTS.find((each) => each === name);
    if (context === undefined) throw new ProblemError(problemCatalogue.notFound);
    return services[context];
  };
  return {
    async read({ authorization }) {
      const asked = await Promise.all(
        CONTEXTS.map(async (context) => ({
          context,
          answer: await unlessAway(askService<OperationsShown>(services[context], { path: PATH, authorization })),
        })),
      );
      const shown = asked.flatMap(({ answer }) => answer ?? []);
      return {
        projections: shown.flatMap(({ projections }) => projections),
        overdue: shown.flatMap(({ overdue }) => overdue),
        parked: shown.flatMap(({ parked }) => parked),
        checks: shown.flatMap(({ checks }) => checks),
        away: asked.flatMap(({ context, answer }) => (answer === undefined ? [context] : [])),
      };
    },
    replay: async (body, { authorization }) =>
      askService<ReplayedShown>(serviceOf(body.service), {
        path: `${PATH}/parked/replay`,
        authorization,
        body,
        patienceMs: WORK_MS,
      }),
    rebuild: async (body, { authorization }) =>
      askService<RebuiltShown>(serviceOf(body.service), {
        path: `${PATH}/rebuilds`,
        authorization,
        body,
        patienceMs: WORK_MS,
      }),
  };
}

/** The services that are there are shown all the same; what one of them refuses, it refuses for all. */
async function unlessAway<Answer>(asking: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof ProblemError && error.kind === problemCatalogue.unavailable) return undefined;
    throw error;
  }
}
