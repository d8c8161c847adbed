import { knownFrom } from '@parley/contracts';
import type { Instant } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { ToldOfCase } from '../../../services/referral/src/referral/known-case.rules';
import { takingOfReferral, taughtBy } from '../../../services/referral/src/referral/referral.hears';
import {
  noReferral,
  referralOf,
  type ReferralState,
} from '../../../services/referral/src/referral/referral-state.rules';
import type { CaseHistory } from '../../simulation/history/case-history';

/** The state of a referral after it heard or recorded something. */
interface Moment {
  /** What was heard or recorded. */
  readonly because: string;
  /** Its instant in law. */
  readonly at: Instant;
  readonly state: ReferralState;
}

const isHeard = (event: PublicEvent): boolean => taughtBy(event).length > 0;

/** What the referral knew of a case from the messages that it had heard at a time. */
export const knownToReferral = ({ heard }: CaseHistory, when: (heardAt: Instant) => boolean): ToldOfCase =>
  knownFrom(
    takingOfReferral,
    heard.flatMap(({ by, at, event }) => (by === 'referral' && isHeard(event) && when(at) ? [event] : [])),
  ).view;

/** The facts on which the referral relied when it recorded something. */
export const reliedOn = (facts: readonly string[], { told }: CaseHistory): ToldOfCase =>
  knownFrom(
    takingOfReferral,
    told.filter(({ id }) => facts.includes(id)),
  ).view;

/** The states of a referral after each message that it heard and each event that it recorded. */
export function momentsOf(each: CaseHistory): readonly Moment[] {
  const { referral, heard } = each;
  const heardHere = heard.filter(({ by, event }) => by === 'referral' && isHeard(event));
  const ofFacts = heardHere.map(({ at, event }, index): Moment => {
    const own = referral.findLast(({ recorded }) => recorded.recordedAt <= at)?.after ?? noReferral;
    const facts = heardHere.slice(0, index + 1).map((one) => one.event);
    return { because: event.type, at: event.time, state: referralOf(own, knownFrom(takingOfReferral, facts).view) };
  });
  const ofEvents = referral.map(({ recorded, event, after }): Moment => {
    const told = knownToReferral(each, (at) => at <= recorded.recordedAt);
    return { because: event.type, at: event.occurredAt, state: referralOf(after, told) };
  });
  return [...ofFacts, ...ofEvents];
}
