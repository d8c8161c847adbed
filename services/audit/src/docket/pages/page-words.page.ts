import { FRAME_WORDS, html, pageFrame, type Html } from '@parley/http';
import type { Bilingual } from '@parley/kernel';
import { feedPath } from '../feeds/feeds.http';
import type { PageContext } from './page-context.page';

/** The page for a case that is not on the docket, or an entry that is not in its log. */
export const docketMissingPage = (page: PageContext, of: 'case' | 'entry'): string => {
  const [name, hint] =
    of === 'case' ? [pageWords.missing, pageWords.missingHint] : [pageWords.missingEntry, pageWords.missingEntryHint];
  return docketFrame(
    page,
    { title: page.say(name), path: '/docket', data: '/v1/docket' },
    html`<h1>${page.say(name)}</h1>
<p class="lead">${page.say(hint)}</p>
<p class="back"><a href="${page.link('/docket')}">${page.say(pageWords.back)}</a></p>`,
  );
};

export interface DocketFrame {
  readonly title: string;
  /** Path of the page without its query. */
  readonly path: string;
  /** The query of the page, for the link to the page in the other language. */
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  /** The address of the same content as data. */
  readonly data: string;
}

/** A whole page of the docket. */
export const docketFrame = (page: PageContext, { title, path, query = {}, data }: DocketFrame, main: Html): string =>
  pageFrame(
    {
      lang: page.lang,
      title,
      part: { name: FRAME_WORDS.docket, path: '/docket' },
      path,
      query,
      data,
      links: html`<link rel="alternate" type="application/atom+xml" href="${feedPath('atom', page.lang)}">
<link rel="alternate" type="application/feed+json" href="${feedPath('json', page.lang)}">
`,
      foot: [
        html`${page.say(pageWords.advice)}`,
        html`<a href="${data}" type="application/json">${page.say(pageWords.data)}</a> ·
<a href="${page.link('/docket/log')}">${page.say(pageWords.log)}</a>`,
      ],
    },
    html`${
      page.trial &&
      html`<p class="note"><strong>${page.say(pageWords.trial)}</strong></p>
`
    }${main}`,
  );

const say = (en: string, zh: string): Bilingual => ({ en, 'zh-Hans': zh });

export const pageWords = {
  trial: say(
    'This installation is a trial and not for production: it may reach its stores without TLS.',
    '本系统仅供试用，并非正式运行：其与存储之间的连接可能未经 TLS 加密。',
  ),
  intro: say(
    'Every grievance that one side has registered against the other, from registration to outcome. The ' +
      'secretariat advises; it does not judge.',
    '载明一方对另一方提出并已登记的全部申诉，自登记至结果。秘书处提供意见，不作裁决。',
  ),
  party: say('Party', '当事方'),
  year: say('Year', '年份'),
  status: say('Status', '状态'),
  stage: say('Stage', '阶段'),
  dueFrom: say('Due from', '期限起'),
  dueTo: say('Due until', '期限止'),
  all: say('All', '全部'),
  filter: say('Show', '筛选'),
  number: say('Docket number', '案号'),
  matter: say('Case', '案件'),
  nextDeadline: say('Next deadline', '下一期限'),
  whereItStands: say('Where it stands', '目前进展'),
  now: say('What is happening now', '正在进行'),
  next: say('What happens next', '下一步'),
  mustAct: say('Who must act', '须行事者'),
  noLimit: say('No public limit runs now.', '目前没有公开的期限在计算。'),
  hasEnded: say('The screening ended on', '审查终结于'),
  standsStill: say(
    'Both parties keep the screening suspended. Its limits stand still.',
    '经双方同意，审查中止，各项期限停止计算。',
  ),
  facts: say('On record', '记录在案'),
  notPublic: say(
    'The complainant wrote summary, measures and claims; the secretariat did not. The reasons of a claim are for the ' +
      'parties and the panel. What the words mean:',
    '摘要、措施和主张均由申诉方撰写，并非秘书处所撰。主张的理由仅供双方和专家组阅览。用语含义：',
  ),
  about: say('What it is about', '所涉事项'),
  agreement: say('Agreement', '协定'),
  measureNumber: say('Number of a measure', '措施编号'),
  notAppliedFrom: say('not applied any more from', '自以下日期起不再适用：'),
  measure: say('Measure', '措施'),
  provision: say('Provision', '条款'),
  certification: say('Certification', '核证'),
  certifiedBy: say('by the co-head of', '已由以下一方的共同负责人作出：'),
  notCertifiedBy: say('not by the co-head of', '以下一方的共同负责人未作出：'),
  silence: say('What was not done in its time', '逾期未为的事项'),
  silenceNote: say(
    'Each line is an entry of the log, in its own words. No silence stops the screening:',
    '各行均为日志条目的原文。任何沉默均不使审查停止：',
  ),
  calendar: say('The limits of this case as a calendar', '本案期限日历'),
  ifNobodyActs: say('If nobody acts', '如无人行事'),
  suspended: say('suspended by both parties', '经双方同意中止'),
  calls: say('Calls', '通话'),
  outcome: say('Outcome', '结果'),
  none: say('No case matches.', '没有符合条件的案件。'),
  empty: say('No case has been registered yet.', '尚无已登记的案件。'),
  older: say('Older cases', '较早的案件'),
  newest: say('Newest cases', '最新的案件'),
  against: say('against', '诉'),
  complainant: say('Complainant', '申诉方'),
  respondent: say('Respondent', '被申诉方'),
  measuresOf: say('Measures of', '所涉措施所属方'),
  registered: say('Registered', '登记日期'),
  rules: say('Rules of procedure', '程序规则版本'),
  reply: say('Reply', '答复'),
  summary: say('Public summary', '公开摘要'),
  chronology: say('Chronology', '进程'),
  chronologyNote: say(
    'In the order of their instant in law, seat time. Each entry stands in the public log under its number.',
    '按法律上的时间排列（所在地时间）。每一条目均以其序号载于公开日志。',
  ),
  findings: say('Findings', '结论'),
  finding: say('Finding', '结论'),
  statementOf: say('Separate statement of the members from', '以下一方成员的单独意见：'),
  notTranslated: say('The panel did not translate this text in time.', '专家组未按期翻译该文本。'),
  noReasons: say('The majority adopted no reasons in time.', '多数未按期采纳理由。'),
  reasonsToCome: say(
    'Reasons and separate statements are published when the time to mark confidential passages is over.',
    '理由与单独意见将于机密段落标记期限届满时公布。',
  ),
  noStatement: say('None was given in time.', '期限内未提出。'),
  claim: say('Claim', '主张'),
  ledger: say('Ledger of calls', '通话记录'),
  offeredBy: say('Offered by', '提议方'),
  proposedFor: say('Proposed for', '拟定时间'),
  pending: say('in time', '期限内'),
  panel: say('Panel', '专家组'),
  referral: say('Referral', '移送'),
  provisional: say('provisional', '暂定'),
  before: say('before', '截止'),
  entry: say('Entry', '条目'),
  original: say('original language', '原文'),
  back: say('All cases', '全部案件'),
  missing: say('There is no such case on the docket.', '登记簿中没有该案件。'),
  missingHint: say(
    'A docket number looks like CN-2025-0001. A case appears here when it has been registered.',
    '案号形如 CN-2025-0001。案件登记后即在此公布。',
  ),
  missingEntry: say('There is no such entry in the log.', '日志中没有该条目。'),
  missingEntryHint: say('Entries are numbered from 1 without a gap.', '条目自 1 起连续编号。'),
  data: say('This page as data', '本页数据'),
  log: say('The whole public log', '完整公开日志'),
  logIntro: say(
    'Every entry of every case, the newest first. Serials run 1, 2, 3 … without a gap and never change.',
    '全部案件的全部条目，最新者在前。序号为 1、2、3……连续不断且永不更改。',
  ),
  verifier: say(
    'A dossier of a case can be verified without a network: in a browser, or by Node. The keys of the log are its ' +
      'policy. Compare all three with what somebody else has: who serves a verifier cannot vouch for it.',
    '案件的卷宗无须联网即可核验：以浏览器或以 Node 均可。日志的公钥载于其策略文件。请将三者与他人所持有的相核对：提供核验程序者不能为其作证。',
  ),
  verifierDigests: say('their SHA-256', '其 SHA-256'),
  emptyLog: say('There is no entry yet.', '尚无条目。'),
  olderEntries: say('Older entries', '较早的条目'),
  newestEntries: say('Newest entries', '最新的条目'),
  noCase: say('none', '不涉及案件'),
  inLaw: say('Instant in law', '法律上的时间'),
  entered: say('Entered', '录入时间'),
  source: say('Id of the event', '事件标识'),
  previous: say('Digest of the entry before', '前一条目的摘要值'),
  commitment: say('Digest of this entry', '本条目的摘要值'),
  chain: say(
    'Each digest covers the entry with the digest before it, so nothing can be altered or left out unseen.',
    '每一摘要值均涵盖该条目及前一摘要值，任何更改或遗漏都会显现。',
  ),
  advice: say(
    'Nothing here says that a party has violated an agreement.',
    '本登记簿的任何内容均不表示某一方违反了协定。',
  ),
  more: say('Further entries stand in the data of this page.', '其余条目见本页数据。'),
} as const satisfies Record<string, Bilingual>;
