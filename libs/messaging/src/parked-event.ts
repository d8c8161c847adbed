import type { PublicEvent } from './public-event';

/** A public event as JSON can hold it. */
export const toParkedBody = (event: PublicEvent): unknown => ({
  ...event,
  data: Buffer.from(event.data).toString('base64'),
});

/** The event that `toParkedBody` was given. */
export function fromParkedBody(body: unknown): PublicEvent {
  const kept = body as Omit<PublicEvent, 'data'> & { readonly data: string };
  return { ...kept, data: new Uint8Array(Buffer.from(kept.data, 'base64')) };
}
