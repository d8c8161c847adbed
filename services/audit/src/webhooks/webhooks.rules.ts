import {
  accept,
  plusMillis,
  refuse,
  type Decider,
  type DomainEvent,
  type Instant,
  type PartyCode,
  type PersonId,
  type RefusalReason,
  type Role,
} from '@parley/kernel';

/** Who may have events pushed. What a member of the panel or an operator reads is that person's alone. */
export const OPENING = { as: ['desk', 'registry', 'cohead', 'auditor'], rule: 'I-76' } as const satisfies {
  readonly as: readonly Role[];
  readonly rule: string;
};

/** The side whose receivers they are; `neither` for officers whom no side sent. */
export type Side = PartyCode | 'neither';

interface Receiver {
  readonly receiverId: string;
  readonly role: Role;
  readonly isOpen: boolean;
}

/** The receivers that a side ever opened. */
export type Receivers = readonly Receiver[];

interface Act {
  readonly by: PersonId;
  readonly party: PartyCode | null;
  readonly receivedAt: Instant;
}

export type WebhookCommand = Act & { readonly receiverId: string; readonly role: Role } & (
    | { readonly type: 'OpenWebhook' }
    | { readonly type: 'CloseWebhook' }
    /** @param from the message with which it begins again; where it stopped when `null` */
    | { readonly type: 'ReplayWebhook'; readonly from: string | null }
  );

interface Said {
  readonly party: PartyCode | null;
  readonly by: PersonId;
  readonly receiverId: string;
  readonly role: Role;
}

/** In the stream of its side, and for nobody else. Addresses and secrets stand apart from the record. */
export type WebhookEvent =
  | DomainEvent<'WebhookOpened', Said>
  | DomainEvent<'WebhookClosed', Said>
  | DomainEvent<'WebhookReplayed', Said & { readonly from: string | null }>;

/** So many receivers may the officers of a side have in each role: no side takes what the other needs. */
export const MOST_RECEIVERS = 5;

/** Refusals of what is done about webhooks. */
export const webhookRefusals = {
  noHosts: {
    code: 'webhooks-not-offered',
    rule: 'I-76',
    status: 422,
    en: 'This installation permits no host to which webhooks may go. Ask its operator to name one.',
    'zh-Hans': '本系统未准许任何网络钩子的目标主机。请联系运维人员指定。',
  },
  notPermitted: {
    code: 'webhook-url-not-permitted',
    rule: 'I-76',
    status: 422,
    en:
      'Webhooks go by https to hosts that the operator permits, to no private address that is not named, and to no ' +
      'URL with a password. Take another URL, or ask the operator to permit it.',
    'zh-Hans':
      '网络钩子仅以 https 发往运维人员准许的主机，不发往未指明的内网地址，亦不发往含口令的网址。请更换网址，或请运维人员准许。',
  },
  tooMany: {
    code: 'too-many-webhooks',
    rule: 'I-76',
    en: 'Your side has five receivers of this role. Close one of them first.',
    'zh-Hans': '贵方以该职位已开通五个接收端。请先关闭其中一个。',
  },
  closed: {
    code: 'webhook-closed',
    rule: 'I-76',
    en: 'This receiver was closed. Open another one.',
    'zh-Hans': '此接收端已关闭。请另行开通。',
  },
} as const satisfies Record<string, RefusalReason>;

/** Nothing is opened that leads nowhere. @param permitted whether the URL is; `undefined` where no host is */
export function webhookBar(permitted: boolean | undefined) {
  if (permitted === undefined) return refuse(webhookRefusals.noHosts, '/url');
  if (!permitted) return refuse(webhookRefusals.notPermitted, '/url');
  return undefined;
}

/** An officer opens a receiver. */
export function openWebhook(command: Extract<WebhookCommand, { type: 'OpenWebhook' }>, receivers: Receivers) {
  if (receivers.filter(({ role, isOpen }) => isOpen && role === command.role).length >= MOST_RECEIVERS)
    return refuse(webhookRefusals.tooMany);
  return accept<WebhookEvent>({ type: 'WebhookOpened', ...said(command) });
}

/** Any officer of its side and role closes a receiver. */
export function closeWebhook(command: Extract<WebhookCommand, { type: 'CloseWebhook' }>, receivers: Receivers) {
  if (!isOpen(command.receiverId, receivers)) return refuse(webhookRefusals.closed);
  return accept<WebhookEvent>({ type: 'WebhookClosed', ...said(command) });
}

/** Any officer of its side and role has a receiver told again, or go on. */
export function replayWebhook(command: Extract<WebhookCommand, { type: 'ReplayWebhook' }>, receivers: Receivers) {
  if (!isOpen(command.receiverId, receivers)) return refuse(webhookRefusals.closed);
  const { data, ...event } = said(command);
  return accept<WebhookEvent>({ type: 'WebhookReplayed', ...event, data: { ...data, from: command.from } });
}

const said = ({ by, party, receivedAt, receiverId, role }: WebhookCommand) => ({
  occurredAt: receivedAt,
  rule: OPENING.rule,
  tier: 'FILER' as const,
  data: { party, by, receiverId, role },
});

const isOpen = (id: string, receivers: Receivers): boolean =>
  receivers.some((each) => each.receiverId === id && each.isOpen);

/** The receivers of a side. */
export const webhookDecider: Decider<WebhookCommand, Receivers, WebhookEvent> = {
  initial: [],
  decide: (command, receivers) => {
    switch (command.type) {
      case 'OpenWebhook':
        return openWebhook(command, receivers);
      case 'CloseWebhook':
        return closeWebhook(command, receivers);
      case 'ReplayWebhook':
        return replayWebhook(command, receivers);
    }
  },
  evolve: (receivers, { type, data: { receiverId, role } }) => {
    if (type === 'WebhookOpened') return [...receivers, { receiverId, role, isOpen: true }];
    if (type !== 'WebhookClosed') return receivers;
    return receivers.map((each) => (each.receiverId === receiverId ? { ...each, isOpen: false } : each));
  },
};

/** Milliseconds before each further try; after the last of them each hour. */
const PAUSES_MS = [5_000, 30_000, 2 * 60_000, 10 * 60_000, 30 * 60_000, 60 * 60_000] as const;
const HOUR_MS = 60 * 60_000;
/** What a receiver does not take for so long is not tried again by itself. */
const PATIENCE_MS = 3 * 24 * HOUR_MS;
/** A receiver whose officer does not renew it tells nothing after so many milliseconds: 180 days. */
const VALID_MS = 180 * 24 * HOUR_MS;

export const validUntil = (now: Instant): Instant => plusMillis(now, VALID_MS);

/** How far a receiver has come with a message that it did not take. */
export interface Failing {
  /** Tries in a row without success, this one included. */
  readonly failures: number;
  /** The first of them. */
  readonly since: Instant;
  readonly answer: string;
  /** Milliseconds for which the receiver asked to be left alone. */
  readonly waitMs: number | undefined;
}

/** Whoever answers so wants nothing more (Standard Webhooks). */
const GONE = '410';

/**
 * When a message is tried again; or, where it is not, why the receiver is paused. A receiver that asks for more time
 * has it, up to the longest pause: so what it answers makes nothing come later than its silence would.
 */
export function afterFailure(failing: Failing, now: Instant): { readonly at: Instant } | Paused {
  const { failures, since, answer, waitMs = 0 } = failing;
  if (answer === GONE) return { why: 'gone' };
  const at = plusMillis(now, Math.max(PAUSES_MS[failures - 1] ?? HOUR_MS, Math.min(waitMs, HOUR_MS)));
  return at > plusMillis(since, PATIENCE_MS) ? { why: 'no-answer-for-three-days' } : { at };
}

interface Paused {
  readonly why: 'gone' | 'no-answer-for-three-days';
}

/** Where a receiver is: told, paused until a replay, or stopped since its officer speaks for it no more. */
export const RECEIVER_STATES = ['running', 'paused', 'stopped'] as const;
export type ReceiverState = (typeof RECEIVER_STATES)[number];
export const WHY = ['gone', 'no-answer-for-three-days', 'delegation-ended', 'not-renewed'] as const;
export type Why = (typeof WHY)[number];

/** What became of a message: `withheld` where its reader may not read it any more. */
export const DELIVERY_STATES = ['waiting', 'taken', 'withheld'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];
