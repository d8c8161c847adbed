import type { Clock } from '@parley/kernel';
import { degradationOf, keptAnswer, type ReadinessCheck } from '@parley/http';
import type { OperatedService } from '@parley/telemetry';
import type { InstallationRules } from '../installation/installation-rules';
import type { OpenService } from './start-service';

/** Milliseconds for which it is not asked again what is degraded. */
const DEGRADED_MS = 2_000;

/** A running service as its operator sees it. */
export const operated = ({ context, running: { workers, timers } }: OpenService): OperatedService => ({
  context,
  workers,
  timers,
});

/** Whether a service takes work, and what of its work stands still. */
export const readiness = (service: OpenService, clock: Clock): ReadinessCheck => ({
  name: service.context,
  check: () => Promise.resolve(service.running.unready()[0]),
  degraded: keptAnswer(DEGRADED_MS, () => degradationOf(operated(service), clock.now())),
});

/** What knows why no act can be taken just now: a clock, a disk. */
interface Watch {
  reason(): string | undefined;
}

/** Whether acts can be taken, for all that a watch knows. */
export const watchCheck = (name: string, watch: Watch): ReadinessCheck => ({
  name,
  check: () => Promise.resolve(watch.reason()),
});

/** Whether it goes by the rules that stand in the record, and was given no others. */
export const rulesCheck = (rules: Pick<InstallationRules, 'fault'>): ReadinessCheck => ({
  name: 'rules',
  check: () => Promise.resolve(rules.fault()),
});
