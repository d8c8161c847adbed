import type { MessageReaction } from '@parley/processes';
import type { Projection } from '@parley/projections';
import { withSpan } from './with-span';

/** A page can hold thousands of events; links beyond these tell nothing more. */
const MOST_LINKS = 32;

/** A projection whose pages are traces of their own, linked to what they project. */
export const tracedProjection = (projection: Projection): Projection => ({
  ...projection,
  apply: (manager, events, tables) => {
    const causes = [...new Set(events.map(({ traceparent }) => traceparent))].slice(-MOST_LINKS);
    const attributes = { 'parley.events': events.length };
    return withSpan(`project ${projection.name}`, { links: causes, kind: 'consumer', attributes }, () =>
      projection.apply(manager, events, tables),
    );
  },
});

/** A reaction to messages whose answers are traces of their own, linked to what caused them. */
export const tracedReaction = (group: string, reaction: MessageReaction): MessageReaction => ({
  ...reaction,
  answer: (event, commandId) =>
    withSpan(
      `handle ${event.type}`,
      { links: [event.traceparent], kind: 'consumer', attributes: { 'parley.group': group } },
      () => reaction.answer(event, commandId),
    ),
});
