import type { MessageReaction } from '@parley/processes';
import { withSpan } from './with-span';

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
