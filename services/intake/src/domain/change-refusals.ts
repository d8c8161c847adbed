import type { RefusalReason } from '@parley/kernel';

/** Why something that changes a case under way is refused: its claims, and what needs two signatures. */
export const changeRefusals = {
  claimsBeforeRegistration: {
    code: 'claims-before-registration',
    rule: 'I-30',
    en: 'Single claims are withdrawn from a registered case; before that, cure the filing or withdraw it as a whole.',
    'zh-Hans': '仅可从已登记的案件中撤回个别主张；在此之前，请补正申诉或整体撤回。',
  },
  claimNotHeld: { code: 'claim-not-held', rule: 'I-30', status: 422, en: 'The case holds no such claim.', 'zh-Hans': '本案没有该项主张。' },
  tooManyProposals: { code: 'too-many-proposals', rule: 'I-04', en: 'A side makes 100 proposals at most in one case.', 'zh-Hans': '一方在一案中最多提出 100 项提议。' },
  proposedAlready: {
    code: 'proposed-already',
    rule: 'I-04',
    en: 'The same is proposed already and awaits a signature; sign that.',
    'zh-Hans': '相同提议已提出并待签署；请签署该提议。',
  },
  unknownProposal: { code: 'unknown-proposal', rule: 'I-04', status: 404, en: 'There is no such proposal.', 'zh-Hans': '没有该项提议。' },
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
  ownProposal: { code: 'own-proposal', rule: 'I-04', status: 403, en: 'A proposal is signed or declined by the other side.', 'zh-Hans': '提议须由另一方签署或拒绝。' },
  proposalOfOther: { code: 'proposal-of-the-other-side', rule: 'I-04', status: 403, en: 'Only who made a proposal takes it back.', 'zh-Hans': '只有提出方可以收回提议。' },
  partiesOnly: {
    code: 'both-parties-only',
    rule: 'I-20',
    status: 403,
    en: 'This needs the signatures of both parties; the co-heads cannot decide it.',
    'zh-Hans': '此事须由双方当事方签署，共同负责人不得决定。',
  },
  noSuchDeadline: { code: 'no-such-deadline', rule: 'I-20', status: 422, en: 'No such deadline runs in this part of the case.', 'zh-Hans': '本案此阶段没有该项进行中的期限。' },
  namedTime: {
    code: 'time-not-counted',
    rule: 'I-20',
    status: 422,
    en: 'This time was named and not counted; name another one instead.',
    'zh-Hans': '该时刻系指定而非计算所得；请另行指定。',
  },
  notRegistered: { code: 'not-registered', rule: 'S3', en: 'The case is not registered yet.', 'zh-Hans': '该案尚未登记。' },
  suspended: {
    code: 'screening-suspended',
    rule: 'S11',
    en: 'The screening is suspended and this waits; both parties may resume it.',
    'zh-Hans': '审查已中止，此事须待恢复后进行；双方可同意恢复。',
  },
  notSuspended: { code: 'not-suspended', rule: 'S11', en: 'The screening is not suspended.', 'zh-Hans': '审查未处于中止状态。' },
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
