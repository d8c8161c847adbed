import { handleCommand, sha256, streamName, type CommandOutcome, type EventStore } from '@parley/event-store';
import {
  accept,
  plusMillis,
  type Clock,
  type CommandId,
  type Decider,
  type DomainEvent,
  type Instant,
} from '@parley/kernel';
import type { MovesDeadlines, OpenedDeadline, Timer } from '../timer';

export const CATEGORY = 'intake.case';
export const caseStream = (id: string) => streamName(CATEGORY, id);

export type CaseEvent = DomainEvent<'Opened' | 'Closed' | 'Expired', MovesDeadlines & { readonly of?: string }>;

export type CaseCommand =
  | { readonly kind: 'open'; readonly deadlines: readonly OpenedDeadline[]; readonly at: Instant }
  | { readonly kind: 'close'; readonly id: string; readonly at: Instant }
  | { readonly kind: 'expire'; readonly timer: Timer };

/** When each open deadline is due. */
type State = ReadonlyMap<string, OpenedDeadline>;

const happened = (type: CaseEvent['type'], data: CaseEvent['data'], occurredAt: Instant): CaseEvent => ({
  type,
  data,
  occurredAt,
  rule: 'S4',
  tier: 'PUBLIC',
});

/** A deadline whose clock is `<name>+<ms>` opens `<name>` at its expiry, due so many milliseconds later. */
function follower(timer: Timer): readonly OpenedDeadline[] {
  const [clock = '', millis] = timer.clock.split('+');
  return millis === undefined ? [] : [{ id: clock, clock, dueAt: plusMillis(timer.dueAt, Number(millis)) }];
}

/** The least that a service does with deadlines: opens them, closes them in time, and records that they expired. */
export const caseDecider: Decider<CaseCommand, State, CaseEvent> = {
  initial: new Map(),
  decide(command, state) {
    if (command.kind === 'open') return accept(happened('Opened', { opens: command.deadlines }, command.at));
    if (command.kind === 'close')
      return state.has(command.id) ? accept(happened('Closed', { closes: [command.id] }, command.at)) : accept();
    const { timer } = command;
    if (state.get(timer.deadlineId)?.dueAt !== timer.dueAt) return accept();
    const data = { closes: [timer.deadlineId], opens: follower(timer), of: timer.deadlineId };
    return accept(happened('Expired', data, timer.dueAt));
  },
  evolve(state, event) {
    const next = new Map(state);
    for (const id of event.data.closes ?? []) next.delete(id);
    for (const deadline of event.data.opens ?? []) next.set(deadline.id, deadline);
    return next;
  },
};

/** Sends a command to a case. */
export async function toCase(
  store: EventStore,
  id: string,
  command: CaseCommand,
  commandId: CommandId,
): Promise<CommandOutcome<State>> {
  return handleCommand(store, caseDecider, caseStream(id), command, {
    commandId,
    cause: { kind: 'command', id: commandId, bodyDigest: sha256(JSON.stringify(command)) },
    actor: { kind: 'system', process: 'test' },
    ruleSetVersion: 'test',
  });
}

/** Expiries in the order in which they were recorded, as `<case>/<deadline>`, with their instants in law. */
export async function expiries(store: EventStore): Promise<readonly { readonly what: string; readonly at: Instant }[]> {
  const { events } = await store.readAll({ limit: 10_000, categories: [CATEGORY] });
  return events
    .filter((event) => event.type === 'Expired')
    .map((event) => {
      const { of } = JSON.parse(new TextDecoder().decode(event.payload)) as { readonly of: string };
      return { what: `${event.stream.slice(CATEGORY.length + 1)}/${of}`, at: event.occurredAt };
    });
}

/** A clock that stands until it is set. */
export class StandingClock implements Clock {
  constructor(public instant: Instant) {}
  now(): Instant {
    return this.instant;
  }
}
