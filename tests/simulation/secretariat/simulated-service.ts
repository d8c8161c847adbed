import { commandIdOf, passesCategories, type RecordedEvent } from '@parley/event-store';
import type { RefusalReason } from '@parley/kernel';
import type { PublicEvent, Publishes } from '@parley/messaging';
import type { MemoryFacts } from '@parley/messaging/testing';
import { reactionIdOf, type DecidingPorts, type Reaction, type ServiceProcess } from '@parley/processes';

/** What a service of the simulation decides by. */
export interface SimulatedPorts extends DecidingPorts {
  readonly facts: MemoryFacts;
}

/** A service in the simulation: what it does by itself, over its facts in memory, and nothing of Nest or a database. */
export interface Simulated {
  readonly context: string;
  readonly publishes: Publishes;
  readonly facts: MemoryFacts;
  readonly process: ServiceProcess;
  /** Every reason for which its domain refuses. */
  readonly refusals: Readonly<Record<string, RefusalReason>>;
}

/** What a service does with another context's event. It may come twice. */
export async function hear({ context, facts, process }: Simulated, event: PublicEvent): Promise<void> {
  await facts.keep(event);
  for (const { name, concerns, answer } of process.hears.reactions)
    if (concerns?.(event) ?? true) await answer(event, commandIdOf(context, name, event.id));
}

/** What a service does about an event of its own. */
export async function react({ process }: Simulated, event: RecordedEvent): Promise<void> {
  for (const reaction of process.reactions)
    if (isConcerned(reaction, event)) await reaction.react(event, reactionIdOf(reaction.name, event));
}

/** Whether no default of a service comes before it has answered an event of its own. */
export const holdsDefaults = ({ process }: Simulated, event: RecordedEvent): boolean =>
  process.reactions.some((reaction) => reaction.holdsDefaults && isConcerned(reaction, event));

const isConcerned = ({ categories, concerns }: Reaction, event: RecordedEvent): boolean =>
  passesCategories(event.stream, categories) && (concerns?.(event) ?? true);
