import type { Bilingual } from '@parley/kernel';
import { forumNames, nameIn } from './docket-names';
import type { Facts } from './public-fact';
import { textIn } from './read-facts';

type WordsOfFacts = (facts: Facts) => Bilingual;

const say = (en: string, zh: string): Bilingual => ({ en, 'zh-Hans': zh });

/** What happens at a forum, as the record names the kinds of it. */
export const forumEventNames: Readonly<Record<string, Bilingual>> = {
  'consultations-requested': say('consultations were requested', '已提出磋商请求'),
  'panel-requested': say('a panel was requested', '已提出设立专家组请求'),
  'panel-established': say('a panel was established', '已设立专家组'),
  'report-circulated': say('a report was circulated', '报告已散发'),
  'report-adopted': say('a report was adopted', '报告已通过'),
  'request-registered': say('a request was registered', '请求已登记'),
  'settled-there': say('the matter was settled', '事项已和解'),
  'withdrawn-there': say('the matter was withdrawn', '事项已撤回'),
  other: say('a document was communicated', '文件已提交'),
};

/** What entries about the forum say: where a reader finds what comes after the screening. */
export const wordsOfForums: Readonly<Record<string, WordsOfFacts>> = {
  'dossier-transmitted': (facts) => {
    const forum = nameIn(forumNames, textIn(facts, 'forum'));
    const receipt = textIn(facts, 'receipt');
    return receipt === ''
      ? say(`The complainant handed its dossier to ${forum.en}.`, `申诉方已将卷宗提交${forum['zh-Hans']}。`)
      : say(`The complainant handed its dossier to ${forum.en}; receipt ${receipt}.`, `申诉方已将卷宗提交${forum['zh-Hans']}，收据 ${receipt}。`);
  },
  'forum-event-noted': (facts) => {
    const forum = nameIn(forumNames, textIn(facts, 'forum'));
    const kind = nameIn(forumEventNames, textIn(facts, 'kind'));
    const [symbol, communicated, circulated] = ['symbol', 'communicatedOn', 'circulatedOn'].map((name) => textIn(facts, name));
    const [en, zh] = circulated === '' ? ['', ''] : [`, circulated on ${circulated}`, `，${circulated} 散发`];
    return say(
      `At ${forum.en} ${kind.en}: ${symbol}, communicated on ${communicated}${en}.`,
      `在${forum['zh-Hans']}：${kind['zh-Hans']}，${symbol}，${communicated} 提交${zh}。`,
    );
  },
};
