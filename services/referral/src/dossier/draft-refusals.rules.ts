import type { RefusalReason } from '@parley/kernel';
import { channelRefusals } from './channel-refusals.rules';

/** Why a forum does not accept a request, or its rules do not accept a draft. */
export const draftRefusals = {
  forumClosed: {
    code: 'forum-hears-no-state',
    rule: 'I-49',
    en: 'This forum hears no complaint of one state against another.',
    'zh-Hans': '该机构不受理一国针对另一国的申诉。',
  },
  ...channelRefusals,
  partElsewhere: {
    code: 'part-of-another-forum',
    rule: 'I-49',
    status: 422,
    en: 'The request holds a part that belongs to the draft for another forum.',
    'zh-Hans': '申请含有属于另一机构草案的部分。',
  },
  optionsMissing: {
    code: 'memorandum-without-choice',
    rule: 'S12',
    status: 422,
    en: 'A memorandum lays at least two options before the capitals.',
    'zh-Hans': '备忘录须向两国首都提出至少两个选项。',
  },
  provisionMissing: {
    code: 'consultation-provision-missing',
    rule: 'DSU 4.4',
    status: 422,
    en: 'A request for consultations names the provision under which they are requested.',
    'zh-Hans': '磋商请求须列明其所依据的磋商条款。',
  },
  consultationsUnexplained: {
    code: 'consultations-unexplained',
    rule: 'DSU 6.2',
    status: 422,
    en: 'A panel request says whether consultations were held; where none were requested it says why none were needed.',
    'zh-Hans': '设立专家组的请求须说明是否已进行磋商；未请求磋商的，须说明理由。',
  },
  heldOutOfTime: {
    code: 'consultations-held-out-of-time',
    rule: 'DSU 6.2',
    status: 422,
    en: 'Consultations are held after they were requested, and before that is said.',
    'zh-Hans': '磋商须在提出请求之后、作出说明之前进行。',
  },
  panelRequestEarly: {
    code: 'panel-request-early',
    rule: 'DSU 4.7',
    status: 422,
    en: 'The time for consultations is not over; an earlier panel request says why.',
    'zh-Hans': '磋商期限尚未届满；提前请求设立专家组须说明理由。',
  },
  notAMember: {
    code: 'not-a-member',
    rule: 'I-49',
    en: 'Both parties must be Members of the WTO on the day of the request.',
    'zh-Hans': '申请之日双方均须为世界贸易组织成员。',
  },
  agreementNotCovered: {
    code: 'agreement-not-covered',
    rule: 'I-49',
    status: 422,
    en: 'The claim is under an agreement that is not in DSU Appendix 1.',
    'zh-Hans': '该主张所依据的协定不在争端解决谅解附录一之列。',
  },
  agreementNotBinding: {
    code: 'agreement-not-binding',
    rule: 'I-49',
    status: 422,
    en: 'The claim is under a plurilateral agreement that does not bind both parties.',
    'zh-Hans': '该主张所依据的诸边协定对双方并非均有约束力。',
  },
  unknownMeasure: {
    code: 'unknown-measure',
    rule: 'S12',
    status: 422,
    en: 'The request names a measure that is not in the grievance.',
    'zh-Hans': '申请所指的措施不在申诉之中。',
  },
  unknownClaim: {
    code: 'unknown-claim',
    rule: 'S12',
    status: 422,
    en: 'The request names a claim that is not in the grievance.',
    'zh-Hans': '申请所指的主张不在申诉之中。',
  },
  claimWithoutMeasure: {
    code: 'claim-without-its-measure',
    rule: 'S12',
    status: 422,
    en: 'The request names a claim but not the measure that it is held against.',
    'zh-Hans': '申请列明了主张，却未列明其所针对的措施。',
  },
  measureWithoutClaim: {
    code: 'measure-without-claim',
    rule: 'S12',
    status: 422,
    en: 'The request names a measure but no claim against it.',
    'zh-Hans': '申请列明了措施，却未列明针对该措施的主张。',
  },
  unknownProvision: {
    code: 'unknown-consultation-provision',
    rule: 'DSU 4.4',
    status: 422,
    en: 'There is no such provision for consultations in the forum’s rules.',
    'zh-Hans': '该机构规则中没有该磋商条款。',
  },
  provisionOutOfPlace: {
    code: 'consultation-provision-out-of-place',
    rule: 'DSU 4.4',
    status: 422,
    en: 'No claim of the request is under the agreement of this consultation provision.',
    'zh-Hans': '申请中没有任何主张属于该磋商条款所在的协定。',
  },
  evidenceMissing: {
    code: 'statement-of-evidence-missing',
    rule: 'SCM 4.2, 7.2',
    status: 422,
    en: 'A request with a subsidy claim states the evidence available.',
    'zh-Hans': '含有补贴主张的请求须说明现有证据。',
  },
  symbolMalformed: {
    code: 'symbol-malformed',
    rule: 'S12',
    status: 422,
    en: 'The symbol is not one by which this forum names its documents.',
    'zh-Hans': '该文号不符合该机构文件的编号方式。',
  },
  forumEventAhead: {
    code: 'forum-event-ahead',
    rule: 'S12',
    status: 422,
    en: 'The event lies in the future.',
    'zh-Hans': '该事件尚未发生。',
  },

  claimOfOther: {
    code: 'claim-of-the-other-party',
    rule: 'I-30',
    status: 422,
    en: 'A dossier is about the claims of the party that asks for it; the other party refers its own.',
    'zh-Hans': '卷宗只涉及申请方自己的主张；另一方的主张由其自行移送。',
  },

  notACoHead: {
    code: 'not-a-co-head-of-the-parties',
    rule: 'I-04',
    status: 403,
    en: 'Only the co-heads whom the two parties appointed sign this.',
    'zh-Hans': '只有双方任命的共同负责人可以就此签署。',
  },

  signsForBothSides: {
    code: 'signs-for-both-sides',
    rule: 'I-05',
    status: 403,
    en: 'One person cannot sign for both sides.',
    'zh-Hans': '同一人不得代表双方签署。',
  },

  noBasis: {
    code: 'no-basis-for-a-dossier',
    rule: 'I-48',
    en: 'A dossier follows final findings, a lapsed screening, or an exit notice of the party that asks for it.',
    'zh-Hans': '卷宗须在结论终局、审查失效或申请方发出退出通知之后编制。',
  },

  dossierPending: {
    code: 'dossier-pending',
    rule: 'S12',
    en: 'A dossier that this party requested is not issued yet; it asks for the next one then.',
    'zh-Hans': '该方申请的卷宗尚未签发，签发后方可再次申请。',
  },

  notAssembled: {
    code: 'dossier-not-assembled',
    rule: 'I-04',
    en: 'The dossier is still being put together; there is no digest to sign yet.',
    'zh-Hans': '卷宗仍在编制，尚无可供签署的摘要值。',
  },

  signingClosed: {
    code: 'dossier-signing-closed',
    rule: 'S12',
    en: 'The dossier was signed by both co-heads, or its time has passed.',
    'zh-Hans': '卷宗已由双方共同负责人签署，或签署期限已过。',
  },

  sideHasSigned: {
    code: 'side-has-signed',
    rule: 'I-04',
    en: 'The co-head of this side has signed already.',
    'zh-Hans': '该方共同负责人已签署。',
  },

  digestDiffers: {
    code: 'dossier-digest-differs',
    rule: 'I-04',
    status: 422,
    en: 'The signature names another digest than that of the dossier.',
    'zh-Hans': '签署所载摘要值与卷宗不符。',
  },
} as const satisfies Record<string, RefusalReason>;
