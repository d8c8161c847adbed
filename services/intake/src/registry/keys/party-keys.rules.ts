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

/** A key by which a side, or one person of it, signs acts. */
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
  /** The person whose key it is; `null` for a key of the side, by which all its persons sign. */
  readonly personId: PersonId | null;
  /** By which a browser finds the passkey; `null` for a key that is none. */
  readonly credentialId: string | null;
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
/** The signature with which a registration came. That of a passkey has no JWS. */
export type GivenSignature = Omit<KeySignature, 'jws'> & { readonly jws?: string };

/** `left`: the delegation of its person ended. */
export type KeyEnd = 'replaced' | 'revoked' | 'left';

export type RegisterKey = Act & {
  readonly type: 'RegisterKey';
  readonly register: PartyCode;
  readonly thumbprint: string;
  readonly key: PartyJwk;
  readonly authority: string;
  /** The signature with which this act came, verified at its receipt; `null` where it is not signed. */
  readonly signature: GivenSignature | null;
  readonly required: boolean;
  readonly personId: PersonId | null;
  readonly credentialId: string | null;
  /** Whether the other side has registered the key, in force or not. */
  readonly isOfOtherSide?: boolean;
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
    /** Left out, as in what is next, where it was recorded before persons had keys of their own. */
    readonly personId?: PersonId | null;
    readonly credentialId?: string | null;
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
    readonly personId?: PersonId | null;
    readonly credentialId?: string | null;
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
    en: 'A side has registered this key before.',
    'zh-Hans': '已有一方登记过该密钥。',
  },
  notSignedByTheOneBefore: {
    code: 'not-signed-by-the-key-before',
    rule: 'credentials',
    en: 'A key of your side is in force: let it sign the registration of another one, or revoke it first.',
    'zh-Hans': '贵方现有有效密钥：请以其签署其他密钥的登记，或先予吊销。',
  },
  ofTwoKinds: {
    code: 'key-of-two-kinds',
    rule: 'credentials',
    status: 422,
    en: 'A passkey is of a person, and signatures are required by a key of the side.',
    'zh-Hans': '通行密钥属于某一人员；要求签名的，应为一方的密钥。',
  },
  notDelegated: {
    code: 'person-not-delegated',
    rule: 'credentials',
    status: 422,
    en: 'The person has no delegation that is not over; record one first.',
    'zh-Hans': '该人员没有尚未终止的授权；请先予登记。',
  },
  notInForce: {
    code: 'no-such-key-in-force',
    rule: 'credentials',
    status: 404,
    en: 'No such key of your side is in force.',
    'zh-Hans': '贵方没有此项有效密钥。',
  },
} as const satisfies Record<string, RefusalReason>;

/** A passkey is in the hand of one person; what a side requires of itself rests on a key of the side. */
const ofOneKind = ({ personId, credentialId, required }: RegisterKey): boolean =>
  personId === null ? credentialId === null : !required;

/** Whether a person has a delegation that is not over. It may begin later; until then the person does not act. */
export const speaksFor = (personId: PersonId, { delegations }: PartyRegister, at: Instant): boolean =>
  delegations.some((each) => each.personId === personId && (each.endsAt === null || each.endsAt > at));

/** Only a key counts by which signatures can be checked. */
export const noSoundKey = () => refuse(keyRefusals.unsound, '/key');

/**
 * A head of delegation registers a key of its side, or of one person who has a delegation of it. The side's key in
 * force, if there is one, signs that act, and ends with it where the new key is to be the side's. Where none is in
 * force, the key rests on the date and the authority that are told. A side that requires signatures of itself does so
 * by its key. Where that one is lost and revoked, nothing is required until there is another, so that no time runs out
 * because of a lost key. A person may have several keys, since a device is easily lost. A key of one side is never one
 * of the other: who registered the other’s could send its signatures once more as their own, and then deny them.
 */
export function registerKey(command: RegisterKey, register: PartyRegister) {
  const { by, receivedAt, register: party, thumbprint, key, authority, signature, required } = command;
  const { personId, credentialId, isOfOtherSide = false } = command;
  const bar = keepersBar(command, register);
  if (bar) return refuse(bar);
  if (!ofOneKind(command)) return refuse(keyRefusals.ofTwoKinds, '/personId');
  if (personId !== null && !speaksFor(personId, register, receivedAt))
    return refuse(keyRefusals.notDelegated, '/personId');
  if (isOfOtherSide || register.keys.some((each) => each.thumbprint === thumbprint))
    return refuse(keyRefusals.registeredAlready, '/key');
  const sides = register.keys.find((each) => each.personId === null && each.endsAt === null);
  if (sides && sides.thumbprint !== signature?.key) return refuse(keyRefusals.notSignedByTheOneBefore);
  // A key of the side is no passkey. By any other signature nobody could follow the keys from the first one on.
  const followed = sides && signature?.jws !== undefined ? { ...signature, jws: signature.jws } : null;
  const registered: KeyEvent = {
    ...about(receivedAt),
    type: 'KeyRegistered',
    data: {
      ...{ party, thumbprint, key, authority, from: receivedAt, personId, credentialId },
      ...{ signature: followed, signedBy: followed?.key ?? null, by },
      requiredFrom: required ? receivedAt : null,
    },
  };
  return sides && personId === null
    ? accept<KeyEvent>(registered, ended(sides, command, 'replaced'))
    : accept<KeyEvent>(registered);
}

/** A head of delegation revokes a key of its side, and needs no signature for that: the key may be lost. */
export function revokeKey(command: RevokeKey, register: PartyRegister) {
  const bar = keepersBar(command, register);
  if (bar) return refuse(bar);
  const { receivedAt } = command;
  const found = register.keys.find(
    ({ thumbprint, endsAt }) => thumbprint === command.thumbprint && (endsAt === null || endsAt > receivedAt),
  );
  return found ? accept<KeyEvent>(ended(found, command, 'revoked')) : refuse(keyRefusals.notInForce, '/thumbprint');
}

/** The keys of a side after an event. */
export function keysAfter(keys: readonly RegisteredKey[], event: KeyEvent): readonly RegisteredKey[] {
  if (event.type === 'KeyRegistered') {
    const { party: _, signedBy: __, by: registeredBy, requiredFrom = null, ...registered } = event.data;
    const { personId = null, credentialId = null } = registered;
    const whose = { personId, credentialId, registeredBy };
    return [...keys, { ...registered, ...whose, required: requiredFrom !== null, endsAt: null }];
  }
  const { thumbprint, endsAt } = event.data;
  // Of several ends the first one counts.
  return keys.map((each) =>
    each.thumbprint === thumbprint && (each.endsAt === null || each.endsAt > endsAt) ? { ...each, endsAt } : each,
  );
}

/** True of an event of the register that is about a key. */
export const isOfKeys = (event: DomainEvent): event is KeyEvent =>
  event.type === 'KeyRegistered' || event.type === 'KeyEnded';

const about = (occurredAt: Instant) => ({ occurredAt, rule: 'credentials', tier: 'PUBLIC' }) as const;

/** @param endsAt when it is over: with the act when left out */
export const ended = (
  { thumbprint, key, from, personId, credentialId }: RegisteredKey,
  { by, register: party, receivedAt }: Pick<KeyCommand, 'by' | 'register' | 'receivedAt'>,
  status: KeyEnd,
  endsAt: Instant = receivedAt,
): KeyEnded => ({
  ...about(receivedAt),
  type: 'KeyEnded',
  data: { party, thumbprint, key, from, endsAt, status, personId, credentialId, by },
});
