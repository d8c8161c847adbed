import { accept, type CaseParties, type Decider, type DomainEvent, type Instant } from '@parley/kernel';
import { learn, nothingTold, type InformedOfCase, type ToldFact, type ToldOfCase } from './known-case.rules';

/** Another context tells something of the case. */
export interface Tell {
  readonly type: 'Tell';
  readonly fact: ToldFact;
}

/** Marks where in a story something was told. It is no event of the referral, and is recorded nowhere. */
export type Told = DomainEvent<'Told', ToldFact>;

type StateOf<Own> =
  | { readonly status: 'unfiled'; readonly told: ToldOfCase }
  | ({ readonly status: 'filed'; readonly parties: CaseParties; readonly told: ToldOfCase } & Own);

interface Part<Command, Own extends object, Event extends DomainEvent> {
  readonly decider: Decider<InformedOfCase<Command>, Own, Event>;
  stateOf(own: Own, told: ToldOfCase): StateOf<Own>;
  /** The command that a fact calls for. */
  effectOf(fact: ToldFact): Command | undefined;
}

export type Telling<Command, Own, Event extends DomainEvent> = Decider<Command | Tell, StateOf<Own>, Event | Told>;

/**
 * Decides a part of a case in stories. What the other contexts told stands between the events, in the order in which it
 * is written down. When a fact is told, what it changes here is done at once.
 */
export function telling<Command extends { readonly type: string }, Own extends object, Event extends DomainEvent>({
  decider,
  stateOf,
  effectOf,
}: Part<Command, Own, Event>): Telling<Command, Own, Event> {
  const ownOf = (state: StateOf<Own>): Own => {
    if (state.status === 'unfiled') return decider.initial;
    const { status: _, parties: __, told: ___, ...own } = state;
    return own as unknown as Own;
  };
  return {
    initial: stateOf(decider.initial, nothingTold),
    evolve: (state, event) =>
      event.type === 'Told'
        ? stateOf(ownOf(state), learn(state.told, event.data as ToldFact))
        : stateOf(decider.evolve(ownOf(state), event as Event), state.told),
    decide(said, state) {
      if (said.type !== 'Tell') return decider.decide({ command: said as Command, told: state.told }, ownOf(state));
      const { fact } = said as Tell;
      const told = learn(state.told, fact);
      const command = told.parties && effectOf(fact);
      const decision = command ? decider.decide({ command, told }, ownOf(state)) : accept<Event>();
      if (decision.kind === 'refused') return decision;
      return accept<Event | Told>({ ...NOWHERE, data: fact }, ...decision.events);
    },
  };
}

const NOWHERE = {
  type: 'Told',
  occurredAt: '2025-02-05T09:00:00.000Z' as Instant,
  rule: 'I-48',
  tier: 'PUBLIC',
} as const;
