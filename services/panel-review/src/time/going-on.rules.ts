import type { Instant } from '@parley/kernel';
import type { Repudiated, StandStill } from '@parley/procedure';
import type { ToldFact, ToldOfCase } from './known-case.rules';

/** A time in which no clock of the screening ran, and what ended it. */
export type StoodStill = StandStill & { readonly by: 'resumed' | 'reopened' };

/** A side repudiated the settlement that had ended the screening, which goes on from `at` (I-67). */
export interface RepudiatedEnd extends Repudiated {
  readonly endedAt: Instant;
}

/** A screening that ended while it was suspended has stood still since the suspension. */
export function goesOn(
  known: ToldOfCase,
  { told: by, longStop, still, at }: Extract<ToldFact, { told: 'resumed' | 'reopened' }>,
): ToldOfCase {
  const stood = { ...still, from: known.suspendedAt ?? still.from, by };
  return {
    ...withLongStop(known, longStop),
    suspendedAt: null,
    screeningEnd: null,
    stoodStill: [...known.stoodStill, stood],
    wentOn: { by, at },
  };
}

/** While the screening is suspended, its clocks stand still whether it had ended or not. */
export function endSetAside(
  known: ToldOfCase,
  { told, longStop, repudiated, at }: Extract<ToldFact, { told: 'lapse-set-aside' }>,
): ToldOfCase {
  const goesOn = { ...withLongStop(known, longStop ?? null), screeningEnd: null };
  return !repudiated || known.suspendedAt !== null
    ? { ...goesOn, wentOn: { by: told, at } }
    : {
        ...goesOn,
        repudiated: [...known.repudiated, { ...repudiated, at }],
        wentOn: { by: 'repudiated', at },
      };
}

/** A case has a long-stop from its registration on. */
export const withLongStop = (known: ToldOfCase, longStop: Instant | null): ToldOfCase =>
  known.longStop === null || longStop === null ? known : { ...known, longStop };
