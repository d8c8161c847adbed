import {
  problemCatalogue,
  ProblemError,
  showSecurityEvents,
  type DismissedMessageShown,
  type DismissedMessagesShown,
  type Operations,
  type OperationsShown,
  type RebuiltShown,
  type ReplayedShown,
  type SecurityEventsShown,
  type SecurityLog,
  wholeList,
} from '@parley/http';
import { dismissalRefusals } from '@parley/processes';
import { askService } from '../behind/ask-service';
import type { ServiceInstances } from '../proxy/service-instances';
import { type Services, CONTEXTS } from '../routes/routes-of-services';

const PATH = '/v1/operations';
const DISMISSALS = `${PATH}/parked/dismissals`;
/** Milliseconds for work that a service does before it answers: replays and rebuilds of the whole record. */
const WORK_MS = 600_000;

/**
 * The operator's view over services that are processes of their own. Each is asked in the operator's name.
 * @param own security events of the gateway itself
 */
export function operationsOfServices(services: Services, own: SecurityLog): Operations {
  const serviceOf = (name: string): ServiceInstances => {
    const context = CONTEXTS.find((each) => each === name);
    if (context === undefined) throw new ProblemError(problemCatalogue.notFound);
    return services[context];
  };
  const askAll = async <Shown>(path: string, authorization: string | undefined) => {
    const asked = await Promise.all(
      CONTEXTS.map(async (context) => ({
        context,
        answer: await unlessAway(askService<Shown>(services[context], { path, authorization })),
      })),
    );
    return {
      shown: asked.flatMap(({ answer }) => answer ?? []),
      away: asked.flatMap(({ context, answer }) => (answer === undefined ? [context] : [])),
    };
  };
  return {
    async read({ authorization }) {
      const { shown, away } = await askAll<OperationsShown>(PATH, authorization);
      return {
        projections: shown.flatMap(({ projections }) => projections),
        overdue: shown.flatMap(({ overdue }) => overdue),
        parked: shown.flatMap(({ parked }) => parked),
        checks: shown.flatMap(({ checks }) => checks),
        away,
      };
    },
    async dismissed(_, { authorization }) {
      const { shown, away } = await askAll<DismissedMessagesShown>(DISMISSALS, authorization);
      const items = shown.flatMap((each) => each.items).sort((one, other) => (one.at > other.at ? -1 : 1));
      return { ...wholeList(items), away };
    },
    async securityEvents({ day, party }, { authorization }) {
      const path = `/v1/security-events?day=${day}`;
      const { shown, away } = await askAll<SecurityEventsShown>(path, authorization);
      const { items, more } = await own.of(day, party);
      // What an operator has done here a service did, which noted it.
      const ofGateway = {
        items: items.filter(({ route, outcome }) => outcome !== 'done' || !route.startsWith(PATH)),
        more,
      };
      return showSecurityEvents([ofGateway, ...shown], away);
    },
    dismiss: async (body, _, { authorization, idempotencyKey }) =>
      askService<DismissedMessageShown>(serviceOf(body.service), {
        ...{ path: DISMISSALS, authorization, idempotencyKey, body },
        refuses: Object.values(dismissalRefusals),
      }),
    replay: async (body, { authorization, idempotencyKey }) =>
      askService<ReplayedShown>(serviceOf(body.service), {
        path: `${PATH}/parked/replay`,
        authorization,
        idempotencyKey,
        body,
        patienceMs: WORK_MS,
      }),
    rebuild: async (body, { authorization, idempotencyKey }) =>
      askService<RebuiltShown>(serviceOf(body.service), {
        path: `${PATH}/rebuilds`,
        authorization,
        idempotencyKey,
        body,
        patienceMs: WORK_MS,
      }),
  };
}

/**
 * Leaves out a service that is away, so that the others are still shown. A refusal by one service refuses the whole.
 */
async function unlessAway<Answer>(asking: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof ProblemError && error.kind === problemCatalogue.unavailable) return undefined;
    throw error;
  }
}
