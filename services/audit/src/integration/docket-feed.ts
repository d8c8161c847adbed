import type { PartyName } from '@parley/contracts';
import type { Consumption, Feed, Inbox, PublicEvent } from '@parley/messaging';
import { CONTEXTS, heardFrom } from './consumes';
import { hearMessage, type Hearing } from '../application/hear-message';

const GROUP = 'docket';

export interface DocketFeedOptions extends Hearing {
  readonly feed: Feed;
  readonly nameOf: PartyName;
  readonly signal: AbortSignal;
}

/** Listens to every context in one group. */
export const consumeForDocket = (options: DocketFeedOptions): Consumption =>
  options.feed.consume({
    contexts: CONTEXTS,
    group: GROUP,
    signal: options.signal,
    handle: (event, inbox) => handlePublicEvent(options, event, inbox),
  });

/** Takes a delivery in, once however often it comes. */
export async function handlePublicEvent(
  options: Omit<DocketFeedOptions, 'feed' | 'signal'>,
  event: PublicEvent,
  inbox: Inbox,
): Promise<void> {
  const message = heardFrom(event, options.nameOf);
  if (message === undefined) return;
  await inbox.answer(event.id, (commandId) => hearMessage(options, message, event, commandId));
}
