import { randomUUID } from 'node:crypto';
import { wholeList } from '../paging/pages-of';
import { actorOf, hasRole, mayActOutsideCases } from '@parley/access';
import { commandIdOf, sha256 } from '@parley/event-store';
import { canonicalJson, type Sha256 } from '@parley/kernel';
import { dismissedIn, isForBothParties, type DismissedMessage, type OperatorsOrder } from '@parley/processes';
import type { Rebuilt } from '@parley/projections';
import { commandContextOf } from '../acts/received-act';
import { respond } from '../acts/respond';
import { problemCatalogue } from '../problems/problem-catalogue';
import { ProblemError } from '../problems/problem.error';
import type { OperatedService } from '@parley/telemetry';
import { showSecurityEvents } from '../security/security-events.response';
import type { SecurityLog } from '../security/security-log';
import type { Operations, OrderedWork } from './operations';
import type {
  CheckStatusShown,
  DismissedMessageShown,
  OverdueTimerShown,
  ParkedMessageShown,
  ProjectionStatusShown,
} from './operations.response';

/** The operations over services of this process, and what its log of security events shows. */
export function ownOperations(services: readonly OperatedService[], security: SecurityLog): Operations {
  const serviceOf = (context: string): OperatedService =>
    services.find((each) => each.context === context) ?? notFound();
  const rebuild = rebuildOnce();
  return {
    async read() {
      const [projections, overdue, parked, checks] = await Promise.all([
        Promise.all(services.map(projectionsOf)),
        Promise.all(services.map(overdueOf)),
        Promise.all(services.map(parkedOf)),
        Promise.all(services.map(checksOf)),
      ]);
      return {
        projections: projections.flat(),
        overdue: overdue.flat(),
        parked: parked.flat(),
        checks: checks.flat(),
        away: [],
      };
    },
    async replay({ service, consumer, key }, work) {
      const { consumers, orders } = serviceOf(service).workers;
      const [, found] = Object.entries(consumers).find(([name]) => name === consumer) ?? notFound();
      await record(orders, { type: 'OrderReplay', consumer, key: key ?? null, at: work.receivedAt }, work);
      return { replayed: await found.replayParked(key) };
    },
    async dismissed(caller) {
      const all = await Promise.all(
        services.map(async ({ context, workers }) =>
          (await workers.dismissals.list())
            .filter(({ tier }) => hasRole(caller, 'operator') || isForBothParties(tier))
            .map((message) => dismissedShown(context, message)),
        ),
      );
      return { ...wholeList(all.flat().sort((one, other) => (one.at > other.at ? -1 : 1))), away: [] };
    },
    async dismiss({ service, work, id, digest, reason }, act) {
      const may = mayActOutsideCases(act.declared, act.caller);
      if (may.kind === 'refused') throw ProblemError.refused(may);
      const { dismissals } = serviceOf(service).workers;
      const asked = { work, id, digest: digest as Sha256, reason, at: act.receivedAt };
      const context = commandContextOf(act, may.actor, dismissals.ruleSetVersion);
      const outcome = await dismissals.dismiss(asked, context);
      const [shown] = respond(outcome, ({ events }) =>
        events.map((event) => dismissedShown(service, dismissedIn(event))),
      ).body;
      return shown ?? notFound();
    },
    securityEvents: async ({ day, party }) => showSecurityEvents([await security.of(day, party)]),
    async rebuild({ service, projection }, work) {
      const { projections, onDemand = {}, orders } = serviceOf(service).workers;
      const model = projections.find(({ name }) => name === projection);
      const [, check] = Object.entries(onDemand).find(([name]) => name === projection) ?? [];
      const run = model ? () => model.rebuild() : (check ?? notFound());
      await record(orders, { type: 'OrderRebuild', projection, at: work.receivedAt }, work);
      const { events, seconds } = await rebuild(`${service} ${projection}`, run);
      return { events, seconds };
    },
  };
}

type Went = Pick<Rebuilt, 'events' | 'seconds'>;

/**
 * Runs one rebuild of a read model, or one check, at a time, and gives its answer to all who ask meanwhile. On a long
 * record it takes longer than a connection may be silent, so a caller who lost the answer asks again. A second rebuild
 * would end the first.
 */
function rebuildOnce(): (name: string, run: () => Promise<Went>) => Promise<Went> {
  const underWay = new Map<string, Promise<Went>>();
  return (name, run) => {
    const rebuilding = underWay.get(name) ?? run().finally(() => underWay.delete(name));
    underWay.set(name, rebuilding);
    return rebuilding;
  };
}

/** Puts an order on record, once for each order under a key. @throws ProblemError 503 where it cannot be recorded */
async function record(
  orders: OperatedService['workers']['orders'],
  order: OperatorsOrder,
  { caller, idempotencyKey }: OrderedWork,
): Promise<void> {
  const { at, ...asked } = order;
  const bodyDigest = sha256(canonicalJson(asked));
  const id = commandIdOf('order', caller.personId, bodyDigest, idempotencyKey ?? `${at} ${randomUUID()}`);
  const context = {
    commandId: id,
    cause: { kind: 'command', id, bodyDigest },
    actor: actorOf(caller, 'operator'),
    ruleSetVersion: orders.ruleSetVersion,
  } as const;
  respond(await orders.act('service', order, context), () => undefined);
}

const notFound = (): never => {
  throw new ProblemError(problemCatalogue.notFound);
};

const projectionsOf = ({ context, workers }: OperatedService): Promise<ProjectionStatusShown[]> =>
  Promise.all(
    workers.projections.map(async (runner) => {
      const { state, caughtUp, secondsSinceMoved, unknownKind } = runner.status();
      const shown = { service: context, name: runner.name, state: unknownKind === undefined ? state : 'waiting' };
      // An instance that stands by moves nothing; what counts is how far the active one is.
      if (state !== 'standing-by') return { ...shown, caughtUp, secondsSinceMoved };
      const nothingLeft = (await runner.behind(1)) === 0;
      return { ...shown, caughtUp: nothingLeft, secondsSinceMoved: nothingLeft ? 0 : secondsSinceMoved };
    }),
  );

const checksOf = ({ context, workers }: OperatedService): Promise<CheckStatusShown[]> =>
  Promise.all(
    Object.entries(workers.checks ?? {}).map(async ([name, check]) => ({ service: context, name, ...(await check()) })),
  );

async function overdueOf({ context, timers }: OperatedService): Promise<OverdueTimerShown[]> {
  const overdue = await Promise.all(timers.map((each) => each.overdue()));
  return overdue.flat().map(({ subject, deadlineId, dueAt, tries }) => ({
    service: context,
    caseId: subject,
    deadline: deadlineId,
    dueAt,
    tries,
  }));
}

async function parkedOf({ context, workers }: OperatedService): Promise<ParkedMessageShown[]> {
  const ofConsumers = Object.entries(workers.consumers).map(async ([consumer, each]) =>
    (await each.parked()).map((message) => ({ service: context, consumer, ...message })),
  );
  return (await Promise.all(ofConsumers)).flat();
}

const dismissedShown = (
  service: string,
  { work, id, key, digest, failure, reason, by, at }: DismissedMessage,
): DismissedMessageShown => ({
  ...{ service, work, id, key, digest, failure, reason, at },
  by: by.kind === 'person' ? by.personId : null,
});
