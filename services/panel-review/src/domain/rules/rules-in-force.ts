import type { Instant } from '@parley/kernel';
import type { PanelCommand } from '../panel-commands';
import type { OpenedPanel } from '../panel-state';

/** A version of the rules that the case had, up to the instant at which both parties took another. */
export interface FormerRules {
  readonly version: string;
  readonly until: Instant;
}

/**
 * The version under which a command starts clocks. A default that is decided late takes effect as of its expiry, hence
 * under the version that was in force then (I-18).
 */
export function rulesInForce(command: PanelCommand, { ruleSetVersion, formerRules, running }: OpenedPanel): string {
  const expiry = command.type === 'ExpireDeadline' ? running[command.deadlineId]?.dueAt : undefined;
  const then = expiry === undefined ? undefined : formerRules.find(({ until }) => expiry <= until);
  return then?.version ?? ruleSetVersion;
}
