import {
  accept,
  refuse,
  type Decider,
  type DomainEvent,
  type Instant,
  type RefusalReason,
  type Sha256,
  type Text,
  type Tier,
} from '@parley/kernel';

/** A row of work that is parked, as a dismissal finds it. */
export interface FoundParked {
  readonly key: string;
  /** Kind and code of the last error of its handler; `null` when it only waits behind an earlier one. */
  readonly failure: string | null;
  /** SHA-256 of the kept row and message. */
  readonly digest: Sha256;
  /** Name of the message, or `<context>.<type>` of an event of the service’s own; `null` when nobody can read it. */
  readonly about: string | null;
  /** Tier of the content. */
  readonly tier: Tier;
}

/** An operator gives up for good a message that a service can never work on. */
export interface DismissMessage {
  readonly type: 'DismissMessage';
  /** Which of the service’s work. */
  readonly work: string;
  /** Id of the message or event. */
  readonly id: string;
  /** What the operator was shown. */
  readonly digest: Sha256;
  readonly reason: readonly Text[];
  readonly at: Instant;
  /** `undefined` where it is no longer parked. */
  readonly found: FoundParked | undefined;
}

/** From now on the message is not worked on, even if it comes again, and holds nothing back. */
export type MessageDismissed = DomainEvent<
  'MessageDismissed',
  Pick<DismissMessage, 'work' | 'id' | 'digest' | 'reason'> & Pick<FoundParked, 'key' | 'failure' | 'about'>
>;

/** Why a dismissal is refused. */
export const dismissalRefusals = {
  unknown: {
    code: 'parked-message-not-found',
    rule: 'I-17',
    status: 404,
    en: 'No such message is parked in this work.',
    'zh-Hans': '该项工作中没有搁置这样的消息。',
  },
  digest: {
    code: 'parked-message-digest-differs',
    rule: 'I-17',
    status: 422,
    en: 'What is parked has another digest; look at it again, and name the digest that it shows.',
    'zh-Hans': '所搁置消息的摘要值与此不符；请重新查阅，并填写其所示摘要值。',
  },
  waits: {
    code: 'parked-message-only-waits',
    rule: 'I-17',
    en: 'It did not fail: it waits behind an earlier one, and is worked on when that is done or dismissed.',
    'zh-Hans': '该消息并未处理失败，仅在等候在先的消息；在先的消息经处理或撤销后即予处理。',
  },
  dismissed: {
    code: 'parked-message-dismissed',
    rule: 'I-17',
    en: 'It was dismissed already; the record says by whom and why.',
    'zh-Hans': '该消息已撤销；撤销人及理由已载入记录。',
  },
} as const satisfies Record<string, RefusalReason>;

/** Names of the dismissed messages: work and id. */
type Dismissed = readonly string[];

const nameOf = ({ work, id }: Pick<DismissMessage, 'work' | 'id'>): string => `${work} ${id}`;

/**
 * Only a message that failed by itself can be dismissed, and whoever does so must name its digest. So nobody can take
 * away work that is still to be done.
 */
export function dismissMessage(command: DismissMessage, dismissed: Dismissed) {
  const { found, work, id, digest, reason, at } = command;
  if (dismissed.includes(nameOf(command))) return refuse(dismissalRefusals.dismissed);
  if (!found) return refuse(dismissalRefusals.unknown);
  const { key, failure, about, tier } = found;
  if (found.digest !== digest) return refuse(dismissalRefusals.digest, '/digest');
  if (failure === null) return refuse(dismissalRefusals.waits);
  const data = { work, id, key, about, digest, failure, reason };
  return accept<MessageDismissed>({ type: 'MessageDismissed', occurredAt: at, rule: 'I-17', tier: tierOf(tier), data });
}

export const dismissalDecider: Decider<DismissMessage, Dismissed, MessageDismissed> = {
  initial: [],
  decide: dismissMessage,
  evolve: (dismissed, { data }) => [...dismissed, nameOf(data)],
};

/** Tiers whose content both parties may know. */
const OF_BOTH_PARTIES: readonly Tier[] = ['PUBLIC', 'PANEL', 'PARTIES', 'DESKS'];

/**
 * True when the history of the case shows a dismissal. Both parties then see it, whichever of them the message may
 * help.
 */
export const isForBothParties = (tier: Tier): boolean => OF_BOTH_PARTIES.includes(tier);

/** The parties may read what an operator writes. About content that they may not know, it stays with those who may. */
const tierOf = (tier: Tier): Tier => (isForBothParties(tier) && tier !== 'DESKS' ? 'PARTIES' : tier);
