import { commandIdOf, passesCategories, type RecordedEvent } from '@parley/event-store';
import type { RefusalReason } from '@parley/kernel';
import type { PublicEvent, Publishes } from '@parley/messaging';
import type { MemoryFacts } from '@parley/messaging/testing';
import { reactionIdOf, type DecidingPorts, type Reaction, type ServiceProcess } from '@parley/processes';

/** The ports with which a service of the simulation decides. */
export interface SimulatedPorts extends DecidingPorts {
  readonly facts: MemoryFacts;
}

/** A service in the simulation: its own processes over its facts in memory, without Nest or a database. */
export interface Simulated {
  readonly context: string;
  readonly publishes: Publishes;
  readonly facts: MemoryFacts;
  readonly process: ServiceProcess;
  /** Every reason for which its domain refuses. */
  readonly refusals: Readonly<Record<string, RefusalReason>>;
}

/** Answers an event of another context, which may come twice. */
export async function hear({ context, facts, process }: Simulated, event: PublicEvent): Promise<void> {
  await facts.keep(event);
  for (const { name, concerns, answer } of process.hears.reactions)
    if (concerns?.(event) ?? true) await answer(event, commandIdOf(context, name, event.id));
}

/** Answers an event of the service's own. */
export async function react({ process }: Simulated, event: RecordedEvent): Promise<void> {
  for (const reaction of process.reactions)
    if (isConcerned(reaction, event)) await reaction.react(event, reactionIdOf(reaction.name, event));
}

/** True when no default of a service comes before the service has answered this event of its own. */
export const holdsDefaults = ({ process }: Simulated, event: RecordedEvent): boolean =>
  process.reactions.some((reaction) => reaction.holdsDefaults && isConcerned(reaction, event));

const isConcerned = ({ categories, concerns }: Reaction, event: RecordedEvent): boolean =>
  passesCategories(event.stream, categories) && (concerns?.(event) ?? true);
