import type { Bilingual } from '@parley/kernel';
import { TRACK_WORDS } from '@parley/procedure';
import { COMPLIANCE_TERMS } from './compliance-terms';
import { none, terms, type Terms } from './entry';
import { FINDINGS_TERMS } from './findings-terms';
import { paperTerms, standings } from './paper-terms';
import { repudiated } from './repudiated-terms';
import { SCREENING_TERMS } from './screening-terms';

const levels = terms({
  official: ['the officials', '指定官员'],
  officials: ['the officials', '指定官员'],
  deputies: ['the deputies', '副职官员'],
  coheads: ['the co-heads', '共同负责人'],
  unanswered: ['nobody', '无人'],
});

/** The words for codes within a sentence, by kind of code. Under `''` stand the words for no code. */
export const TERMS = {
  ...COMPLIANCE_TERMS,
  ...FINDINGS_TERMS,
  ...SCREENING_TERMS,
  repudiated,
  track: TRACK_WORDS,
  urgencyGround: terms({
    perishable: ['perishable goods', '易腐货物'],
    irreversible: ['an irreversible measure', '不可逆转的措施'],
    safety: ['safety', '安全'],
    incident: ['an incident', '突发事件'],
  }),
  counterRelation: terms({
    'same-matter': ['on the same matter', '就同一事项提出'],
    distinct: ['on a distinct matter, and a case of its own', '就不同事项提出，独立成案'],
  }),
  measureField: terms({
    number: ['its number', '文号'],
    issuer: ['its issuer', '发布机关'],
    date: ['its date', '日期'],
    title: ['its title', '标题'],
    citation: ['its citation', '出处'],
  }),
  correctedBy: terms({
    consent: ['the other party agreed', '对方同意'],
    silence: ['the other party did not object in time', '对方未在期限内提出异议'],
  }),
  summaryAnswer: terms({ given: ['met', '已获满足'], declined: ['declined', '已遭拒绝'] }),
  trackChange: terms({
    consent: ['both parties agreed', '双方同意'],
    'joint-decision': ['the co-heads decided so', '共同负责人共同决定'],
    'urgency-refused': ['both co-heads refused urgency', '双方共同负责人均拒绝适用紧急程序'],
    'urgency-not-confirmed': ['the panel did not confirm urgency', '专家组未确认紧急程序'],
  }),
  endSetAside: terms({
    'came-before': ['what had come before it was learned of only afterwards', '其前已发生的行为事后方为得知'],
    repudiation: [
      'the settlement that ended it counts no more, since a side has repudiated its signature',
      '因一方否认其签署，据以终结审查的和解不再有效',
    ],
  }),
  extendedBy: terms({
    consent: ['by consent of both parties', '经双方同意'],
    'joint-decision': ['by joint decision of the co-heads', '经共同负责人共同决定'],
  }),
  position: terms({
    accepts: ['accepts the procedure', '接受本程序'],
    'accepts-with-reservation': ['accepts the procedure with a reservation', '附保留接受本程序'],
    objects: ['objects', '提出异议'],
  }),
  objection: terms({
    security: ['security', '安全'],
    characterisation: ['characterisation', '定性'],
    'other-forum': ['other forum', '其他机制'],
    'not-a-measure': ['not a measure', '不构成措施'],
    time: ['time', '时限'],
  }),
  /** How urgent a request on the hotline is. */
  watchList: terms({ kept: ['is kept', '已设立'], empty: ['is empty', '为空'] }),
  keyEnded: terms({
    replaced: ['was replaced', '已更换'],
    revoked: ['was revoked', '已吊销'],
    left: ['ended with the delegation of its person', '已随其人员的授权终止'],
  }),
  grade: terms({ crisis: ['crisis', '危机'], routine: ['routine', '常规'] }),
  /** Who consults, or is to answer on the hotline. */
  level: levels,
  concluded: terms({
    '': ['Both parties concluded the consultations.', '双方一致结束磋商。'],
    true: ['Both parties concluded the consultations.', '双方一致结束磋商。'],
    false: ['Consultations ended with their time.', '磋商期满结束。'],
    coheads: ['Consultations ended with their time.', '磋商期满结束。'],
  }),
  amendment: terms({
    supplement: ['The complainant amended the grievance by a supplement', '申诉方已对申诉作补充'],
    replacement: ['The complainant amended the grievance by a revision that replaces', '申诉方已对申诉作修订替换'],
    joinder: ['By agreement the case holds claims of the respondent as well', '经双方同意，本案亦载有被申诉方的主张'],
  }),
  unused: terms({
    '': ['The time to challenge a nominee ended without a challenge.', '对被提名人提出回避的期限届满，无人提出。'],
    challenge: [
      'The time to challenge a nominee ended without a challenge.',
      '对被提名人提出回避的期限届满，无人提出。',
    ],
    replacement: ['The time to replace a member ended unused.', '更换成员的期限届满，未予行使。'],
  }),
  /** Why a seat was filled by lot. */
  drawn: terms({
    '': ['nobody was nominated in time', '未按期提名'],
    'no-nomination': ['nobody was nominated in time', '未按期提名'],
    'no-disclosure': ['who was on it made no disclosure in time', '原人选未按期作出披露'],
  }),
  challenge: terms({
    upheld: ['upheld; the seat is to be filled anew', '回避成立，席位须重新填补'],
    dismissed: ['dismissed; the member stays', '予以驳回，成员留任'],
    'not-decided': ['not decided in time; the member stays', '未在期限内作出决定，成员留任'],
  }),
  urgency: terms({
    unconfirmed: [
      'The panel did not confirm the urgency in time; the standard clocks start from there.',
      '专家组未在期限内确认紧急程序，自该时起适用普通程序的期限。',
    ],
    confirmed: ['The panel confirmed that the case is urgent.', '专家组确认本案适用紧急程序。'],
    refused: [
      'The panel refused the urgency of the case; the standard clocks start from there.',
      '专家组拒绝适用紧急程序，普通程序的期限自此起算。',
    ],
    stands: [
      'The panel said nothing of the urgency in time; the urgent track stands.',
      '专家组未在期限内就紧急性表态，紧急程序继续适用。',
    ],
  }),
  original: terms({ exhibit: ['exhibit', '证据'], document: ['the document', '文件'] }),
  document: terms({
    grievance: ['grievance', '申诉'],
    amendment: ['grievance as amended by', '经修正的申诉'],
    reply: ['reply', '答复'],
    'amendment-reply': ['answer to amendment', '对修正的答复'],
    letter: ['letter', '信函'],
    summary: ['non-confidential summary', '非机密摘要'],
    answer: ['answer to the panel', '对专家组资料请求的答复'],
    comment: ['comment', '评论'],
    'interim-comment': ['comment on the interim text', '对中期文本的评论'],
  }),
  /** By whose word an exhibit gets other readers. */
  authority: terms({
    panel: ['the panel', '专家组'],
    registry: ['the registry', '登记处'],
    'its-party': ['its party', '提交方'],
    'co-heads': ['both co-heads', '双方共同负责人'],
  }),
  heard: terms({ expert: ['the expert', '专家'], 'third-party': ['the third party', '第三方'] }),
  material: terms({
    request: ['a request of the panel', '专家组的资料请求'],
    answer: ['an answer to the panel', '对专家组资料请求的答复'],
    'third-party-note': ['the note of a third party', '第三方书面意见'],
    'expert-report': ['the report of an expert', '专家报告'],
    comment: ['a comment', '评论'],
  }),
  delayed: terms({ review: ['the interim text', '中期文本'], findings: ['the findings', '结论'] }),
  interimFinal: terms({
    '': none,
    false: none,
    true: [', and none came: the text is final', '，期间无评论，中期文本即为最终文本'],
  }),
  tier: terms({
    PUBLIC: ['everybody', '公众'],
    PANEL: ['the parties and the panel', '双方及专家组'],
    PARTIES: ['the parties', '双方'],
    NOBODY: ['nobody', '无人'],
  }),
  filedTier: terms({ '': none, PUBLIC: [' on the public record', '，列入公开记录'], PANEL: none, PARTIES: none }),
  setsAside: terms({
    true: [
      'had come in time by another channel. It sets aside what silence had brought about; later steps that do not ' +
        'contradict it stand.',
      '，该行为系按期作出。因沉默而生的后果据此撤销，与之不相抵触的其后步骤继续有效。',
    ],
    false: ['came by another channel, as of its receipt.', '，以实际收到时刻为准。'],
    ...standings,
  }),
  ...paperTerms,
  declaredBy: terms({
    coheads: ['by both co-heads', '由两名共同负责人'],
    heartbeat: ['by the system’s own heartbeat', '由系统自身的运行记录'],
  }),
  forum: terms({
    WTO: ['the World Trade Organization', '世界贸易组织'],
    WORLD_BANK: ['the World Bank', '世界银行'],
    CAPITALS: ['the capitals', '两国政府'],
  }),
  basis: terms({
    'findings-final': ['the findings are final', '结论已成为最终结论'],
    'screening-lapsed': ['the screening lapsed', '审查已失效'],
    'no-panel': ['the screening ended without a panel', '审查因未能组成专家组而结束'],
    'exit-notice': ['an exit notice was given', '已发出退出通知'],
  }),
  forumEvent: terms({
    'consultations-requested': ['consultations were requested', '已提出磋商请求'],
    'panel-requested': ['a panel was requested', '已提出设立专家组请求'],
    'panel-established': ['a panel was established', '已设立专家组'],
    'report-circulated': ['a report was circulated', '报告已散发'],
    'report-adopted': ['a report was adopted', '报告已通过'],
    'request-registered': ['a request was registered', '请求已登记'],
    'settled-there': ['the matter was settled', '事项已和解'],
    'withdrawn-there': ['the matter was withdrawn', '事项已撤回'],
    other: ['a document was communicated', '文件已提交'],
  }),
  call: terms({
    offered: ['offered', '已提议'],
    answered: ['answered', '已应答'],
    unanswered: ['not answered', '未应答'],
  }),
  who: terms({
    complainant: ['the complainant', '申诉方'],
    respondent: ['the respondent', '被申诉方'],
    answering: ['the party that is to answer', '应答复的一方'],
    party: ['a party', '一方'],
    parties: ['both parties', '双方'],
    'parties-and-coheads': ['both parties and the co-heads', '双方及共同负责人'],
    'panel-and-coheads': ['the panel and the co-heads', '专家组及共同负责人'],
    nobody: ['nobody', '无须任何一方行事'],
    registry: ['the registry', '登记处'],
    panel: ['the panel', '专家组'],
    nominee: ['a nominee', '一名被提名人'],
    member: ['a member', '一名成员'],
    'co-chair': ['a co-chair', '一名共同主席'],
    'co-chairs': ['the co-chairs', '两名共同主席'],
    cohead: ['a co-head', '一名共同负责人'],
    coheads: ['both co-heads', '双方共同负责人'],
    expert: ['an expert', '专家'],
    'third-party': ['a third party', '第三方'],
    conciliator: ['a conciliator', '一名调解员'],
    conciliators: ['both conciliators', '两名调解员'],
    'crisis-team': ['the crisis team', '危机小组'],
    forum: ['the forum', '机构'],
    operator: ['the operator', '系统运维人员'],
    time: ['the passing of time', '期限届满'],
  }),
} as const satisfies Readonly<Record<string, Terms>>;

export type TermKind = keyof typeof TERMS;

/** Why a screening ended, in words; `undefined` where the outcome says it already. */
export const reasonOf = (code: string): Bilingual | undefined =>
  code === '' || code === 'findings' ? undefined : termOf('reason', code);

/** The words for a code. A code that this release does not know stands for itself, in English without its dashes. */
export const termOf = (kind: TermKind, code: string): Bilingual => {
  const known: Terms = TERMS[kind];
  return (Object.hasOwn(known, code) ? known[code] : undefined) ?? { en: code.replaceAll('-', ' '), 'zh-Hans': code };
};
