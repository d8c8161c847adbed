import type { Consumption, Feed, PublicEvent } from '@parley/messaging';
import { withCommand } from '@parley/messaging';
import type { DataSource } from 'typeorm';
import type { PartyName } from '../domain/docket/docket-words';
import { CONTEXTS, heardFrom } from './consumes';
import { hearMessage, type Hearing } from '../application/hear-message';

const GROUP = 'docket';

export interface DocketFeedOptions extends Hearing {
  readonly feed: Feed;
  readonly database: DataSource;
  readonly nameOf: PartyName;
  readonly signal: AbortSignal;
}

/** Listens to every context in one group. */
export const consumeForDocket = (options: DocketFeedOptions): Consumption =>
  options.feed.consume({ contexts: CONTEXTS, group: GROUP, signal: options.signal, handle: (event) => handlePublicEvent(options, event) });

/** Takes a delivery in, once however often it comes. */
export async function handlePublicEvent(options: Omit<DocketFeedOptions, 'feed' | 'signal'>, event: PublicEvent): Promise<void> {
  const message = heardFrom(event, options.nameOf);
  if (message === undefined) return;
  await withCommand(options.database.manager, GROUP, event.id, (commandId) => hearMessage(options, message, event, commandId));
}
