import type { Bilingual } from '@parley/kernel';
import type { PartyName } from './docket-words';
import type { Facts } from './public-fact';
import { textIn } from './read-facts';

type WordsOfFacts = (facts: Facts, nameOf: PartyName) => Bilingual;

const say = (en: string, zh: string): Bilingual => ({ en, 'zh-Hans': zh });
const fixed =
  (en: string, zh: string): WordsOfFacts =>
  () =>
    say(en, zh);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What entries say of who is off the panel and why, and of its meeting with the parties. */
export const wordsOfMembers: Readonly<Record<string, WordsOfFacts>> = {
  'interim-meeting-requested': (facts, nameOf) => {
    const side = nameOf(textIn(facts, 'side'));
    return say(`${capital(side.en)} asked for a meeting on the interim text.`, `${side['zh-Hans']}请求就中期文本召开会议。`);
  },
  'interim-meeting-set': (facts) => {
    const meetsAt = textIn(facts, 'meetsAt').slice(0, 16).replace('T', ' ');
    const [en, zh] = meetsAt === '' ? ['', ''] : [` for ${meetsAt} UTC`, `，时间为 ${meetsAt} UTC`];
    return say(`The panel set a meeting with both parties on the interim text${en}.`, `专家组已定与双方就中期文本召开会议${zh}。`);
  },
  'member-removed': fixed(
    'A nominee is off the panel, because no disclosure was made in time.',
    '一名被提名人因未按期作出披露而不再列入专家组。',
  ),
  'member-left': fixed('A member is off the panel, because it is composed anew.', '因专家组重新组成，一名成员不再列入专家组。'),
  'member-set-aside': fixed(
    'Who was on the panel because an act was missing is off it: the act had come in time.',
    '因有关行为缺失而列入专家组的人员不再列入：该行为实已按期作出。',
  ),
  'member-replaced': (facts, nameOf) => {
    const side = nameOf(textIn(facts, 'side'));
    return say(
      `A member on a seat of ${side.en} was replaced without reasons, as each side may once.`,
      `${side['zh-Hans']}席位的一名成员被无因更换，双方各可行使一次。`,
    );
  },
  'member-recused': fixed('A member withdrew from the panel.', '一名成员自行回避，退出专家组。'),
};
