import type { RefusalReason } from '@parley/kernel';
import { actorRefusals, fallbackRefusals } from '@parley/procedure';
import { draftRefusals } from './dossier/draft-refusals';

/** Every reason for which the referral refuses an act, with the rule that says so. */
export const refusals = {
  ...draftRefusals,
  ...fallbackRefusals,
  notFiled: {
    code: 'case-not-found',
    rule: 'S1',
    status: 404,
    en: 'There is no such case.',
    'zh-Hans': '没有该案件。',
  },
  noClaimsOfOwn: {
    code: 'no-claims-of-own',
    rule: 'S12',
    status: 403,
    en:
      'Who goes to a forum has claims of its own in the case. The respondent brings them in by a joinder ' +
      'that both sides sign, or files a grievance of its own.',
    'zh-Hans': '诉诸机构的一方须在本案中有自己的主张。被申诉方可经双方签署将其主张并入本案，或自行提出申诉。',
  },
  claimOfOther: {
    code: 'claim-of-the-other-party',
    rule: 'I-30',
    status: 422,
    en: 'A dossier is about the claims of the party that asks for it; the other party refers its own.',
    'zh-Hans': '卷宗只涉及申请方自己的主张；另一方的主张由其自行移送。',
  },
  dossierOfOther: {
    code: 'dossier-of-the-other-party',
    rule: 'S12',
    status: 403,
    en:
      'A dossier is handed to its forum by the party that asked for it. The other may record what ' +
      'happened at the forum.',
    'zh-Hans': '卷宗由申请方提交机构。另一方可以记录在该机构发生的事项。',
  },
  notACoHead: {
    code: 'not-a-co-head-of-the-parties',
    rule: 'I-04',
    status: 403,
    en: 'Only the co-heads whom the two parties appointed sign a dossier.',
    'zh-Hans': '只有双方任命的共同负责人可以签署卷宗。',
  },
  signsForBothSides: {
    code: 'signs-for-both-sides',
    rule: 'I-05',
    status: 403,
    en: 'One person cannot sign for both sides.',
    'zh-Hans': '同一人不得代表双方签署。',
  },
  ...actorRefusals,
  notRegistered: {
    code: 'not-registered',
    rule: 'S12',
    en: 'The case has no docket number yet, or its grievance is not served yet; a dossier follows registration.',
    'zh-Hans': '该案尚无案号或申诉尚未送达；卷宗须在登记之后编制。',
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
  alreadyIssued: {
    code: 'dossier-already-issued',
    rule: 'S12',
    en:
      'This party has a dossier for this forum and on this basis; it can ask for one for another forum, or ' +
      'once there is another basis.',
    'zh-Hans': '该方针对该机构并基于同一依据的卷宗已签发；可为其他机构申请，或在有其他依据后申请。',
  },
  noSuchDossier: {
    code: 'no-such-dossier',
    rule: 'S12',
    status: 404,
    en: 'There is no such dossier.',
    'zh-Hans': '没有该卷宗。',
  },
  notIssued: {
    code: 'dossier-not-issued',
    rule: 'S12',
    en:
      'The dossier is not issued yet; until then the co-heads alone, and the registry, read it, and then ' +
      'both sides get it at one instant.',
    'zh-Hans': '卷宗尚未签发；签发之前仅共同负责人和登记处可以阅览，签发时双方同时取得。',
  },
  notAParty: {
    code: 'not-a-party',
    rule: 'S12',
    status: 403,
    en: 'Only the desks of the two parties may do this.',
    'zh-Hans': '只有双方当事方的主管部门可以这样做。',
  },
  alreadyTransmitted: {
    code: 'dossier-transmitted',
    rule: 'S12',
    en: 'It is on record that this dossier was handed to its forum.',
    'zh-Hans': '该卷宗已提交机构一事已记录在案。',
  },
  handedOverOutOfTime: {
    code: 'handed-over-out-of-time',
    rule: 'I-48',
    status: 422,
    en: 'A dossier is handed over after it was issued, and before that is put on record.',
    'zh-Hans': '卷宗的提交须在签发之后、记录之前。',
  },
  circulatedBefore: {
    code: 'circulated-before-communicated',
    rule: 'S12',
    status: 422,
    en: 'A document is circulated no earlier than it was communicated.',
    'zh-Hans': '文件的散发日期不得早于提交日期。',
  },
  forumEventNoted: {
    code: 'forum-event-noted',
    rule: 'S12',
    en: 'A document of this symbol is on record, with its dates.',
    'zh-Hans': '该文号的文件及其日期已记录在案。',
  },
  tooManyForumEvents: {
    code: 'too-many-forum-events',
    rule: 'S12',
    en: 'A party puts 200 documents of the forum at most on record in one case.',
    'zh-Hans': '一方在一案中最多记录 200 份争端论坛文件。',
  },
  noSuchDocument: {
    code: 'no-such-document',
    rule: 'S12',
    status: 404,
    en: 'The dossier holds no such document.',
    'zh-Hans': '卷宗中没有该文件。',
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
