import type { CommandId } from '@parley/kernel';
import { categoryOf, commandIdOf, streamIdOf, type EventStore, type RecordedEvent } from '@parley/event-store';
import type { PublicEvent } from '@parley/messaging';
import type { ClocksOf } from '@parley/procedure';
import type { Firing } from '@parley/processes';
import { HotlineDesk } from '../../../services/intake/src/registry/hotline/hotline-desk';
import { hotlineServingProcess } from '../../../services/intake/src/registry/notices/notices.reaction';
import type { ServiceDesk } from '../../../services/intake/src/registry/notices/service-desk';
import { HOTLINE_CATEGORY } from '../../../services/intake/src/case/case-desk';
import { crisisTeamOf } from '../../../services/intake/src/case/case.hears';

/** The intake's hotline: what it serves, hears and lets expire. */
export class SimulatedHotline {
  readonly desk: HotlineDesk;
  readonly #serve;

  constructor(
    store: EventStore,
    clocksOf: ClocksOf,
    ruleSetVersion: string,
    services: ServiceDesk,
    private readonly serves: boolean,
  ) {
    this.desk = new HotlineDesk(store, clocksOf, ruleSetVersion);
    this.#serve = hotlineServingProcess(services);
  }

  async hear(event: PublicEvent, commandId: CommandId): Promise<void> {
    const drawn = crisisTeamOf(event);
    if (drawn)
      await this.desk.proceed(
        drawn.hotlineId,
        drawn.command,
        'crisis-team',
        { kind: 'event', id: event.id },
        commandId,
      );
  }

  async react(event: RecordedEvent, commandId: CommandId): Promise<void> {
    if (this.serves && categoryOf(event.stream) === HOTLINE_CATEGORY)
      await this.#serve(event, commandIdOf('hotline-serving', commandId));
  }

  /** @returns what it does about a time of its own; nothing about another */
  expiring({ timer: { stream, deadlineId }, commandId }: Firing): Promise<void> | undefined {
    if (categoryOf(stream) !== HOTLINE_CATEGORY) return undefined;
    return this.desk.proceed(
      streamIdOf(stream),
      { type: 'ExpireRung', deadlineId },
      'deadlines',
      { kind: 'timer', id: deadlineId },
      commandId,
    );
  }
}
