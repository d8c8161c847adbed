import type { Clock } from '@parley/kernel';
import { degradationOf, keptAnswer, type ReadinessCheck } from '@parley/http';
import type { OperatedService } from '@parley/telemetry';
import type { InstallationRules } from '../installation/installation-rules';
import { isTrial, TRIAL } from '../settings/store-transport';
import type { OpenService } from './start-service';

/** Milliseconds for which an answer about degraded work is kept. */
const DEGRADED_MS = 2_000;

/** A running service as its operator sees it. */
export const operated = ({ context, running: { workers, timers } }: OpenService): OperatedService => ({
  context,
  workers,
  timers,
});

/** Checks whether a service takes work, and which of its work stands still. */
export const readiness = (service: OpenService, clock: Clock): ReadinessCheck => ({
  name: service.context,
  check: () => Promise.resolve(service.running.unready()[0]),
  degraded: keptAnswer(DEGRADED_MS, () => degradationOf(operated(service), clock.now())),
});

/** A clock or a disk that knows why no act can be taken just now. */
interface Watch {
  reason(): string | undefined;
}

/** Checks whether acts can be taken as far as a watch knows. */
export const watchCheck = (name: string, watch: Watch): ReadinessCheck => ({
  name,
  check: () => Promise.resolve(watch.reason()),
});

/** Checks that the service goes by the rules in the record, was given no others, and that some are in effect. */
export const rulesCheck = (rules: Pick<InstallationRules, 'fault' | 'wanting'>, clock: Clock): ReadinessCheck => ({
  name: 'rules',
  check: () => Promise.resolve(rules.fault()),
  degraded: () => Promise.resolve(rules.wanting(clock.now())),
});

/**
 * Says in /readyz, for as long as the process runs, that production is only tried here. It says so in the log at once.
 * @returns nothing where it is not tried
 */
export function trialCheck(
  settings: Parameters<typeof isTrial>[0],
  logger: { warn(line: object, text: string): void },
): readonly ReadinessCheck[] {
  if (!isTrial(settings)) return [];
  logger.warn({ trial: TRIAL }, 'not for production');
  return [{ name: 'trial', check: () => Promise.resolve(undefined), degraded: () => Promise.resolve(TRIAL) }];
}
