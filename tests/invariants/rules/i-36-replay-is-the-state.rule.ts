import { isDeepStrictEqual } from 'node:util';
import { domainEventOf, type RecordedEvent } from '@parley/event-store';
import type { Decider, DomainEvent } from '@parley/kernel';
import type { Step } from '../../simulation/history/case-history';
import { deciders } from '../../simulation/history/historian';
import { casesDecidedAnew, hotlinesDecidedAnew } from './decided-anew';
import { ofEachCase, type Rule } from './rule';

type Evolving<State, Event extends DomainEvent> = Pick<Decider<never, State, Event>, 'initial' | 'evolve'>;

/** Folds the events in the store from the beginning, and compares the result with the state after each step. */
function differences<State, Event extends DomainEvent>(
  steps: readonly Step<State, Event>[],
  decider: Evolving<State, Event>,
): readonly string[] {
  const replay = (events: readonly RecordedEvent[]) =>
    events.reduce((state, event) => decider.evolve(state, domainEventOf(event) as Event), decider.initial);
  const middle = Math.floor(steps.length / 2);
  return [steps.slice(0, middle), steps].flatMap((upTo) => {
    const last = upTo.at(-1);
    return !last || isDeepStrictEqual(replay(upTo.map(({ recorded }) => recorded)), last.after)
      ? []
      : [`${last.recorded.stream} replayed to ${String(last.recorded.revision)} is another state`];
  });
}

const ofParts = ofEachCase(
  'I-36',
  ({ intake, service, channel, ownPanel, deliberation, evidence, referral, settlement, compliance, register }) => [
    ...differences(intake, deciders.intake),
    ...differences(service, deciders.service),
    ...differences(channel, deciders.channel),
    ...differences(ownPanel, deciders.panel),
    ...differences(deliberation, deciders.deliberation),
    ...differences(evidence, deciders.evidence),
    ...differences(referral, deciders.referral),
    ...differences(settlement, deciders.settlement),
    ...differences(compliance, deciders.agreements),
    ...differences(register, deciders.agreements),
  ],
);

const ofFacts = ofEachCase('I-36', casesDecidedAnew);

/**
 * Replaying each part of a case, and everything beside the cases, from the beginning gives the same state, at the end
 * and half way. A decision on what others told is the same again on the facts that it names.
 */
export const replayIsTheState: Rule = {
  invariant: 'I-36',
  check: (history) => [
    ...ofParts.check(history),
    ...ofFacts.check(history),
    ...hotlinesDecidedAnew(history),
    ...history.hotlines.flatMap((steps) => differences(steps, deciders.hotlines)),
    ...history.letters.flatMap((steps) => differences(steps, deciders.letters)),
    ...history.delegations.flatMap((steps) => differences(steps, deciders.delegations)),
  ],
};
