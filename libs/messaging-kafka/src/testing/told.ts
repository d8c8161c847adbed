import { domainEventOf } from '@parley/event-store';
import { publicEventOf, type Publishes } from '@parley/messaging';

/** The public face of a context in specs: the text of what it recorded. */
export const toldBy =
  (context: string): Publishes =>
  (event) => {
    const { text } = domainEventOf(event).data as { readonly text: string };
    return [publicEventOf(event, { type: `parley.${context}.v1.Told`, data: new TextEncoder().encode(text) })];
  };
