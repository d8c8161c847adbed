import type { Recording } from '@parley/event-store';
import type { Clock, Instant, Party } from '@parley/kernel';
import type { Facts } from '@parley/messaging';
import type { ClocksOf } from '@parley/procedure';
import type { RunningLimits } from './service-process';

/** What a service decides by: its own record, what others told, time, the rules and chance. */
export interface DecidingPorts extends Recording {
  readonly facts: Facts;
  readonly clock: Clock;
  readonly clocksOf: ClocksOf;
  readonly parties: readonly [Party, Party];
  /**
   * Secret of the service alone, from which it derives what it must be able to lay open later, such as the secret of a
   * draw: 32 bytes. Left out for a service that derives nothing.
   */
  readonly derivationKey?: Uint8Array;
  /**
   * Waits until everything that some contexts recorded of a thing by an instant was heard here.
   * @returns false when that takes too long
   */
  waitToHear(contexts: readonly string[], subject: string, instant: Instant): Promise<boolean>;
  readonly limits: RunningLimits;
}

/** The secret of a service that derives others from it. @throws Error where it was given none */
export function ownSecret({ derivationKey }: Pick<DecidingPorts, 'derivationKey'>): Uint8Array {
  if (!derivationKey) throw new Error('a service that derives secrets was given none of its own');
  return derivationKey;
}
