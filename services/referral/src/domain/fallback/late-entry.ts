import { refuse, type Instant, type PersonId, type Refused } from '@parley/kernel';
import type { FallbackEntry, SetAside } from '@parley/procedure';
import type { Act } from '../referral-commands';
import { refusals } from '../refusals';
import type { DefaultSetAside } from './fallback-events';

/** The registry enters an act that came by another channel; its own time is that of the entry. */
export type LateEntry<Command extends Act> = Act & {
  readonly entryId: string;
  readonly channel: string;
  readonly cameAt: Instant;
  /** By whom it was done, and as of when it came. */
  readonly act: Command;
};

/** What the record says of an entry; refused where nobody of a side acted, or who enters it did. */
export function entryOf({ entryId, channel, cameAt, receivedAt: enteredAt, by, act: { by: actor, party } }: LateEntry<Act>, act: string): FallbackEntry | Refused {
  if (party === null) return refuse(refusals.notAPartyOfEntry, '/party');
  if (actor === by) return refuse(refusals.entersOwnAct, '/from');
  return { entryId, act, channel, cameAt, enteredAt, by: by satisfies PersonId, party };
}

export const defaultSetAside = (said: SetAside, cameAt: Instant): DefaultSetAside => ({
  type: 'DefaultSetAside',
  occurredAt: cameAt,
  rule: 'I-19',
  tier: 'PUBLIC',
  data: { ...said, opens: [], closes: [] },
});
