import { refuse, type CaseId, type CaseParties, type RefusalReason } from '@parley/kernel';
import type { CaseState } from '../case-commands.rules';
import type { Outcome } from '../outcome/outcome.rules';
import type { Certification, Receipt } from './file-grievance.rules';
import { commonRefusals } from '../common-refusals.rules';

export const filingRefusals = {
  noRulesInEffect: {
    code: 'no-rules-in-effect',
    rule: 'I-71',
    en:
      'No version of the rules is in effect yet, so nothing can be filed. Both co-heads, one of each side, are to ' +
      'sign a version that /v1/rules shows, at /v1/rules/{version}/signatures.',
    'zh-Hans':
      '尚无生效的规则版本，故不能提交申诉。须由双方共同负责人各一名在 /v1/rules/{version}/signatures 签署 /v1/rules 所列的某一版本。',
  },

  certificationDigest: {
    code: 'certification-digest-differs',
    rule: 'I-04',
    status: 422,
    en: 'The certification names another digest than that of the grievance received.',
    'zh-Hans': '声明所载摘要值与收到的申诉不符。',
  },

  unknownMeasure: {
    code: 'unknown-measure',
    rule: 'S2',
    status: 422,
    en: 'The claim names a measure that is not in the grievance.',
    'zh-Hans': '该主张所指的措施不在申诉之中。',
  },

  measureTwice: {
    code: 'measure-twice',
    rule: 'S2',
    status: 422,
    en: 'Two measures have the same id.',
    'zh-Hans': '两项措施编号相同。',
  },

  claimTwice: {
    code: 'claim-twice',
    rule: 'S2',
    status: 422,
    en: 'Two claims have the same id.',
    'zh-Hans': '两项主张编号相同。',
  },

  goodsEdition: {
    code: 'goods-edition-unknown',
    rule: 'typed-references',
    status: 422,
    en:
      'There is no such edition: of the HS name the year of its entry into force (1988, 1996, 2002, 2007, ' +
      '2012, 2017 or 2022), of a national tariff the year it applies to.',
    'zh-Hans':
      '没有该版本：协调制度请写其生效年份（1988、1996、2002、2007、2012、2017 或 2022），国家税则请写其适用年份。',
  },

  goodsCode: {
    code: 'goods-code-form',
    rule: 'typed-references',
    status: 422,
    en:
      'The code is not written as its nomenclature writes it: HS as 8703 or 8703.23, a national tariff as ' +
      '8703.23.01 or 8703.23.01.10.',
    'zh-Hans': '编码格式与其目录不符：协调制度写作 8703 或 8703.23，国家税则写作 8703.23.01 或 8703.23.01.10。',
  },

  provisionForm: {
    code: 'provision-form',
    rule: 'typed-references',
    status: 422,
    en:
      'The agreement does not number its provisions so: GATT 1994 and GATS as X:3(a), most others as 1.1(a)(1) or ' +
      'Annex C(1)(a), a protocol of accession as I.11.3 and the report of its working party as WPR 162.',
    'zh-Hans':
      '该协定不以此方式编排条款：GATT 1994 与 GATS 写作 X:3(a)，其他多数协定写作 1.1(a)(1) 或 Annex C(1)(a)，' +
      '加入议定书写作 I.11.3，工作组报告书写作 WPR 162。',
  },

  agreementNotListed: {
    code: 'agreement-not-listed',
    rule: 'typed-references',
    status: 422,
    en: 'No agreement has this code. A claim names an agreement by its code on the list.',
    'zh-Hans': '没有使用该代码的协定。主张须以清单所列代码指明协定。',
  },

  measureOfLater: {
    code: 'measure-of-a-later-day',
    rule: 'S2',
    status: 422,
    en: 'The measure bears a later date than today in both capitals. A grievance is about a measure that is there.',
    'zh-Hans': '该措施所载日期晚于双方首都的当日。申诉须针对已经存在的措施。',
  },

  sameClaimTwice: {
    code: 'same-claim-twice',
    rule: 'S2',
    status: 422,
    en: 'The same measure is held against the same provision twice.',
    'zh-Hans': '同一措施与同一条款重复提出。',
  },

  previousNotClosed: {
    code: 'previous-not-closed',
    rule: 'S2b',
    status: 422,
    en: 'Only a case of your own is filed again, once its screening has ended otherwise than by a settlement.',
    'zh-Hans': '只有贵方自己的、审查已结束且非因和解而结束的案件可以重新提交。',
  },

  noCaseToCounter: {
    code: 'no-case-to-counter',
    rule: 'I-32',
    status: 422,
    en:
      'A counter-grievance answers a registered case of the other party whose screening goes on; without ' +
      'one, file an ordinary grievance.',
    'zh-Hans': '反申诉须针对对方已登记且审查仍在进行的案件；否则请提交普通申诉。',
  },
} as const satisfies Record<string, RefusalReason>;

interface Certified {
  readonly certification: Certification;
  readonly receipt: Receipt;
}

/** Checks that the person who files has certified the digest of what the registry received. */
export const certificationFault = ({ certification, receipt }: Certified) =>
  certification.digest === receipt.digest
    ? undefined
    : refuse(filingRefusals.certificationDigest, '/certification/digest');

/** The refusal for a filing that is longer than one append can keep. */
export const tooLong = () => refuse(commonRefusals.tooLong, '/grievance');

/** What is known of a case when another one refers to it. */
export interface KnownCase {
  readonly caseId: CaseId;
  readonly parties: CaseParties;
  /** `null` when it was never registered. */
  readonly docketNumber: string | null;
  /** `null` while its screening goes on. */
  readonly outcome: Outcome | null;
}

/** A case as another one may refer to it; `null` for one that was never filed. */
export function knownCase(state: CaseState): KnownCase | null {
  if (state.status === 'unfiled') return null;
  const { caseId, parties } = state;
  return {
    caseId,
    parties,
    docketNumber: 'registration' in state ? state.registration.docketNumber : null,
    outcome: state.status === 'ended' ? state.outcome : null,
  };
}

export const COUNTER_RELATIONS = ['same-matter', 'distinct'] as const;
/**
 * For a counter-grievance on the same matter a common timetable is offered. A distinct one is a case of its own and
 * cannot delay the first (I-32).
 */
export type CounterRelation = (typeof COUNTER_RELATIONS)[number];

/** The cases that a filing refers to, as they were found; `null` when there is no such case. */
export interface Referring {
  /** The case that ended otherwise than by a settlement, and is filed again. */
  readonly previous?: KnownCase | null;
  readonly counterTo?: { readonly case: KnownCase | null; readonly relation: CounterRelation };
}

/** The part of it that stays on record. */
export interface Relations {
  readonly previous?: CaseId;
  readonly counterTo?: { readonly caseId: CaseId; readonly docketNumber: string; readonly relation: CounterRelation };
}

/** The relations of a filing, or the refusal of a relation that does not hold. */
export function relationsOf({ previous, counterTo }: Referring, parties: CaseParties) {
  const mayBeFiledAgain =
    previous?.parties.complainant === parties.complainant &&
    previous.outcome !== null &&
    FILED_AGAIN.includes(previous.outcome);
  if (previous !== undefined && !mayBeFiledAgain) return refuse(filingRefusals.previousNotClosed, '/previous');
  const first = counterTo?.case;
  const isAgainst =
    first?.parties.complainant === parties.respondent && first.outcome === null && first.docketNumber !== null;
  if (counterTo && !isAgainst) return refuse(filingRefusals.noCaseToCounter, '/counterTo/case');
  const relations: Relations = {
    ...(previous ? { previous: previous.caseId } : {}),
    ...(counterTo && first?.docketNumber
      ? { counterTo: { caseId: first.caseId, docketNumber: first.docketNumber, relation: counterTo.relation } }
      : {}),
  };
  return relations;
}

/** Outcomes after which the same may be filed again; claims that were found on or withdrawn late wait (I-68). */
const FILED_AGAIN: readonly Outcome[] = [
  'closed-without-prejudice',
  'withdrawn',
  'no-panel',
  'lapsed',
  'findings-issued',
];
