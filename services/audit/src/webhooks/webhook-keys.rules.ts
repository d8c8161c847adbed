import { accept, type Decider, type DomainEvent, type Instant } from '@parley/kernel';

/** A key for webhooks is taken into use, by a process of the audit that starts with it. */
export interface TakeWebhookKey {
  readonly type: 'TakeWebhookKey';
  /** Its RFC 7638 thumbprint. */
  readonly thumbprint: string;
  /** The public key of Ed25519, base64url. */
  readonly x: string;
  /** By the key before it; `null` for the first, and where that one was lost. */
  readonly signature: string | null;
  readonly at: Instant;
}

/** Webhooks are signed by this key from then on, so that anybody can tell when which one counted. */
export type WebhookKeyTaken = DomainEvent<
  'WebhookKeyTaken',
  {
    readonly thumbprint: string;
    readonly x: string;
    readonly from: Instant;
    /** Thumbprint of the key before it; `null` for the first. */
    readonly before: string | null;
    /** A compact JWS by the key before it, likewise; absent in older events. */
    readonly signature?: string | null;
  }
>;

/** The keys so far, in the order in which they were taken into use. */
export type WebhookKeys = readonly WebhookKeyTaken['data'][];

/** A key that is in use already is taken once, however many processes start. */
export const webhookKeyDecider: Decider<TakeWebhookKey, WebhookKeys, WebhookKeyTaken> = {
  initial: [],
  decide({ thumbprint, x, signature, at }, taken) {
    const before = taken.at(-1)?.thumbprint ?? null;
    if (before === thumbprint) return accept();
    return accept<WebhookKeyTaken>({
      type: 'WebhookKeyTaken',
      occurredAt: at,
      rule: 'credentials',
      tier: 'PUBLIC',
      data: { thumbprint, x, from: at, before, signature: before === null ? null : signature },
    });
  },
  evolve: (taken, { data }) => [...taken, data],
};
