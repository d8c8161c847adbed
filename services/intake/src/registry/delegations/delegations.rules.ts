import type { DomainEvent, Instant, PartyCode, PersonId, RefusalReason } from '@parley/kernel';
import type { Act } from '../../case/case-commands.rules';

/** The head of a desk keeps its register of delegations; an officer acts for the party and keeps nothing. */
export const DELEGATION_SCOPES = ['head', 'officer'] as const;
export type DelegationScope = (typeof DELEGATION_SCOPES)[number];

/** The word of a party that a person speaks for it, with the authority and the time in which it holds. */
export interface Delegation {
  readonly id: string;
  readonly personId: PersonId;
  readonly scope: DelegationScope;
  /** The instrument behind it, such as a letter of credence with its date. */
  readonly authority: string;
  readonly from: Instant;
  readonly recordedBy: PersonId;
  readonly recordedAt: Instant;
  /** First instant at which it is over; `null` when no end is recorded. */
  readonly endsAt: Instant | null;
  /** Id of the delegation that took its place. */
  readonly replacedBy: string | null;
}

/** The delegations of one party, including those that are over, in the order in which they were recorded. */
export type PartyRegister = readonly Delegation[];

/** True while a delegation is in force: from its beginning on, and not at its end any more. */
export const inForce = ({ from, endsAt }: Pick<Delegation, 'from' | 'endsAt'>, at: Instant): boolean =>
  from <= at && (endsAt === null || at < endsAt);

export type RecordDelegation = Act & {
  readonly type: 'RecordDelegation';
  readonly register: PartyCode;
  readonly delegationId: string;
  readonly personId: PersonId;
  readonly scope: DelegationScope;
  readonly authority: string;
  /** When it begins; absent when it begins with the receipt of the act. */
  readonly from?: Instant;
  /** The delegation that it replaces, which ends when this one begins. */
  readonly replaces?: string;
};
export type EndDelegation = Act & {
  readonly type: 'EndDelegation';
  readonly register: PartyCode;
  readonly delegationId: string;
};
export type DelegationCommand = RecordDelegation | EndDelegation;

export type DelegationRecorded = DomainEvent<
  'DelegationRecorded',
  {
    readonly delegationId: string;
    readonly party: PartyCode;
    readonly personId: PersonId;
    readonly scope: DelegationScope;
    readonly authority: string;
    readonly from: Instant;
    readonly by: PersonId;
  }
>;
export type DelegationEnded = DomainEvent<
  'DelegationEnded',
  {
    readonly delegationId: string;
    readonly party: PartyCode;
    readonly personId: PersonId;
    readonly scope: DelegationScope;
    readonly from: Instant;
    readonly endsAt: Instant;
    readonly replacedBy: string | null;
    readonly by: PersonId;
  }
>;
export type DelegationEvent = DelegationRecorded | DelegationEnded;

export const delegationRefusals = {
  notOwnRegister: {
    code: 'not-own-register',
    rule: 'credentials',
    status: 403,
    en: 'Each side keeps the register of its own delegations.',
    'zh-Hans': '各方自行管理其授权登记。',
  },
  notTheHead: {
    code: 'not-the-head',
    rule: 'credentials',
    status: 403,
    en: 'The register is kept by who heads the desk; ask the head to record this.',
    'zh-Hans': '授权登记由主管部门负责人管理；请由负责人办理。',
  },
  delegatedAlready: {
    code: 'delegated-already',
    rule: 'credentials',
    en: 'The person has a delegation that is not over; end or replace that one.',
    'zh-Hans': '该人员已有尚未终止的授权；请先予终止或以新授权取代。',
  },
  backdated: {
    code: 'delegation-backdated',
    rule: 'credentials',
    status: 422,
    en: 'A delegation begins when it is recorded, or later.',
    'zh-Hans': '授权自登记之时或之后开始。',
  },
  unknownDelegation: {
    code: 'unknown-delegation',
    rule: 'credentials',
    status: 404,
    en: 'There is no such delegation in this register.',
    'zh-Hans': '登记中没有该项授权。',
  },
  endedAlready: {
    code: 'delegation-ended-already',
    rule: 'credentials',
    en: 'This delegation has an end already.',
    'zh-Hans': '该项授权已有终止时间。',
  },
  lastHead: {
    code: 'last-head',
    rule: 'credentials',
    en: 'Nobody would head the desk; record another head in this one’s place.',
    'zh-Hans': '主管部门将无负责人；请登记另一名负责人以取代之。',
  },
  registerFull: {
    code: 'register-full',
    rule: 'credentials',
    en: 'A side has 200 delegations at most that are not over; end one first.',
    'zh-Hans': '一方尚未终止的授权最多 200 项；请先终止其中一项。',
  },
} as const satisfies Record<string, RefusalReason>;
