import { html, type Html } from '@parley/http';
import type { Bilingual } from '@parley/kernel';
import type { FoundOfReads, ReadFaults } from '@parley/processes';
import type { PageContext } from './page-context.page';

/** Each service that keeps a log of reads, as it is called in a sentence. */
const serviceWords: Readonly<Record<string, Bilingual>> = {
  intake: { en: 'intake', 'zh-Hans': '受理服务' },
  evidence: { en: 'evidence', 'zh-Hans': '证据服务' },
  panelreview: { en: 'panel review', 'zh-Hans': '专家组审查服务' },
  referral: { en: 'referral', 'zh-Hans': '移交服务' },
  audit: { en: 'audit', 'zh-Hans': '审计服务' },
};

export const LOGS_OF_READS: readonly string[] = Object.keys(serviceWords);

/** What each kind of fault says to anybody. It says neither who read nor what. */
export const faultWords: Readonly<Record<keyof ReadFaults, Bilingual>> = {
  altered: { en: 'a read was altered', 'zh-Hans': '阅读记录被更改' },
  gone: { en: 'a read is not there any more', 'zh-Hans': '阅读记录已不存在' },
  relinked: { en: 'a chain of them was written anew', 'zh-Hans': '某一链被重新写入' },
  unlinked: { en: 'a read was put in', 'zh-Hans': '有阅读记录被插入' },
};

export const readsWords = {
  found: {
    en: 'What the daily checks of the logs of reads found. Who reads what is not public is on record there:',
    'zh-Hans': '对阅读记录的每日检查所发现者。何人阅读非公开材料，均载于该记录：',
  },
  damaged: { en: 'not as it was written:', 'zh-Hans': '与写入时不符：' },
  whole: { en: 'it holds again.', 'zh-Hans': '恢复成立。' },
  earlier: { en: 'Earlier findings are in the record.', 'zh-Hans': '更早的发现载于记录。' },
} satisfies Record<string, Bilingual>;

/** Findings that the page shows. A damaged log is found once, so there are hardly ever more. */
const MOST_SHOWN = 20;

/** What was ever found of the logs of reads, the newest first, for anybody; nothing where nothing was. */
export const readsShown = (page: PageContext, found: readonly FoundOfReads[]): Html =>
  html`${
    found.length > 0 &&
    html`<p class="note">${page.say(readsWords.found)}</p>
<ul>
${found
  .slice(-MOST_SHOWN)
  .toReversed()
  .map((each) => foundShown(page, each))}</ul>
${found.length > MOST_SHOWN && html`<p class="note">${page.say(readsWords.earlier)}</p>`}`
  }`;

const foundShown = (page: PageContext, { context, at, faults }: FoundOfReads): Html => html`<li>${page.minute(at)} ·
${page.say(serviceWords[context] ?? { en: context, 'zh-Hans': context })} ·
${page.say(faults ? readsWords.damaged : readsWords.whole)}${faults && html` ${page.listed(...counts(page, faults))}`}</li>
`;

const counts = (page: PageContext, faults: ReadFaults): readonly string[] =>
  (Object.keys(faultWords) as (keyof ReadFaults)[])
    .filter((kind) => faults[kind] > 0)
    .map((kind) => `${page.say(faultWords[kind])} (${String(faults[kind])})`);
