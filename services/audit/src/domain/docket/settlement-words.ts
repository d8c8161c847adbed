import { listIn, textIn } from './read-facts';
import { capital, fixed, say, type Sentence } from './sentence';

/**
 * What entries of settlement say: that it was tried, answered or not, and how it ended; never what was said in it
 * (I-45).
 */
export const wordsOfSettlement: Readonly<Record<string, Sentence>> = {
  'conciliation-proposed': (facts, nameOf) => {
    const by = nameOf(textIn(facts, 'party'));
    return say(
      `${capital(by.en)} proposed conciliation. The screening goes on.`,
      `${by['zh-Hans']}提议调解。审查继续进行。`,
    );
  },
  'conciliation-begun': fixed('The other party accepted conciliation; it has begun.', '另一方接受调解，调解开始。'),
  'conciliation-unanswered': fixed(
    'The proposal of conciliation was not answered in time.',
    '调解提议未在期限内获得答复。',
  ),
  'conciliation-broken-off': (facts, nameOf) => {
    const by = nameOf(textIn(facts, 'party'));
    return say(`${capital(by.en)} declined conciliation or broke it off.`, `${by['zh-Hans']}谢绝或中断了调解。`);
  },
  'conciliation-stopped': fixed('Conciliation stopped because the screening ended.', '因审查终结，调解停止。'),
  'settlement-window-opened': fixed(
    'The settlement window is open. It holds back no referral.',
    '和解期开始，不妨碍移送。',
  ),
  'settlement-window-lapsed': fixed('The settlement window passed without a settlement.', '和解期届满，未达成和解。'),
  'settlement-signed': (facts) => {
    const count = String(listIn(facts, 'obligations').length);
    const open = facts['textIsPublic'] === true;
    return say(
      `Both parties signed a settlement with ${count} obligation${count === '1' ? '' : 's'}; ` +
        `${open ? 'its text is public' : 'they keep its text to themselves'}.`,
      `双方签署了和解，载有 ${count} 项义务；${open ? '其文本公开' : '双方不公开其文本'}。`,
    );
  },
};
