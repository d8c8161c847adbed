import type { RefusalReason } from '@parley/kernel';

/** Why something that changes a case under way is refused: its claims, and what needs two signatures. */
export const changeRefusals = {
  claimsBeforeRegistration: {
    code: 'claims-before-registration',
    rule: 'I-30',
    en: 'Single claims are withdrawn from a registered case; before that, cure the filing or withdraw it as a whole.',
    'zh-Hans': '仅可从已登记的案件中撤回个别主张；在此之前，请补正申诉或整体撤回。',
  },
  claimNotHeld: {
    code: 'claim-not-held',
    rule: 'I-30',
    status: 422,
    en: 'The case holds no such claim.',
    'zh-Hans': '本案没有该项主张。',
  },
  amendmentBeforeRegistration: {
    code: 'amendment-before-registration',
    rule: 'I-24',
    en: 'Only a registered grievance is amended; before that, cure it.',
    'zh-Hans': '只有已登记的申诉可以修正；在此之前请予补正。',
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
  claimsOfBoth: {
    code: 'claims-of-both',
    rule: 'I-30',
    en: 'The case holds claims of the other party as well, which live on; withdraw your own claims by their ids.',
    'zh-Hans': '本案还载有对方的主张，应继续审查；请按编号撤回贵方的主张。',
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
  tooManyAmendments: {
    code: 'too-many-amendments',
    rule: 'I-24',
    en: 'A grievance is amended 50 times at most.',
    'zh-Hans': '一份申诉最多修正 50 次。',
  },
  unknownAmendment: {
    code: 'unknown-amendment',
    rule: 'I-24',
    status: 404,
    en: 'There is no such amendment.',
    'zh-Hans': '没有该项修正。',
  },
  claimNotAmended: {
    code: 'claim-not-of-the-amendment',
    rule: 'I-24',
    status: 422,
    en: 'The counter-statement names a claim that this amendment neither added nor replaced.',
    'zh-Hans': '反驳意见所指的主张并非由该项修正增加或替换。',
  },
  tooManyProposals: {
    code: 'too-many-proposals',
    rule: 'I-04',
    en: 'A side makes 100 proposals at most in one case, 10 of them of claims to be added.',
    'zh-Hans': '一方在一案中最多提出 100 项提议，其中增加主张的提议最多 10 项。',
  },
  proposedAlready: {
    code: 'proposed-already',
    rule: 'I-04',
    en: 'The same is proposed already and awaits a signature; sign that.',
    'zh-Hans': '相同提议已提出并待签署；请签署该提议。',
  },
  unknownProposal: {
    code: 'unknown-proposal',
    rule: 'I-04',
    status: 404,
    en: 'There is no such proposal.',
    'zh-Hans': '没有该项提议。',
  },
  proposalClosed: {
    code: 'proposal-closed',
    rule: 'I-04',
    en: 'The proposal was signed, declined or taken back, or its time has passed; it may be made anew.',
    'zh-Hans': '该提议已签署、已拒绝、已收回或已逾期；可重新提出。',
  },
  notASignatory: {
    code: 'not-a-signatory',
    rule: 'I-04',
    status: 403,
    en: 'This proposal is signed by others: that of the parties by their desks, that of the co-heads by the co-heads.',
    'zh-Hans': '该提议由他人签署：当事方的提议由双方主管部门签署，共同负责人的提议由共同负责人签署。',
  },
  ownProposal: {
    code: 'own-proposal',
    rule: 'I-04',
    status: 403,
    en: 'A proposal is signed or declined by the other side.',
    'zh-Hans': '提议须由另一方签署或拒绝。',
  },
  proposalOfOther: {
    code: 'proposal-of-the-other-side',
    rule: 'I-04',
    status: 403,
    en: 'Only who made a proposal takes it back.',
    'zh-Hans': '只有提出方可以收回提议。',
  },
  partiesOnly: {
    code: 'both-parties-only',
    rule: 'I-20',
    status: 403,
    en: 'This needs the signatures of both parties; the co-heads cannot decide it.',
    'zh-Hans': '此事须由双方当事方签署，共同负责人不得决定。',
  },
  noSuchDeadline: {
    code: 'no-such-deadline',
    rule: 'I-20',
    status: 422,
    en: 'No such deadline runs in this part of the case.',
    'zh-Hans': '本案此阶段没有该项进行中的期限。',
  },
  namedTime: {
    code: 'time-not-counted',
    rule: 'I-20',
    status: 422,
    en: 'This time was named and not counted; name another one instead.',
    'zh-Hans': '该时刻系指定而非计算所得；请另行指定。',
  },
  notUrgent: {
    code: 'not-urgent',
    rule: 'urgent',
    en: 'Urgency was not claimed in this case.',
    'zh-Hans': '本案未主张紧急。',
  },
  urgencyDecided: {
    code: 'urgency-decided',
    rule: 'urgent',
    en:
      'Urgency was refused already, or the time to refuse it has passed and it is granted; the panel ' +
      'may still not confirm it.',
    'zh-Hans': '紧急程序已被拒绝，或拒绝期限已过而准予适用；专家组仍可不予确认。',
  },
  signedAlready: {
    code: 'signed-already',
    rule: 'I-04',
    en: 'The co-head of your side has signed; the other’s signature is awaited.',
    'zh-Hans': '贵方共同负责人已签署，尚待另一方签署。',
  },
  previousNotClosed: {
    code: 'previous-not-closed',
    rule: 'S2b',
    status: 422,
    en: 'Only a case of your own that was closed without prejudice, was withdrawn or lapsed is filed again.',
    'zh-Hans': '只有贵方已在不影响权利的前提下结案、已撤回或已失效的案件可以重新提交。',
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
  noCaseToConsolidate: {
    code: 'no-case-to-consolidate',
    rule: 'I-31',
    status: 422,
    en:
      'Only other registered cases between the same parties, whose screening goes on, are ' +
      'consolidated with this one.',
    'zh-Hans': '只有相同当事方之间已登记且审查仍在进行的其他案件可与本案合并。',
  },
  consolidatedAlready: {
    code: 'consolidated-already',
    rule: 'I-31',
    en: 'The case is consolidated; undo that first.',
    'zh-Hans': '本案已合并；请先行解除。',
  },
  notConsolidated: {
    code: 'not-consolidated',
    rule: 'I-31',
    en: 'The case goes on by itself.',
    'zh-Hans': '本案系单独进行。',
  },
  notRegistered: {
    code: 'not-registered',
    rule: 'S3',
    en: 'The case is not registered yet.',
    'zh-Hans': '该案尚未登记。',
  },
  suspended: {
    code: 'screening-suspended',
    rule: 'S11',
    en: 'The screening is suspended and this waits; both parties may resume it.',
    'zh-Hans': '审查已中止，此事须待恢复后进行；双方可同意恢复。',
  },
  notSuspended: {
    code: 'not-suspended',
    rule: 'S11',
    en: 'The screening is not suspended.',
    'zh-Hans': '审查未处于中止状态。',
  },
  suspensionEnd: {
    code: 'suspension-end-out-of-range',
    rule: 'S11',
    status: 422,
    en: 'A suspension ends on a day after now and within the longest suspension that the rules allow.',
    'zh-Hans': '中止的终止日须在当前时刻之后，且不超过规则允许的最长中止期限。',
  },
  notStandardTrack: {
    code: 'not-on-the-standard-track',
    rule: 'complex',
    en: 'Only a case on the standard track goes over to the complex one.',
    'zh-Hans': '只有适用普通程序的案件可改用复杂程序。',
  },
  unknownRules: {
    code: 'no-such-rules',
    rule: 'I-04',
    status: 422,
    en: 'There is no such version of the rules; /v1/procedure lists them.',
    'zh-Hans': '没有该规则版本；各版本见 /v1/procedure。',
  },
  rulesAreThese: {
    code: 'rules-are-these',
    rule: 'I-04',
    en: 'The case goes on under this version of the rules already.',
    'zh-Hans': '本案现已适用该规则版本。',
  },
  rulesOlder: {
    code: 'rules-older',
    rule: 'I-04',
    en: 'A case goes over to a later version of the rules only; this one came before the one that it has.',
    'zh-Hans': '案件只能改用较新的规则版本；该版本早于本案现行版本。',
  },
  notEnded: { code: 'not-ended', rule: 'I-26', en: 'The screening has not ended.', 'zh-Hans': '审查尚未结束。' },
  endedUnregistered: {
    code: 'ended-before-registration',
    rule: 'I-26',
    en: 'The screening ended before registration; file the grievance again.',
    'zh-Hans': '审查在登记之前即已结束；请重新提交申诉。',
  },
  outcomeIsFinal: {
    code: 'outcome-is-final',
    rule: 'I-26',
    en: 'Findings that are issued, and a settlement that is signed, are final; what is left can be filed anew.',
    'zh-Hans': '已发布的结论与已签署的和解为终局；其余事项可另行提交。',
  },
} as const satisfies Record<string, RefusalReason>;
