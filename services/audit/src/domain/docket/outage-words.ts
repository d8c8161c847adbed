import { fallbackActWords } from '@parley/procedure';
import { textIn } from './read-facts';
import { instantIn, say, type Sentence } from './sentence';

/** What an entry about an outage of the system says, in both languages at once (I-57, I-61). */
export const wordsOfOutage: Readonly<Record<string, Sentence>> = {
  'outage-noted': (facts) => {
    const [from, to] = [instantIn(facts, 'outageFrom'), instantIn(facts, 'outageTo')];
    const by =
      textIn(facts, 'declaredBy') === 'coheads'
        ? say('by both co-heads', '由两名共同负责人')
        : say('by the system’s own heartbeat', '由系统自身的运行记录');
    return say(
      `An outage of the secretariat’s system from ${from} to ${to} was declared ${by.en}. What ended in ` +
        'it ends with the next joint business day after it, for both sides.',
      `${by['zh-Hans']}宣告秘书处系统于 ${from} 至 ${to} 中断。在此期间届满的期限，对双方均于其后下一共同工作日终了时届满。`,
    );
  },
  'fallback-entry-made': (facts) => {
    const act = fallbackActWords(textIn(facts, 'act'));
    return facts['setsAside'] === true
      ? say(
          `On record: ${act.en} that had come in time by another channel. It sets aside what silence had ` +
            'brought about; later steps that do not contradict it stand.',
          `补录了经其他途径按期收到的${act['zh-Hans']}。因沉默而生的后果据此撤销，与之不相抵触的其后步骤继续有效。`,
        )
      : say(
          `On record: ${act.en} that came by another channel, as of its receipt.`,
          `补录了经其他途径收到的${act['zh-Hans']}，以实际收到时刻为准。`,
        );
  },
};
