import { textIn } from './read-facts';
import { capital, fixed, instantIn, say, type Sentence } from './sentence';

/** What entries say of who is off the panel and why, and of its meeting with the parties. */
export const wordsOfMembers: Readonly<Record<string, Sentence>> = {
  'interim-meeting-requested': (facts, nameOf) => {
    const side = nameOf(textIn(facts, 'side'));
    return say(
      `${capital(side.en)} asked for a meeting on the interim text.`,
      `${side['zh-Hans']}请求就中期文本召开会议。`,
    );
  },
  'interim-meeting-set': (facts) => {
    const meetsAt = instantIn(facts, 'meetsAt');
    const [en, zh] = textIn(facts, 'meetsAt') === '' ? ['', ''] : [` for ${meetsAt}`, `，时间为 ${meetsAt}`];
    return say(
      `The panel set a meeting with both parties on the interim text${en}.`,
      `专家组已定与双方就中期文本召开会议${zh}。`,
    );
  },
  'member-removed': fixed(
    'A nominee is off the panel, because no disclosure was made in time.',
    '一名被提名人因未按期作出披露而不再列入专家组。',
  ),
  'member-left': fixed(
    'A member is off the panel, because it is composed anew.',
    '因专家组重新组成，一名成员不再列入专家组。',
  ),
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
