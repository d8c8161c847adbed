import { FRAME_WORDS, html, pageFrame, type Html } from '@parley/http';
import type { Bilingual } from '@parley/kernel';
import { feedPath } from '../feeds/feeds.http';
import type { PageContext } from './page-context.page';

/** The page for a case that is not on the docket. */
export const docketMissingPage = (page: PageContext): string =>
  docketFrame(
    page,
    { title: page.say(pageWords.missing), path: '/docket', data: '/v1/docket' },
    html`<h1>${page.say(pageWords.missing)}</h1>
<p class="lead">${page.say(pageWords.missingHint)}</p>
<p class="back"><a href="${page.link('/docket')}">${page.say(pageWords.back)}</a></p>`,
  );

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
<a href="/v1/docket/log" type="application/json">${page.say(pageWords.log)}</a>`,
      ],
    },
    main,
  );

const say = (en: string, zh: string): Bilingual => ({ en, 'zh-Hans': zh });

export const pageWords = {
  intro: say(
    'Every grievance that one side has registered against the other, from registration to outcome. The ' +
      'secretariat advises; it does not judge.',
    '载明一方对另一方提出并已登记的全部申诉，自登记至结果。秘书处提供意见，不作裁决。',
  ),
  party: say('Party', '当事方'),
  year: say('Year', '年份'),
  stage: say('Stage', '阶段'),
  all: say('All', '全部'),
  filter: say('Show', '筛选'),
  number: say('Docket number', '案号'),
  matter: say('Case', '案件'),
  nextDeadline: say('Next deadline', '下一期限'),
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
  data: say('This page as data', '本页数据'),
  log: say('The whole public log', '完整公开日志'),
  advice: say(
    'Nothing here says that a party has violated an agreement.',
    '本登记簿的任何内容均不表示某一方违反了协定。',
  ),
  more: say('Further entries stand in the data of this page.', '其余条目见本页数据。'),
} as const satisfies Record<string, Bilingual>;
