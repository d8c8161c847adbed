import { domainEventOf, streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { Decider, DomainEvent } from '@parley/kernel';
import type { Step } from './case-history';

type Evolving<State, Event extends DomainEvent> = Pick<Decider<never, State, Event>, 'initial' | 'evolve'>;

/** The steps of every stream of one category, folded as events come. */
export class Chronicle<State, Event extends DomainEvent> {
  readonly #steps = new Map<string, Step<State, Event>[]>();

  constructor(
    readonly category: string,
    readonly decider: Evolving<State, Event>,
  ) {}

  note(recorded: RecordedEvent): void {
    const event = domainEventOf(recorded) as Event;
    const id = streamIdOf(recorded.stream);
    const steps = this.#steps.get(id) ?? [];
    const before = steps.at(-1)?.after ?? this.decider.initial;
    steps.push({ recorded, event, before, after: this.decider.evolve(before, event) });
    this.#steps.set(id, steps);
  }

  stepsOf(id: string): readonly Step<State, Event>[] {
    return this.#steps.get(id) ?? [];
  }

  stateOf(id: string): State {
    return this.#steps.get(id)?.at(-1)?.after ?? this.decider.initial;
  }

  ids(): readonly string[] {
    return [...this.#steps.keys()];
  }

  all(): readonly (readonly Step<State, Event>[])[] {
    return [...this.#steps.values()];
  }
}
