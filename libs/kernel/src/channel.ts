import type { Instant } from './instant';
import type { Bilingual } from './text';

/** The ways in which a person is reached outside the system. */
export const CHANNEL_KINDS = ['mail', 'webhook', 'log'] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** What is sent to a person: that something waits, and where. It never holds what that is about. */
export interface Alert {
  /** The same each time it is sent, so that who gets it twice can tell. */
  readonly id: string;
  readonly heading: Bilingual;
  /** Path under which it is read, by whoever may. */
  readonly link: string;
  readonly at: Instant;
}

/** Where one channel of a person leads, under an id of its own. */
export interface ChannelAddress {
  readonly id: string;
  /** Of mail an address, of a webhook a URL, of the log a name. */
  readonly address: string;
}

/** What a channel answered: whether it took the alert, and a word for it that holds nothing of the address. */
export interface ChannelAnswer {
  readonly accepted: boolean;
  /** Such as `250`, `ECONNREFUSED`, `timeout`. */
  readonly answer: string;
  /** True where it may take the alert a little later. */
  readonly again: boolean;
}

/** What a receiver of webhooks answered. */
export interface WebhookAnswer extends ChannelAnswer {
  /** For how many milliseconds it asked not to be sent anything (`Retry-After`); absent where it did not ask. */
  readonly waitMs?: number;
}

/** Port: one kind of channel. */
export interface Channel {
  readonly kind: ChannelKind;
  /** Whether it may ever send to an address: well formed, and permitted by the configuration. */
  permits(address: string): boolean;
  /** Sends an alert. It answers in any case, within ten seconds, and never rejects. */
  send(to: ChannelAddress, alert: Alert): Promise<ChannelAnswer>;
  /** By what the owner of a channel checks that an alert is ours; absent where alerts are not signed. */
  secretOf?(channelId: string): string;
}

/** Port: signed webhooks (Standard Webhooks) to the programs of those who opened a receiver. */
export interface Webhooks {
  /** Whether one may ever be sent to a URL: well formed, and permitted by the configuration. */
  permits(url: string): boolean;
  /** Sends a body as it stands, under the id of its message. It answers within ten seconds, and never rejects. */
  post(to: ChannelAddress, message: WebhookMessage): Promise<WebhookAnswer>;
  /** By what the owner of a receiver checks the signature `v1`. */
  secretOf(receiverId: string): string;
  /** By what anybody checks the signature `v1a`; the same key is among the registry's public keys. */
  readonly publicKey: string;
  /** Address under which clients reach the system. */
  readonly publicUrl: string;
}

export interface WebhookMessage {
  /** The same each time it is sent. */
  readonly id: string;
  readonly body: string;
}
