import type { Bilingual } from '@parley/kernel';
import { say } from './sentence';

/** Names of the stages, as the docket shows them. */
export const stageNames: Readonly<Record<string, Bilingual>> = {
  S3: say('Registered', '已登记'),
  S4: say('Awaiting reply', '等待答复'),
  S5: say('Consultations', '磋商'),
  S6: say('Composition of the panel', '组成专家组'),
  S7: say('Panel review', '专家组审查'),
  S8: say('Interim text', '中期文本'),
  S9: say('Findings', '作出结论'),
  S11: say('Screening ended', '审查已结束'),
};

export const outcomeNames: Readonly<Record<string, Bilingual>> = {
  'findings-issued': say('findings issued', '已发布结论'),
  settled: say('settled', '已和解'),
  withdrawn: say('withdrawn', '已撤回'),
  'closed-without-prejudice': say('closed without prejudice', '在不影响权利的前提下结案'),
  lapsed: say('lapsed', '已失效'),
};

const reasonNames: Readonly<Record<string, Bilingual>> = {
  'long-stop': say('the long-stop passed', '最长期限届满'),
  cure: say('a deficiency was not cured in time', '缺陷未在期限内补正'),
  'cure-rounds': say('deficiencies were left after the last round', '末轮补正后仍有缺陷'),
  'roster-exhausted': say('no eligible name was left on a roster', '名册中已无合格人选'),
  suspension: say('it was suspended for as long as the rules allow', '中止期限届满'),
};

/** Why a screening ended, in words; nothing where the outcome says it already. */
export const reasonOf = (code: string): Bilingual | undefined =>
  code === '' || code === 'findings' ? undefined : nameIn(reasonNames, code);

export const trackNames: Readonly<Record<string, Bilingual>> = {
  standard: say('standard', '普通'),
  complex: say('complex', '复杂'),
  urgent: say('urgent', '紧急'),
};

export const urgencyGroundNames: Readonly<Record<string, Bilingual>> = {
  perishable: say('perishable goods', '易腐货物'),
  irreversible: say('an irreversible measure', '不可逆转的措施'),
  safety: say('safety', '安全'),
  incident: say('an incident', '突发事件'),
};

export const counterRelationNames: Readonly<Record<string, Bilingual>> = {
  'same-matter': say('on the same matter', '就同一事项提出'),
  distinct: say('on a distinct matter, and a case of its own', '就不同事项提出，独立成案'),
};

/** Why a case goes on under another track. */
export const trackChangeNames: Readonly<Record<string, Bilingual>> = {
  consent: say('both parties agreed', '双方同意'),
  'joint-decision': say('the co-heads decided so', '共同负责人共同决定'),
  'urgency-refused': say('both co-heads refused urgency', '双方共同负责人均拒绝适用紧急程序'),
  'urgency-not-confirmed': say('the panel did not confirm urgency', '专家组未确认紧急程序'),
};

export const positionNames: Readonly<Record<string, Bilingual>> = {
  accepts: say('accepts the procedure', '接受本程序'),
  'accepts-with-reservation': say('accepts the procedure with a reservation', '附保留接受本程序'),
  objects: say('objects', '提出异议'),
};

/** How much haste a request on the hotline has. */
export const gradeNames: Readonly<Record<string, Bilingual>> = {
  crisis: say('crisis', '危机'),
  routine: say('routine', '常规'),
};

/** Who is to answer on the hotline, within a sentence. */
export const rungNames: Readonly<Record<string, Bilingual>> = {
  official: say('the officials', '指定官员'),
  coheads: say('the co-heads', '共同负责人'),
  deputies: say('the deputies', '副职官员'),
};

/** Who consults, within a sentence. */
export const levelNames: Readonly<Record<string, Bilingual>> = {
  officials: say('the officials', '指定官员'),
  deputies: say('the deputies', '副职官员'),
  coheads: say('the co-heads', '共同负责人'),
};

export const objectionNames: Readonly<Record<string, Bilingual>> = {
  security: say('security', '安全'),
  characterisation: say('characterisation', '定性'),
  'other-forum': say('other forum', '其他机制'),
  'not-a-measure': say('not a measure', '不构成措施'),
  time: say('time', '时限'),
};

export const findingNames: Readonly<Record<string, Bilingual>> = {
  substantiated: say('substantiated', '已获证实'),
  'not-substantiated': say('not substantiated', '未获证实'),
  'not-agreed': say('not agreed', '未达成一致'),
};

export const forumNames: Readonly<Record<string, Bilingual>> = {
  WTO: say('the World Trade Organization', '世界贸易组织'),
  WORLD_BANK: say('the World Bank', '世界银行'),
  CAPITALS: say('the capitals', '两国政府'),
};

export const basisNames: Readonly<Record<string, Bilingual>> = {
  'findings-final': say('the findings are final', '结论已成为最终结论'),
  'screening-lapsed': say('the screening lapsed', '审查已失效'),
  'exit-notice': say('an exit notice was given', '已发出退出通知'),
};

export const clockNames: Readonly<Record<string, Bilingual>> = {
  reply: say('reply of the respondent', '被申诉方答复'),
  consultations: say('end of consultations', '磋商期满'),
  nomination: say('nomination to the panel', '提名专家组成员'),
  disclosure: say('disclosure by a nominee', '被提名人披露'),
  challenge: say('challenge of a nominee', '对被提名人提出回避'),
  'challenge-decision': say('decision on a challenge', '对回避作出决定'),
  review: say('interim text of the panel', '专家组提出中期文本'),
  'interim-comments': say('comments on the interim text', '对中期文本的评论'),
  findings: say('findings of the panel', '专家组作出结论'),
  'late-findings': say('findings of the panel', '专家组作出结论'),
  'information-request': say('answer to the panel’s request', '答复专家组的资料请求'),
  'expert-comments': say('comments on the report of an expert', '对专家报告的评论'),
  'urgency-confirmation': say('the panel’s word on the urgency', '专家组就紧急性表态'),
  certification: say('certification by the co-heads', '共同负责人核证'),
  'conciliation-answer': say('answer to a proposal of conciliation', '对调解提议的答复'),
  'compliance-review': say('review of compliance', '履行评审'),
  'settlement-window': say('settlement window', '和解期'),
  dossier: say('dossier', '卷宗编制'),
  'long-stop': say('long-stop of the screening', '审查最长期限'),
  'first-call': say('offer of the first call', '首次通话提议'),
  suspension: say('end of the suspension', '中止期满'),
};

/** The words for a code, or the code itself where a later rule set brought one that is not listed here. */
export const nameIn = (names: Readonly<Record<string, Bilingual>>, code: string): Bilingual =>
  names[code] ?? { en: code, 'zh-Hans': code };
