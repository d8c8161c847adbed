import {
  accept,
  latest,
  refuse,
  type Decider,
  type DomainEvent,
  type Instant,
  type PartyCode,
  type PersonId,
  type RefusalReason,
  type Sha256,
} from '@parley/kernel';
import type { AdoptedRules, ProposedRules } from '@parley/procedure';
import type { Act } from '../../case/case-commands.rules';
import { commonRefusals } from '../../case/common-refusals.rules';

export const ruleSetRefusals = {
  unknownRuleSet: {
    code: 'rule-set-not-proposed',
    rule: 'I-71',
    status: 404,
    en: 'No such version of the rules was proposed; /v1/rules lists them.',
    'zh-Hans': '没有提议过该规则版本；各版本见 /v1/rules。',
  },
  ruleSetDigest: {
    code: 'rule-set-digest-differs',
    rule: 'I-71',
    status: 422,
    en: 'The signature names another digest than that of the version proposed; read it again and sign what it shows.',
    'zh-Hans': '签署所载摘要值与所提议规则版本不符；请重新查阅后签署。',
  },
  ruleSetSignedBySide: {
    code: 'rule-set-signed-by-your-side',
    rule: 'I-71',
    en: 'Your side’s co-head has signed this version of the rules; it needs the other side’s.',
    'zh-Hans': '贵方共同负责人已签署该规则版本；尚需另一方共同负责人签署。',
  },
  ruleSetAdopted: {
    code: 'rule-set-adopted-already',
    rule: 'I-71',
    en: 'Both co-heads have adopted this version of the rules already.',
    'zh-Hans': '双方共同负责人已通过该规则版本。',
  },
  baseNotAdopted: {
    code: 'rule-set-base-not-adopted',
    rule: 'I-71',
    en: 'This version amends one that is only proposed; both co-heads sign that one first.',
    'zh-Hans': '该规则版本所修订的版本仅为提议；须先由双方共同负责人签署后者。',
  },
  ruleSetOvertaken: {
    code: 'rule-set-overtaken',
    rule: 'I-71',
    en:
      'Another version was adopted that takes effect later than this one would; have this one proposed anew ' +
      'with a later day.',
    'zh-Hans': '已通过另一规则版本，其生效时间晚于本版本；请以较晚日期重新提议本版本。',
  },
} as const satisfies Record<string, RefusalReason>;

/** A proposed version, with the instant at which its day begins at the seat; `null` where it has no day. */
export type RuleSetOffered = ProposedRules & { readonly opensAt: Instant | null };

/** The installation proposes a version of the rules to the co-heads. This changes nothing by itself. */
type RuleSetProposed = DomainEvent<'RuleSetProposed', RuleSetOffered>;

/** A co-head signed a version. It takes effect when the other side's co-head has signed the same. */
type RuleSetSigned = DomainEvent<
  'RuleSetSigned',
  { readonly version: string; readonly digest: Sha256; readonly by: PersonId; readonly party: PartyCode }
>;

/** A co-head's signature under a version. */
export interface RuleSetSignature {
  readonly party: PartyCode;
  readonly by: PersonId;
  readonly at: Instant;
}

/** Both co-heads adopted a version. It never changes from then on (I-71). */
export type RuleSetAdopted = DomainEvent<
  'RuleSetAdopted',
  AdoptedRules & { readonly signedBy: readonly RuleSetSignature[] }
>;

export type RuleSetEvent = RuleSetProposed | RuleSetSigned | RuleSetAdopted;

export interface ProposeRuleSets {
  readonly type: 'ProposeRuleSets';
  readonly versions: readonly RuleSetOffered[];
  readonly at: Instant;
}

export type SignRuleSet = Act & {
  readonly type: 'SignRuleSet';
  readonly party: PartyCode;
  readonly version: string;
  readonly digest: Sha256;
};

export type RuleSetCommand = ProposeRuleSets | SignRuleSet;

export type RegisteredRuleSet = RuleSetOffered & {
  readonly signedBy: readonly RuleSetSignature[];
  /** When it takes effect; `null` as long as one signature is missing. */
  readonly inForceFrom: Instant | null;
};

/** Every version that was proposed, by its name, in the order in which they were proposed. */
export type RuleSetRegister = Readonly<Record<string, RegisteredRuleSet>>;

/** The register of the rules. Both co-heads adopt a version over its digest; nobody does so alone (I-71). */
export const ruleSetRegisterDecider: Decider<RuleSetCommand, RuleSetRegister, RuleSetEvent> = {
  initial: {},
  decide: (command, register) =>
    command.type === 'ProposeRuleSets' ? proposeRuleSets(command, register) : signRuleSet(command, register),
  evolve: evolveRegister,
};

/**
 * Proposes versions that are not proposed so already. One that was adopted stays as it is; one that was not is proposed
 * anew with its new content, and what was signed of the old one is no signature under it.
 */
function proposeRuleSets({ versions, at }: ProposeRuleSets, register: RuleSetRegister) {
  const isNew = ({ version, digest }: RuleSetOffered): boolean => {
    const there = register[version];
    return there === undefined || (there.inForceFrom === null && there.digest !== digest);
  };
  return accept<RuleSetEvent>(
    ...versions.filter(isNew).map((data): RuleSetProposed => ({
      type: 'RuleSetProposed',
      occurredAt: at,
      rule: 'I-71',
      tier: 'PUBLIC',
      data,
    })),
  );
}

/** I-71: the first signature is recorded; the second, by the other side's co-head, adopts the version. */
export function signRuleSet({ version, digest, by, party, receivedAt }: SignRuleSet, register: RuleSetRegister) {
  const offered = Object.hasOwn(register, version) ? register[version] : undefined;
  if (!offered) return refuse(ruleSetRefusals.unknownRuleSet);
  if (offered.inForceFrom !== null) return refuse(ruleSetRefusals.ruleSetAdopted);
  if (offered.digest !== digest) return refuse(ruleSetRefusals.ruleSetDigest, '/digest');
  if (offered.signedBy.some((signature) => signature.party === party))
    return refuse(ruleSetRefusals.ruleSetSignedBySide);
  if (offered.signedBy.some((signature) => signature.by === by)) return refuse(commonRefusals.signsForBoth);
  if (offered.amends !== null && (register[offered.amends]?.inForceFrom ?? null) === null)
    return refuse(ruleSetRefusals.baseNotAdopted);
  const about = { occurredAt: receivedAt, rule: 'I-71', tier: 'PUBLIC' } as const;
  if (offered.signedBy.length === 0)
    return accept<RuleSetEvent>({ type: 'RuleSetSigned', ...about, data: { version, digest, by, party } });
  const { opensAt, signedBy, ...rules } = offered;
  const inForceFrom = latest(opensAt ?? receivedAt, receivedAt);
  if (Object.values(register).some((each) => each.inForceFrom !== null && each.inForceFrom > inForceFrom))
    return refuse(ruleSetRefusals.ruleSetOvertaken);
  return accept<RuleSetEvent>({
    type: 'RuleSetAdopted',
    ...about,
    data: { ...rules, inForceFrom, signedBy: [...signedBy, { party, by, at: receivedAt }] },
  });
}

/** Total: an event that is not known leaves the register as it is. */
function evolveRegister(register: RuleSetRegister, event: RuleSetEvent): RuleSetRegister {
  switch (event.type) {
    case 'RuleSetProposed':
      return { ...register, [event.data.version]: { ...event.data, signedBy: [], inForceFrom: null } };
    case 'RuleSetSigned': {
      const { version, by, party } = event.data;
      const offered = register[version];
      return offered
        ? {
            ...register,
            [version]: { ...offered, signedBy: [...offered.signedBy, { party, by, at: event.occurredAt }] },
          }
        : register;
    }
    case 'RuleSetAdopted': {
      const offered = register[event.data.version];
      return { ...register, [event.data.version]: { opensAt: offered?.opensAt ?? null, ...event.data } };
    }
    default:
      return unknownEvent(event, register);
  }
}

const unknownEvent = (_event: never, register: RuleSetRegister): RuleSetRegister => register;
