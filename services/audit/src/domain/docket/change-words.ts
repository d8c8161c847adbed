import type { Bilingual } from '@parley/kernel';
import {
  clockNames,
  counterRelationNames,
  nameIn,
  trackChangeNames,
  trackNames,
  urgencyGroundNames,
} from './docket-names';
import type { Facts } from './public-fact';
import { deadlineIn, textIn, wordsIn, type PublicDeadline } from './read-facts';
import { fixed, instantIn, inUtc, say, type Sentence } from './sentence';

/** When a limit ends, or a dash where the fact names none. */
const dueOf = (deadline: PublicDeadline | undefined): string => (deadline === undefined ? '–' : inUtc(deadline.dueAt));

/**
 * What the registration says beside the parties: that the case is urgent, and on what ground; that it answers another,
 * and how.
 */
export function besideRegistration(facts: Facts): Bilingual {
  const ground = textIn(facts, 'urgencyGround');
  const first = textIn(facts, 'counterTo');
  const [name, relation] = [
    nameIn(urgencyGroundNames, ground),
    nameIn(counterRelationNames, textIn(facts, 'counterRelation')),
  ];
  const urgent =
    ground === '' ? say('', '') : say(` It is held to be urgent: ${name.en}.`, `主张紧急：${name['zh-Hans']}。`);
  const counter =
    first === ''
      ? say('', '')
      : say(
          ` It is a counter-grievance to ${first}, ${relation.en}.`,
          `系对 ${first} 号的反申诉，${relation['zh-Hans']}。`,
        );
  return say(`${urgent.en}${counter.en}`, `${urgent['zh-Hans']}${counter['zh-Hans']}`);
}

/**
 * An amendment, and who answers it: of a joinder, `J1`, it is the complainant, since it brought in claims of the
 * respondent.
 */
function answeredBy(facts: Facts): readonly [id: string, who: Bilingual] {
  const id = textIn(facts, 'amendmentId');
  return [id, id.startsWith('J') ? say('complainant', '申诉方') : say('respondent', '被申诉方')];
}

/** What entries say that change a case under way: its claims, its track, its deadlines, whether it goes on. */
export const wordsOfChange: Readonly<Record<string, Sentence>> = {
  'claims-withdrawn': (facts, nameOf) => {
    const claims = wordsIn(facts, 'claimIds');
    const by = nameOf(textIn(facts, 'withdrawnBy'));
    return say(
      `${by.en.charAt(0).toUpperCase()}${by.en.slice(1)} withdrew ` +
        `${claims.length === 1 ? 'claim' : 'claims'} ${claims.join(', ')}; the others go on.`,
      `${by['zh-Hans']}撤回主张 ${claims.join('、')}，其余主张继续审查。`,
    );
  },
  'claims-withdrawal-set-aside': (facts) => {
    const claims = wordsIn(facts, 'claimIds');
    return say(
      `${claims.length === 1 ? 'Claim' : 'Claims'} ${claims.join(', ')} ` +
        `${claims.length === 1 ? 'stands' : 'stand'} again: the screening had ended before the withdrawal, ` +
        'which was learned of only afterwards.',
      `主张 ${claims.join('、')} 恢复：审查在撤回之前已经终结，事后方为得知。`,
    );
  },
  'grievance-amended': (facts) => {
    const id = textIn(facts, 'amendmentId');
    if (facts['kind'] === 'joinder')
      return say(
        `By agreement the case holds claims of the respondent as well (${id}).`,
        `经双方同意，本案亦载有被申诉方的主张（${id}）。`,
      );
    const [en, zh] = facts['kind'] === 'supplement' ? ['supplement', '补充'] : ['replacement', '修订替换'];
    return say(`The grievance was amended (${en} ${id}).`, `申诉已作${zh}（${id}）。`);
  },
  'amendment-reply-received': (facts) => {
    const [id, who] = answeredBy(facts);
    return say(`The ${who.en} answered amendment ${id}.`, `${who['zh-Hans']}已就修正 ${id} 作出答复。`);
  },
  'amendment-reply-lapsed': (facts) => {
    const [id, who] = answeredBy(facts);
    return say(
      `The ${who.en} did not answer amendment ${id} in time; the screening goes on.`,
      `${who['zh-Hans']}未在期限内就修正 ${id} 作出答复，审查继续进行。`,
    );
  },
  'amendment-consultations-closed': (facts) =>
    say(
      `Consultations on amendment ${textIn(facts, 'amendmentId')} ended with their time.`,
      `就修正 ${textIn(facts, 'amendmentId')} 进行的磋商期满结束。`,
    ),
  'deadline-extended': (facts) => {
    const deadline = deadlineIn(facts, 'deadline');
    const name = nameIn(clockNames, deadline?.clock ?? '');
    const [en, zh] =
      facts['by'] === 'consent'
        ? ['by consent of both parties', '经双方同意']
        : ['by joint decision of the co-heads', '经共同负责人共同决定'];
    const until = dueOf(deadline);
    return say(
      `A deadline (${name.en}) was extended to ${until} ${en}.`,
      `一项期限（${name['zh-Hans']}）${zh}延长至 ${until}。`,
    );
  },
  'long-stop-extended': (facts) => {
    const until = dueOf(deadlineIn(facts, 'longStop'));
    return say(`Both parties extended the long-stop to ${until}.`, `双方将最长期限延长至 ${until}。`);
  },
  'screening-suspended': (facts) => {
    if (textIn(facts, 'until') === '')
      return say('Both parties suspended the screening; its clocks stand still.', '双方中止审查，各项期限停止计算。');
    const until = instantIn(facts, 'until');
    return say(
      `Both parties suspended the screening until ${until}; its clocks stand still.`,
      `双方中止审查至 ${until}，各项期限停止计算。`,
    );
  },
  'screening-resumed': fixed(
    'The screening goes on; its clocks run again with what was left of them.',
    '审查恢复，各项期限以剩余时间继续计算。',
  ),
  'track-changed': (facts) => {
    const track = nameIn(trackNames, textIn(facts, 'track'));
    const why = nameIn(trackChangeNames, textIn(facts, 'by'));
    return say(
      `The case goes on under the ${track.en} track: ${why.en}.`,
      `${why['zh-Hans']}，本案改用${track['zh-Hans']}程序。`,
    );
  },
  'rules-adopted': (facts) =>
    say(
      `Both parties agreed that the case goes on under version ${textIn(facts, 'toVersion')} of the ` +
        'rules; deadlines that run stay as they are.',
      `双方同意本案改用规则版本 ${textIn(facts, 'toVersion')}，进行中的期限不变。`,
    ),
  'first-call-missed': fixed('No call was offered within the time for the first one.', '首次通话期限内无人提议通话。'),
  'screening-reopened': fixed('Both parties reopened the screening.', '双方重新启动审查。'),
  'cases-consolidated': (facts) => {
    const others = wordsIn(facts, 'withDocketNumbers');
    return say(
      `Goes on together with ${others.join(', ')}, each case with its own number and clocks.`,
      `与 ${others.join('、')} 合并进行，各案保留各自的案号与期限。`,
    );
  },
  'consolidation-undone': (facts) => {
    const others = wordsIn(facts, 'withDocketNumbers');
    return say(
      `Goes on by itself again, apart from ${others.join(', ')}.`,
      `与 ${others.join('、')} 分开，恢复单独进行。`,
    );
  },
};
