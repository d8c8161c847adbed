import {
  accept,
  refuse,
  type DomainEvent,
  type Instant,
  type PartyCode,
  type PartyJwk,
  type PersonId,
  type RefusalReason,
} from '@parley/kernel';
import type { Act } from '../../case/case-commands.rules';
import { keepersBar } from '../delegations/keeper.rules';
import type { PartyRegister } from '../delegations/delegations.rules';

/** A key by which a side signs its acts. */
export interface RegisteredKey {
  /** RFC 7638 thumbprint of the key, by which signatures name it. */
  readonly thumbprint: string;
  readonly key: PartyJwk;
  /** The instrument behind it, with its date. */
  readonly authority: string;
  readonly from: Instant;
  /** The signature of its registration by the key before it; `null` where none was in force. */
  readonly signature: KeySignature | null;
  /** Whether acts in the side's name are refused without a signature while it is in force. */
  readonly required: boolean;
  readonly registeredBy: PersonId;
  /** First instant at which it is over; `null` while no end is recorded. */
  readonly endsAt: Instant | null;
}

/** The signature of a registration, with which anybody can follow the keys of a side from its first one on. */
export interface KeySignature {
  readonly act: string;
  readonly case: string | null;
  /** Thumbprint of the key that made it. */
  readonly key: string;
  readonly once: string;
  /** Compact JWS. */
  readonly jws: string;
}

export type KeyEnd = 'replaced' | 'revoked';

export type RegisterKey = Act & {
  readonly type: 'RegisterKey';
  readonly register: PartyCode;
  readonly thumbprint: string;
  readonly key: PartyJwk;
  readonly authority: string;
  /** The signature with which this act came, verified at its receipt; `null` where it is not signed. */
  readonly signature: KeySignature | null;
  readonly required: boolean;
};
export type RevokeKey = Act & {
  readonly type: 'RevokeKey';
  readonly register: PartyCode;
  readonly thumbprint: string;
};
export type KeyCommand = RegisterKey | RevokeKey;

export type KeyRegistered = DomainEvent<
  'KeyRegistered',
  {
    readonly party: PartyCode;
    readonly thumbprint: string;
    readonly key: PartyJwk;
    readonly authority: string;
    readonly from: Instant;
    readonly signature: KeySignature | null;
    /** The key that made it; `null` where none did. */
    readonly signedBy: string | null;
    /** From when on the side's acts are refused without a signature, while the key is in force; `null` where not. */
    readonly requiredFrom?: Instant | null;
    readonly by: PersonId;
  }
>;
/** It repeats what the registration said of the key, so that whoever hears it alone knows until when the key counts. */
export type KeyEnded = DomainEvent<
  'KeyEnded',
  {
    readonly party: PartyCode;
    readonly thumbprint: string;
    readonly key: PartyJwk;
    readonly from: Instant;
    readonly endsAt: Instant;
    readonly status: KeyEnd;
    readonly by: PersonId;
  }
>;
export type KeyEvent = KeyRegistered | KeyEnded;

/** Why the keys of a side stay as they are. */
export const keyRefusals = {
  unsound: {
    code: 'key-unsound',
    rule: 'credentials',
    status: 422,
    en: 'No signature can be checked by this key.',
    'zh-Hans': '无法以此密钥验证签名。',
  },
  registeredAlready: {
    code: 'key-registered-already',
    rule: 'credentials',
    en: 'Your side has registered this key before.',
    'zh-Hans': '贵方此前已登记该密钥。',
  },
  notSignedByTheOneBefore: {
    code: 'not-signed-by-the-key-before',
    rule: 'credentials',
    en: 'A key of your side is in force: let it sign the registration of the next one, or revoke it first.',
    'zh-Hans': '贵方现有有效密钥：请以其签署新密钥的登记，或先予吊销。',
  },
  notInForce: {
    code: 'no-such-key-in-force',
    rule: 'credentials',
    status: 404,
    en: 'No such key of your side is in force.',
    'zh-Hans': '贵方没有此项有效密钥。',
  },
} as const satisfies Record<string, RefusalReason>;

/** Only a key counts by which signatures can be checked. */
export const noSoundKey = () => refuse(keyRefusals.unsound, '/key');

/**
 * A head of delegation registers a key of its side. The key in force, if there is one, signs that act, and ends with
 * it. Where none is in force, the key rests on the date and the authority that are told. A side that requires
 * signatures of itself does so by its key. Where that one is lost and revoked, nothing is required until there is
 * another, so that no time runs out because of a lost key.
 */
export function registerKey(command: RegisterKey, register: PartyRegister) {
  const { by, receivedAt, register: party, thumbprint, key, authority, signature, required } = command;
  const bar = keepersBar(command, register);
  if (bar) return refuse(bar);
  if (register.keys.some((each) => each.thumbprint === thumbprint))
    return refuse(keyRefusals.registeredAlready, '/key');
  const before = register.keys.find(({ endsAt }) => endsAt === null);
  if (before && before.thumbprint !== signature?.key) return refuse(keyRefusals.notSignedByTheOneBefore);
  const registered: KeyEvent = {
    ...about(receivedAt),
    type: 'KeyRegistered',
    data: {
      ...{ party, thumbprint, key, authority, from: receivedAt, signature, signedBy: signature?.key ?? null, by },
      requiredFrom: required ? receivedAt : null,
    },
  };
  return before ? accept<KeyEvent>(registered, ended(before, command, 'replaced')) : accept<KeyEvent>(registered);
}

/** A head of delegation revokes a key of its side, and needs no signature for that: the key may be lost. */
export function revokeKey(command: RevokeKey, register: PartyRegister) {
  const bar = keepersBar(command, register);
  if (bar) return refuse(bar);
  const found = register.keys.find(({ thumbprint, endsAt }) => thumbprint === command.thumbprint && endsAt === null);
  return found ? accept<KeyEvent>(ended(found, command, 'revoked')) : refuse(keyRefusals.notInForce, '/thumbprint');
}

/** The keys of a side after an event. */
export function keysAfter(keys: readonly RegisteredKey[], event: KeyEvent): readonly RegisteredKey[] {
  if (event.type === 'KeyRegistered') {
    const { party: _, signedBy: __, by: registeredBy, requiredFrom = null, ...registered } = event.data;
    return [...keys, { ...registered, registeredBy, required: requiredFrom !== null, endsAt: null }];
  }
  const { thumbprint, endsAt } = event.data;
  return keys.map((each) => (each.thumbprint === thumbprint ? { ...each, endsAt } : each));
}

/** True of an event of the register that is about a key. */
export const isOfKeys = (event: DomainEvent): event is KeyEvent =>
  event.type === 'KeyRegistered' || event.type === 'KeyEnded';

const about = (occurredAt: Instant) => ({ occurredAt, rule: 'credentials', tier: 'PUBLIC' }) as const;

const ended = (
  { thumbprint, key, from }: RegisteredKey,
  { by, register: party, receivedAt }: KeyCommand,
  status: KeyEnd,
): KeyEnded => ({
  ...about(receivedAt),
  type: 'KeyEnded',
  data: { party, thumbprint, key, from, endsAt: receivedAt, status, by },
});
