import { keepFacts, type PublicEvent, type Subscription } from '@parley/messaging';

/** What a consumer that keeps facts has taken: each message once, by its text, in the order in which it was taken. */
export class Effects {
  readonly done: string[] = [];

  readonly take: Subscription['take'] = async (manager, { events }) => {
    const fresh = await keepFacts(manager, events);
    for (const event of new Map(events.map((each) => [each.id, each])).values())
      if (fresh.has(event.id)) this.done.push(textOf(event));
  };
}

/** Takes messages one by one, and leaves nothing behind. */
export const each =
  (hear: (event: PublicEvent) => Promise<void> | void): Subscription['take'] =>
  async (_manager, { events }) => {
    for (const event of events) await hear(event);
  };

export const textOf = (event: PublicEvent): string => new TextDecoder().decode(event.data);
