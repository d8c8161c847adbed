import type { Actor, Role } from './actor';
import type { RefusalReason } from './decision';
import type { PartyCode } from './ids';

/**
 * The roles of which a person holds at most one in a case (I-05). Auditors and operators decide nothing in a case, so
 * they are left out. Experts, third parties and conciliators decide nothing either, but come to the case from outside.
 */
export const CAPACITIES: readonly Role[] = [
  'desk',
  'registry',
  'panel',
  'cohead',
  'expert',
  'third-party',
  'conciliator',
];

/** What a person is in a case, and for which side: by an act of that person, and never because somebody said so. */
export interface Capacity {
  readonly role: Role;
  readonly party: PartyCode | null;
}

/** The capacity in which somebody acts; `undefined` for a process, and for a role that is none in a case. */
export const capacityOf = (actor: Actor): Capacity | undefined =>
  actor.kind === 'person' && CAPACITIES.includes(actor.role) ? { role: actor.role, party: actor.party } : undefined;

export const isSameCapacity = (one: Capacity, other: Capacity): boolean =>
  one.role === other.role && one.party === other.party;

/** Why a person’s act is refused who has acted in the case in another capacity, or for the other side. */
export const twoCapacitiesInCase = {
  code: 'two-capacities-in-case',
  rule: 'I-05',
  status: 403,
  en:
    'In this case this person has acted in another capacity, or for the other side, in whatever part of it; somebody ' +
    'else of your people can do this.',
  'zh-Hans': '此人已在本案的某一部分以其他身份或代表另一方行事；可由贵方其他人员行使此项行为。',
} as const satisfies RefusalReason;
