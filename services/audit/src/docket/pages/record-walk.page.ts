import { html, type Html } from '@parley/http';
import type { Bilingual } from '@parley/kernel';
import type { FindingKind } from '../../completeness/record-walk';
import type { LastWalk } from '../../completeness/record-walks';
import type { PageContext } from './page-context.page';

/** What each kind of finding says to anybody. It names no stream, because streams have the ids of cases. */
export const findingWords: Readonly<Record<FindingKind, Bilingual>> = {
  gap: {
    en: 'An event does not stand at its place in its stream.',
    'zh-Hans': '事件不在其事件流中应有的位置。',
  },
  altered: { en: 'An event was altered.', 'zh-Hans': '事件被更改。' },
  unlinked: {
    en: 'An event does not follow on the one before it, or that one is gone.',
    'zh-Hans': '事件与前一事件不相承接，或前一事件已不存在。',
  },
  misnamed: {
    en: 'An event stands under another name than its own.',
    'zh-Hans': '事件列于他者名下。',
  },
  unreadable: { en: 'An event cannot be read.', 'zh-Hans': '事件无法读取。' },
  gone: {
    en: 'The transparency log has an event that the record does not have.',
    'zh-Hans': '透明日志中有某一事件，而记录中没有。',
  },
  unlogged: {
    en: 'An event is not the one that the transparency log has.',
    'zh-Hans': '事件与透明日志所载者不符。',
  },
  'log-differs': {
    en: 'The transparency log is not as it was signed.',
    'zh-Hans': '透明日志与签署时不符。',
  },
  unfounded: {
    en: 'An event names another one, as its cause or as a fact, that is not there.',
    'zh-Hans': '事件所指为起因或所依据事实的另一事件并不存在。',
  },
  undue: {
    en: 'A default stands on record for a time limit that did not run, or was not over.',
    'zh-Hans': '所载的逾期后果，其期限并未进行，或尚未届满。',
  },
  unasked: {
    en: 'The id of an event is not the one that follows from the act that it names as its cause.',
    'zh-Hans': '事件编号并非由其所指为起因的行为得出。',
  },
};

const walkWords = {
  none: { en: 'The whole record has not been checked yet.', 'zh-Hans': '尚未对全部记录进行检查。' },
  last: { en: 'Last check of the whole record:', 'zh-Hans': '最近一次对全部记录的检查：' },
  events: { en: 'events', 'zh-Hans': '个事件' },
  sound: {
    en: 'Each is as it was written, and none that the transparency log has is gone.',
    'zh-Hans': '每一事件均与写入时相符，透明日志所载事件无一缺失。',
  },
  found: { en: 'Not everything is as it was written:', 'zh-Hans': '并非一切均与写入时相符：' },
} satisfies Record<string, Bilingual>;

/** What the last walk over the whole record came to, for anybody. */
export const walkShown = (page: PageContext, walk: LastWalk | null): Html =>
  walk === null
    ? html`<p class="note">${page.say(walkWords.none)}</p>`
    : html`<p class="note">${page.say(walkWords.last)} ${page.minute(walk.walkedAt)} · ${walk.events} ${page.say(walkWords.events)} ·
${page.say(Object.keys(walk.found).length === 0 ? walkWords.sound : walkWords.found)}</p>
${
  Object.keys(walk.found).length > 0 &&
  html`<ul>
${(Object.entries(walk.found) as [FindingKind, number][]).map(
  ([kind, count]) => html`<li>${page.say(findingWords[kind])} (${count})</li>
`,
)}</ul>`
}`;
