import type { RefusalReason } from '@parley/kernel';
import { actorRefusals, fallbackRefusals } from '@parley/procedure';
import { loanRefusals } from './loans/loan-refusals';
import { publicVersionRefusals } from './public-version/public-version-refusals';
import { readersRefusals } from './readers/readers-refusals';
import { translationRefusals } from './translation/translation-refusals';

const { cameInFuture, cameBeforeItsTime, cameTooLate, nothingAwaited } = fallbackRefusals;
/** Why an entry is refused. No later step in the evidence overtakes one: what else bars it is what bars its act. */
export const entryBars = { cameInFuture, cameBeforeItsTime, cameTooLate, nothingAwaited, ...actorRefusals };

/** Every reason for which this service refuses an act on the evidence of a case, with the rule that says so. */
export const refusals = {
  ...translationRefusals,
  ...publicVersionRefusals,
  ...readersRefusals,
  ...loanRefusals,
  ...entryBars,
  caseUnknown: {
    code: 'not-found',
    rule: 'I-43',
    status: 404,
    en: 'There is no such thing, or it is not yours to know of.',
    'zh-Hans': '所请求的事项不存在，或您无权知悉。',
  },
  notAParty: {
    code: 'not-a-party',
    rule: 'I-34',
    status: 403,
    en: 'Only the desk of a party may file evidence.',
    'zh-Hans': '只有当事方的主管部门可以提交证据。',
  },
  notYourExhibit: {
    code: 'not-your-exhibit',
    rule: 'I-42',
    status: 403,
    en: 'Only the party that filed an exhibit may do this.',
    'zh-Hans': '只有提交该证物的当事方可以这样做。',
  },
  unknownExhibit: {
    code: 'unknown-exhibit',
    rule: 'I-43',
    status: 404,
    en: 'There is no such exhibit.',
    'zh-Hans': '没有该证物。',
  },
  screeningEnded: { code: 'screening-ended', rule: 'I-26', en: 'The screening has ended.', 'zh-Hans': '审查已结束。' },
  longStopPassed: {
    code: 'long-stop-passed',
    rule: 'I-17',
    en: 'The long-stop has passed.',
    'zh-Hans': '最长期限已过。',
  },
  tooManyExhibits: {
    code: 'too-many-exhibits',
    rule: 'I-33',
    en: 'A party files at most 2,000 exhibits in a case.',
    'zh-Hans': '一方在一案中最多提交 2,000 件证物。',
  },
  uploadUsed: {
    code: 'upload-already-exhibited',
    rule: 'I-35',
    en: 'This upload is an exhibit of the case already, with other particulars. What is accepted is not changed.',
    'zh-Hans': '该上传内容已作为本案证物提交，且其他事项不同。已受理的内容不得更改。',
  },
  uploadUnknown: {
    code: 'upload-unknown',
    rule: 'I-33',
    status: 422,
    en:
      'There is no finished upload of your party with this id; an upload that nothing refers ' +
      'to is kept for 24 hours.',
    'zh-Hans': '没有贵方以此编号完成的上传；未被引用的上传仅保留 24 小时。',
  },
  digestDiffers: {
    code: 'digest-differs',
    rule: 'I-33',
    status: 422,
    en: 'The digest named is not that of the bytes received.',
    'zh-Hans': '所载摘要值与收到的内容不符。',
  },
  unknownClaim: {
    code: 'unknown-claim',
    rule: 'S2',
    status: 422,
    en: 'The exhibit names a claim that is not in the grievance.',
    'zh-Hans': '该证物所指的主张不在申诉之中。',
  },
  custodyInFuture: {
    code: 'custody-in-the-future',
    rule: 'I-34',
    status: 422,
    en: 'A hand-over is entered when it has happened.',
    'zh-Hans': '移交须在发生之后记录。',
  },
  custodyOutOfOrder: {
    code: 'custody-out-of-order',
    rule: 'I-34',
    status: 422,
    en: 'A hand-over is not earlier than the one before it.',
    'zh-Hans': '移交时间不得早于上一次移交。',
  },
  custodyChainBroken: {
    code: 'custody-chain-broken',
    rule: 'I-34',
    status: 422,
    en: 'A hand-over is made by whoever received the exhibit last.',
    'zh-Hans': '移交须由最后接收该证物者作出。',
  },
  unknownCorrected: {
    code: 'unknown-corrected',
    rule: 'I-35',
    status: 422,
    en: 'The exhibit that this one would put right is no exhibit of your party in this case.',
    'zh-Hans': '所要更正的证物并非贵方在本案中提交的证物。',
  },
  correctedAlready: {
    code: 'corrected-already',
    rule: 'I-35',
    en: 'Another exhibit puts this one right already. Put that one right instead.',
    'zh-Hans': '该证物已有更正件，请对更正件再行更正。',
  },
  correctionNarrower: {
    code: 'correction-narrower',
    rule: 'I-42',
    status: 422,
    en: 'Everybody who reads an exhibit reads what puts it right: choose a tier with at least the same readers.',
    'zh-Hans': '凡可查阅原证物者均可查阅其更正件，请选择读者范围不小于原证物的级别。',
  },
  exhibitCorrupted: {
    code: 'exhibit-corrupted',
    rule: 'I-33',
    en:
      'The stored bytes are not those that were accepted. They are not handed out, and the finding is on ' +
      'record. The same bytes uploaded again mend them.',
    'zh-Hans': '所存内容与受理时不符，故不予提供，此情况已载入记录。重新上传相同内容即可修复。',
  },
} as const satisfies Record<string, RefusalReason>;
