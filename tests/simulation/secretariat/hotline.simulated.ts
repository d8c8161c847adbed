import { knownFrom } from '@parley/contracts';
import type { CommandId } from '@parley/kernel';
import {
  categoryOf,
  commandIdOf,
  streamIdOf,
  type CommandContext,
  type EventStore,
  type RecordedEvent,
} from '@parley/event-store';
import type { PublicEvent } from '@parley/messaging';
import type { MemoryFacts } from '@parley/messaging/testing';
import type { Firing } from '@parley/processes';
import { crisisTeamOf, takingOfHotline } from '../../../services/intake/src/registry/hotline/hotline.hears';
import {
  hotlineOf,
  type HotlineState,
  type OwnHotlineState,
} from '../../../services/intake/src/registry/hotline/hotline.rules';
import { hotlineServingProcess } from '../../../services/intake/src/registry/notices/notices.reaction';
import type { NoticeRegisters } from '../../../services/intake/src/registry/notices/notice-registers';
import type { HotlineRequests } from '../../../services/intake/src/repositories';
import { HOTLINE_CATEGORY } from '../../../services/intake/src/streams';

/** The intake's hotline: what it serves, hears and lets expire. */
export class SimulatedHotline {
  readonly #serve;

  constructor(
    store: EventStore,
    private readonly facts: MemoryFacts,
    readonly requests: HotlineRequests,
    registers: NoticeRegisters,
    private readonly serves: boolean,
  ) {
    this.#serve = hotlineServingProcess(registers, store);
  }

  /** How a request stands, by what was recorded of it and what the intake has heard by now. */
  stateOf(own: OwnHotlineState): HotlineState {
    if (own.status === 'silent') return own;
    const { hotlineId, caseId } = own;
    return hotlineOf(own, knownFrom(takingOfHotline(hotlineId), this.facts.now(caseId ?? hotlineId)).view);
  }

  /** Who names a revision names the facts as well that were shown with it. */
  async asShown(hotlineId: string, context: CommandContext): Promise<CommandContext> {
    if (context.ifRevision === undefined) return context;
    return { ...context, ifFacts: (await this.requests.known(hotlineId)).count };
  }

  async hear(event: PublicEvent): Promise<void> {
    if (crisisTeamOf(event)) await this.facts.keep(event);
  }

  async react(event: RecordedEvent, commandId: CommandId): Promise<void> {
    if (this.serves && categoryOf(event.stream) === HOTLINE_CATEGORY)
      await this.#serve(event, commandIdOf('hotline-serving', commandId));
  }

  /** @returns what it does about a time of its own; nothing about another */
  expiring({ timer: { stream, deadlineId }, commandId }: Firing): Promise<unknown> | undefined {
    if (categoryOf(stream) !== HOTLINE_CATEGORY) return undefined;
    return this.requests.proceed(
      streamIdOf(stream),
      { type: 'ExpireRung', deadlineId },
      { process: 'deadlines', cause: { kind: 'timer', id: deadlineId }, commandId },
    );
  }
}
