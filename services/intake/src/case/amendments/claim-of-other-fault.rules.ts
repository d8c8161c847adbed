import { canonicalJson, refuse, type Fault, type RefusalReason, type Side } from '@parley/kernel';
import type { Claim, Grievance } from '../filing/file-grievance.rules';
import type { ClaimChanges } from './amendments.rules';

export const amendmentsRefusals = {
  amendmentBeforeRegistration: {
    code: 'amendment-before-registration',
    rule: 'I-24',
    en:
      'A filing is amended until it is found complete, and again from its registration on; where a deficiency notice ' +
      'awaits an answer, cure it.',
    'zh-Hans': '申诉在认定完整之前可以修改，登记之后可以修正；已发出缺陷通知的，请予补正。',
  },

  amendmentIncomplete: {
    code: 'amendment-incomplete',
    rule: 'I-29',
    status: 422,
    en: 'The grievance as amended has a defect of form; ask the check at /v1/grievances/checks what it is.',
    'zh-Hans': '修正后的申诉存在形式缺陷；可通过 /v1/grievances/checks 查明。',
  },

  claimIdGone: {
    code: 'claim-id-gone',
    rule: 'I-24',
    status: 422,
    en: 'This id is that of a claim that was withdrawn or left out; a new claim takes a new one.',
    'zh-Hans': '该编号属于已撤回或已略去的主张；新主张须用新编号。',
  },

  claimOfOther: {
    code: 'claim-of-the-other-party',
    rule: 'I-30',
    status: 422,
    en:
      'A party adds, changes and leaves out its own claims; those of the respondent come in by a ' +
      'joinder that both sign.',
    'zh-Hans': '一方只能增加、更改或略去自己的主张；被申诉方的主张须经双方签署的并入方可列入。',
  },

  supplementReplaces: {
    code: 'supplement-replaces',
    rule: 'I-24',
    status: 422,
    en: 'A supplement only adds claims; to change or leave one out, send a replacement.',
    'zh-Hans': '补充只能增加主张；如需更改或略去主张，请提交修订替换。',
  },

  supplementAddsNothing: {
    code: 'supplement-adds-nothing',
    rule: 'I-24',
    status: 422,
    en: 'A supplement adds at least one claim.',
    'zh-Hans': '补充须至少增加一项主张。',
  },

  amendmentChangesNothing: {
    code: 'amendment-changes-nothing',
    rule: 'I-24',
    status: 422,
    en: 'The grievance as amended is the grievance as it stands.',
    'zh-Hans': '修正后的申诉与现有申诉相同。',
  },

  supplementLate: {
    code: 'supplement-late',
    rule: 'I-24',
    en:
      'The day up to which claims are added has passed: file them as a new case, or propose the ' +
      'supplement to the other party.',
    'zh-Hans': '增加主张的期限已过：请另行提交新案，或向对方提议补充。',
  },

  replacementLate: {
    code: 'replacement-late',
    rule: 'I-24',
    en:
      'The day up to which a grievance is revised without the other party’s consent has passed: propose the ' +
      'replacement to it, or withdraw the claims that you give up.',
    'zh-Hans': '无需对方同意即可修改申诉的期限已过：请向对方提议替换，或撤回所放弃的主张。',
  },

  replacesAnother: {
    code: 'replaces-another-grievance',
    rule: 'I-24',
    en:
      'The grievance is no longer the one that this was to replace, and a consent to replace that one does not serve ' +
      'for another; propose the replacement anew.',
    'zh-Hans': '申诉已非该替换所针对的文本，对替换原文本的同意不适用于其他文本；请重新提议替换。',
  },

  amendedAfterInterim: {
    code: 'amended-after-interim',
    rule: 'I-68',
    en:
      'The panel has reached its interim text: nothing is added to the grievance or replaced in it any more. Claims ' +
      'can be withdrawn until the deliberation is closed, or filed as a new case.',
    'zh-Hans': '专家组已完成中期文本：申诉不得再作补充或替换。评议结束前可撤回主张，新的主张可另案提交。',
  },

  tooManyAmendments: {
    code: 'too-many-amendments',
    rule: 'I-24',
    en: 'A grievance is amended 50 times at most.',
    'zh-Hans': '一份申诉最多修正 50 次。',
  },

  claimNotAmended: {
    code: 'claim-not-of-the-amendment',
    rule: 'I-24',
    status: 422,
    en: 'The counter-statement names a claim that this amendment neither added nor replaced.',
    'zh-Hans': '反驳意见所指的主张并非由该项修正增加或替换。',
  },
} as const satisfies Record<string, RefusalReason>;

/**
 * What one grievance changes in the claims of another. A claim whose measure changed counts as replaced, since it is
 * made against something else.
 */
export function claimChanges(before: Grievance, after: Grievance): ClaimChanges {
  const earlier = new Map(before.claims.map((claim) => [claim.id, contentOf(claim, before)]));
  const ids = after.claims.map(({ id }) => id);
  return {
    added: ids.filter((id) => !earlier.has(id)),
    replaced: after.claims
      .filter((claim) => earlier.has(claim.id) && earlier.get(claim.id) !== contentOf(claim, after))
      .map(({ id }) => id),
    dropped: before.claims.map(({ id }) => id).filter((id) => !ids.includes(id)),
  };
}

const contentOf = (claim: Claim, { measures }: Grievance): string =>
  canonicalJson({ claim, measure: measures.find(({ id }) => id === claim.measure) ?? null });

/** The side that makes the claim. */
export const claimantOf = ({ claimant }: Claim): Side => claimant ?? 'complainant';

/** Refuses changes to claims of the other party: each party adds, changes and leaves out only its own (I-30). */
export function claimOfOtherFault(
  side: Side,
  after: Grievance,
  before: Grievance,
  { added, replaced, dropped }: ClaimChanges,
) {
  const touched = after.claims.findIndex(
    (claim) => (added.includes(claim.id) || replaced.includes(claim.id)) && claimantOf(claim) !== side,
  );
  if (touched >= 0) return refuse(amendmentsRefusals.claimOfOther, `/grievance/claims/${String(touched)}`);
  const theirs = before.claims.some(
    (claim) => (dropped.includes(claim.id) || replaced.includes(claim.id)) && claimantOf(claim) !== side,
  );
  return theirs ? refuse(amendmentsRefusals.claimOfOther, '/grievance/claims') : undefined;
}

/**
 * A filing and its cure hold claims of the complainant alone. Claims of the other party come in only with both
 * signatures.
 */
export const filedClaimFaults = ({ claims }: Grievance): readonly Fault<typeof amendmentsRefusals.claimOfOther>[] =>
  claims.flatMap((claim, index) =>
    claimantOf(claim) === 'complainant'
      ? []
      : [{ reason: amendmentsRefusals.claimOfOther, path: `/grievance/claims/${String(index)}` }],
  );
