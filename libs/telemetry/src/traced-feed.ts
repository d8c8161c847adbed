import type { Feed } from '@parley/messaging';
import { withSpan } from './with-span';

/** A feed whose deliveries are traces of their own, linked to what caused them. */
export const tracedFeed = (feed: Feed): Feed => ({
  consume: (subscription) =>
    feed.consume({
      ...subscription,
      handle: (event, inbox) =>
        withSpan(
          `handle ${event.type}`,
          { links: [event.traceparent], kind: 'consumer', attributes: { 'parley.group': subscription.group } },
          () => subscription.handle(event, inbox),
        ),
    }),
});
