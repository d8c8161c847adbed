import type { Alert, ChannelAnswer, ChannelKind } from '@parley/kernel';

/** Carries alerts over channels whose addresses it knows. */
export interface Courier {
  /** Answers in any case, and never rejects for what a channel does. */
  send(channel: { readonly id: string; readonly kind: ChannelKind }, alert: Alert): Promise<ChannelAnswer>;
  /** Waits before a channel is tried again. */
  pause(ms: number): Promise<void>;
}
