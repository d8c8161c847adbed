import { metrics } from '@opentelemetry/api';
import { producerOf, type PublicEvent } from '@parley/messaging';

/** Events of a type that this version does not know: told by a newer instance of a service, and none of our business yet. */
const counter = metrics.getMeter('parley').createCounter('parley_unknown_events_total', {
  description: 'Public events of a type that this version does not know. They were handed on and passed over.',
});

/** Counts one, by who told it and who heard it; the type itself is text of the sender's choosing, and no label. */
export const countUnknown = (event: PublicEvent, group: string): void => counter.add(1, { context: producerOf(event), group });
