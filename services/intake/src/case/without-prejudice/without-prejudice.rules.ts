import {
  accept,
  canonicalJson,
  refuse,
  type CaseId,
  type CaseParties,
  type Decider,
  type DomainEvent,
  type Instant,
  type PartyCode,
  type PersonId,
  type RefusalReason,
  type Sha256,
  type Text,
} from '@parley/kernel';
import { sha256Text } from '@parley/procedure';
import type { Act } from '../case-commands.rules';

export const channelRefusals = {
  notAParty: {
    code: 'not-a-party',
    rule: 'I-45',
    status: 403,
    en: 'Only the desk of a party speaks in this channel.',
    'zh-Hans': '只有当事方的主管部门可在此渠道发言。',
  },
  notRegistered: {
    code: 'not-registered',
    rule: 'S4',
    en: 'The channel opens with the registration of the case.',
    'zh-Hans': '该渠道自案件登记时开放。',
  },
  channelFull: {
    code: 'channel-full',
    rule: 'I-45',
    en: 'A side makes 500 statements at most in one case; say the rest in a call.',
    'zh-Hans': '一方在一案中最多作出 500 项陈述；其余事项请通过通话说明。',
  },
  unknownStatement: {
    code: 'unknown-statement',
    rule: 'I-45',
    status: 404,
    en: 'There is no such statement in this case.',
    'zh-Hans': '本案中没有该项陈述。',
  },
  consentedAlready: {
    code: 'consented-already',
    rule: 'I-45',
    en: 'Your side has consented to lay this statement open; it is when the other does.',
    'zh-Hans': '贵方已同意公开该项陈述；待对方亦同意时即予公开。',
  },
  consentsForBoth: {
    code: 'consents-for-both',
    rule: 'I-05',
    status: 403,
    en: 'One person cannot consent for both sides.',
    'zh-Hans': '同一人不得代表双方表示同意。',
  },
  statementDigestDiffers: {
    code: 'statement-digest-differs',
    rule: 'I-45',
    status: 422,
    en: 'The consent names another digest than that of the statement; read it again and consent to what stands there.',
    'zh-Hans': '同意所载摘要值与该项陈述不符；请重新阅读并就现有文本表示同意。',
  },
} as const satisfies Record<string, RefusalReason>;

/** A party's consent to lay a statement open. */
export interface Consent {
  readonly party: PartyCode;
  readonly by: PersonId;
  readonly at: Instant;
}

/**
 * What a party says without prejudice. It is for the two desks and their auditors, until both parties consent to more.
 */
interface Statement {
  readonly id: string;
  readonly party: PartyCode;
  readonly by: PersonId;
  readonly saidAt: Instant;
  readonly text: readonly Text[];
  /** The digest that a consent names. */
  readonly digest: Sha256;
  readonly consents: readonly Consent[];
  readonly releasedAt: Instant | null;
}

/** The without-prejudice channel of one case: its statements in their order. */
export type Channel = readonly Statement[];

/** The case in which something is said, read from the case's own stream. The channel keeps no copy of it. */
export interface InCase {
  readonly caseId: CaseId;
  readonly parties: CaseParties;
}

/**
 * The id of a statement comes with it and is no count. The panel reads the id when the statement is laid open, and must
 * learn of no other statement from it (I-45).
 */
type SayWithoutPrejudice = Act &
  InCase & { readonly type: 'SayWithoutPrejudice'; readonly statementId: string; readonly text: readonly Text[] };
type ConsentToRelease = Act &
  InCase & { readonly type: 'ConsentToRelease'; readonly statementId: string; readonly digest: Sha256 };
export type ChannelCommand = SayWithoutPrejudice | ConsentToRelease;

export type SaidWithoutPrejudice = DomainEvent<
  'SaidWithoutPrejudice',
  {
    readonly statementId: string;
    readonly party: PartyCode;
    readonly by: PersonId;
    readonly text: readonly Text[];
    readonly digest: Sha256;
  }
>;
export type ReleaseConsented = DomainEvent<
  'ReleaseConsented',
  { readonly statementId: string; readonly party: PartyCode; readonly by: PersonId; readonly digest: Sha256 }
>;
/**
 * Both parties consented over the same digest (I-45). It is the only event of the channel that others are told of, and
 * it says all that they may know.
 */
export type WithoutPrejudiceReleased = DomainEvent<
  'WithoutPrejudiceReleased',
  {
    readonly statementId: string;
    readonly party: PartyCode;
    readonly saidAt: Instant;
    readonly text: readonly Text[];
    readonly digest: Sha256;
  }
>;
export type ChannelEvent = SaidWithoutPrejudice | ReleaseConsented | WithoutPrejudiceReleased;

/**
 * SHA-256 over the canonical JSON of `{caseId, statementId, text}`, lower-case hexadecimal. Both parties consent to it
 * to lay the statement open.
 */
export const statementDigest = (caseId: CaseId, statementId: string, text: readonly Text[]): Sha256 =>
  sha256Text(canonicalJson({ caseId, statementId, text }));

/** More statements would be a second archive beside the record. */
const MOST_STATEMENTS_OF_A_SIDE = 500;

const about = (occurredAt: Instant) => ({ occurredAt, rule: 'I-45', tier: 'DESKS' }) as const;

/** The without-prejudice channel (S5, S10). It is a stream of its own, and nothing else in the case is made from it. */
export const channelDecider: Decider<ChannelCommand, Channel, ChannelEvent> = {
  initial: [],
  decide: (command, channel) =>
    command.type === 'SayWithoutPrejudice' ? sayWithoutPrejudice(command, channel) : consentToRelease(command, channel),
  evolve(channel, event) {
    const { occurredAt: at } = event;
    switch (event.type) {
      case 'SaidWithoutPrejudice': {
        const { statementId: id, party, by, text, digest } = event.data;
        return [...channel, { id, party, by, saidAt: at, text, digest, consents: [], releasedAt: null }];
      }
      case 'ReleaseConsented': {
        const { statementId, party, by } = event.data;
        return withStatement(channel, statementId, (statement) => ({
          ...statement,
          consents: [...statement.consents, { party, by, at }],
        }));
      }
      case 'WithoutPrejudiceReleased':
        return withStatement(channel, event.data.statementId, (statement) => ({ ...statement, releasedAt: at }));
      default:
        return unknownEvent(event, channel);
    }
  },
};

export function sayWithoutPrejudice(command: SayWithoutPrejudice, channel: Channel) {
  const { by, party, receivedAt, caseId, parties } = command;
  if (party !== parties.complainant && party !== parties.respondent) return refuse(channelRefusals.notAParty);
  if (channel.filter((statement) => statement.party === party).length >= MOST_STATEMENTS_OF_A_SIDE)
    return refuse(channelRefusals.channelFull);
  const { statementId, text } = command;
  const digest = statementDigest(caseId, statementId, text);
  return accept<ChannelEvent>({
    ...about(receivedAt),
    type: 'SaidWithoutPrejudice',
    data: { statementId, party, by, text, digest },
  });
}

/**
 * A party consents to lay a statement open, its own or the other's. With both consents over the same digest it is open.
 */
export function consentToRelease(command: ConsentToRelease, channel: Channel) {
  const { by, party, receivedAt, parties, statementId } = command;
  if (party !== parties.complainant && party !== parties.respondent) return refuse(channelRefusals.notAParty);
  const statement = channel.find(({ id }) => id === statementId);
  if (!statement) return refuse(channelRefusals.unknownStatement);
  if (statement.consents.some((given) => given.party === party)) return refuse(channelRefusals.consentedAlready);
  if (statement.consents.some((given) => given.by === by)) return refuse(channelRefusals.consentsForBoth);
  const { digest } = command;
  if (digest !== statement.digest) return refuse(channelRefusals.statementDigestDiffers, '/digest');
  const consented: ChannelEvent = {
    ...about(receivedAt),
    type: 'ReleaseConsented',
    data: { statementId, party, by, digest },
  };
  return statement.consents.length === 0
    ? accept<ChannelEvent>(consented)
    : accept<ChannelEvent>(consented, released(statement, receivedAt));
}

const released = ({ id, party, saidAt, text, digest }: Statement, at: Instant): ChannelEvent => ({
  ...about(at),
  tier: 'PANEL',
  type: 'WithoutPrejudiceReleased',
  data: { statementId: id, party, saidAt, text, digest },
});

const withStatement = (channel: Channel, id: string, change: (statement: Statement) => Statement): Channel =>
  channel.map((statement) => (statement.id === id ? change(statement) : statement));

const unknownEvent = (_event: never, channel: Channel): Channel => channel;
