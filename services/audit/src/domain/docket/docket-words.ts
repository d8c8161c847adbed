import type { Bilingual } from '@parley/kernel';
import {
  clockNames,
  findingNames,
  nameIn,
  objectionNames,
  outcomeNames,
  positionNames,
  reasonOf,
} from './docket-names';
import { besideRegistration, wordsOfChange } from './change-words';
import { wordsOfContact } from './contact-words';
import { wordsOfEvidence } from './evidence-words';
import { wordsOfCompliance } from './compliance-words';
import { wordsOfMembers } from './member-words';
import { wordsOfOutage } from './outage-words';
import { wordsOfForums } from './forum-words';
import { wordsOfSettlement } from './settlement-words';
import type { Facts } from './public-fact';
import { deadlineIn, factsIn, isFacts, listIn, numberIn, textIn, wordsIn } from './read-facts';
import { capital, fixed, inUtc, say, type PartyName, type Sentence } from './sentence';

/**
 * What an entry of each kind says, in both languages at once (I-57). No sentence says that an agreement was violated
 * (I-52).
 */
const words: Readonly<Record<string, Sentence>> = {
  'case-registered': (facts, nameOf) => {
    const parties = isFacts(facts['parties']) ? facts['parties'] : {};
    const [complainant, respondent] = [nameOf(textIn(parties, 'complainant')), nameOf(textIn(parties, 'respondent'))];
    const number = textIn(facts, 'docketNumber');
    const more = besideRegistration(facts);
    return say(
      `Registered as ${number}: a grievance of ${complainant.en} against ${respondent.en}.${more.en}`,
      `登记为 ${number} 号：${complainant['zh-Hans']}对${respondent['zh-Hans']}提出的申诉。${more['zh-Hans']}`,
    );
  },
  'reply-received': (facts) => {
    const position = nameIn(positionNames, textIn(facts, 'position'));
    const objections = wordsIn(facts, 'objections').map((kind) => nameIn(objectionNames, kind));
    const en = objections.length === 0 ? '' : ` (${objections.map((objection) => objection.en).join(', ')})`;
    const zh = objections.length === 0 ? '' : `（${objections.map((objection) => objection['zh-Hans']).join('、')}）`;
    return say(`The respondent replied and ${position.en}${en}.`, `被申诉方已答复，${position['zh-Hans']}${zh}。`);
  },
  'reply-lapsed': fixed(
    'The respondent did not reply in time. The grievance stands unanswered and the screening goes on.',
    '被申诉方未在期限内答复。申诉未获答复，审查继续进行。',
  ),
  ...wordsOfContact,
  'screening-ended': (facts) => {
    const outcome = nameIn(outcomeNames, textIn(facts, 'outcome'));
    const why = reasonOf(textIn(facts, 'reason'));
    return why === undefined
      ? say(`The screening ended: ${outcome.en}.`, `审查结束：${outcome['zh-Hans']}。`)
      : say(
          `The screening ended: ${outcome.en}, because ${why.en}.`,
          `审查结束：${outcome['zh-Hans']}，原因：${why['zh-Hans']}。`,
        );
  },
  ...wordsOfOutage,
  'calendar-noted': (facts) => {
    const version = textIn(facts, 'calendarVersion');
    return say(
      `A calendar was announced (${version}). What depends on it was counted anew; no deadline ends earlier.`,
      `新历表已公布（${version}）。取决于该历表的期限已重新计算，任何期限均未提前。`,
    );
  },
  'lapse-set-aside': fixed(
    'The end of the screening is set aside: what had come before it was learned of only afterwards.',
    '审查的终结予以撤销：其前已发生的行为事后方为得知。',
  ),
  'exhibit-accepted': (facts, nameOf) => {
    const party = nameOf(textIn(facts, 'party'));
    const exhibit = textIn(facts, 'exhibitNumber');
    return say(
      `${capital(party.en)} put exhibit ${exhibit} on the public record.`,
      `${party['zh-Hans']}将证据 ${exhibit} 列入公开记录。`,
    );
  },
  'public-version-filed': (facts) =>
    say(
      `A public version of exhibit ${textIn(facts, 'exhibitNumber')} was filed.`,
      `已提交证据 ${textIn(facts, 'exhibitNumber')} 的公开版本。`,
    ),
  'custody-handed-over': (facts) =>
    say(
      `Custody of exhibit ${textIn(facts, 'exhibitNumber')} was handed over.`,
      `证据 ${textIn(facts, 'exhibitNumber')} 的保管已移交。`,
    ),
  ...wordsOfChange,
  ...wordsOfEvidence,
  'panel-opened': (facts) => {
    const seats = numberIn(facts, 'seatsPerSide');
    const members = `${String(seats)} panel member${seats === 1 ? '' : 's'}`;
    return say(
      `Both sides are called to nominate ${members} each; the hash of the secret for a draw by lot is laid open.`,
      `请双方各提名 ${String(seats)} 名专家组成员；用于抽签的秘密值的哈希已公布。`,
    );
  },
  'urgency-confirmed': fixed('The panel confirmed that the case is urgent.', '专家组确认本案适用紧急程序。'),
  'urgency-refused': fixed(
    'The panel refused the urgency of the case; the standard clocks start from there.',
    '专家组拒绝适用紧急程序，普通程序的期限自此起算。',
  ),
  'urgency-stands': fixed(
    'The panel said nothing of the urgency in time; the urgent track stands.',
    '专家组未在期限内就紧急性表态，紧急程序继续适用。',
  ),
  'seats-opened': fixed(
    'More seats of the panel opened with the change of track, equal in number on each side.',
    '因程序变更，专家组增设席位，双方数目相等。',
  ),
  'member-drawn': (facts, nameOf) => {
    const side = nameOf(textIn(facts, 'nominatedBy'));
    return say(
      `A seat of ${side.en} was filled by lot because it was not filled in time. Anyone can repeat the draw.`,
      `${side['zh-Hans']}的一个席位因未按期填补而以抽签方式确定。任何人均可重复验证抽签。`,
    );
  },
  'panel-convened': (facts) => {
    const members = String(listIn(facts, 'members').length);
    return say(
      `The panel is convened: ${members} members, equal in number from each side.`,
      `专家组成立：共 ${members} 名成员，双方人数相等。`,
    );
  },
  'review-opened': fixed('The panel opened its review.', '专家组开始审查。'),
  'interim-issued': fixed('The panel gave its interim text to both parties.', '专家组已将中期文本送交双方。'),
  'interim-missing': fixed(
    'The review ended without an interim text; findings follow at once.',
    '审查期满而无中期文本，随即进入作出结论阶段。',
  ),
  'findings-issued': (facts, nameOf) => {
    const count = (outcome: string): string =>
      String(factsIn(facts, 'findings').filter((finding) => finding['outcome'] === outcome).length);
    const kinds = Object.entries(findingNames).map(([outcome, name]) => ({ count: count(outcome), name }));
    const missing = wordsIn(facts, 'missing').map(nameOf);
    const noteEn =
      missing.length === 0 ? '' : ` Certification is missing from: ${missing.map(({ en }) => en).join(', ')}.`;
    const noteZh =
      missing.length === 0 ? '' : `缺少以下一方的核证：${missing.map((name) => name['zh-Hans']).join('、')}。`;
    return say(
      `The findings are issued. Claims ${kinds.map(({ count: number, name }) => `${name.en}: ${number}`).join('; ')}.${noteEn}`,
      `结论已发布。各项主张：${kinds.map(({ count: number, name }) => `${name['zh-Hans']} ${number} 项`).join('，')}。${noteZh}`,
    );
  },
  'panel-impossible': (facts, nameOf) => {
    const side = nameOf(textIn(facts, 'side'));
    return say(
      `No eligible name is left for a seat of ${side.en}; the screening cannot go on.`,
      `${side['zh-Hans']}的一个席位已无合格人选，审查无法继续。`,
    );
  },
  ...wordsOfSettlement,
  ...wordsOfCompliance,
  ...wordsOfForums,
  'member-nominated': (facts, nameOf) => {
    const side = nameOf(textIn(facts, 'side'));
    return say(`${capital(side.en)} nominated a panel member.`, `${side['zh-Hans']}提名了一名专家组成员。`);
  },
  'panel-deadline-extended': (facts) => panelDeadline(facts, ['was extended to', '延长至']),
  'panel-deadline-moved': (facts) => panelDeadline(facts, ['now ends at', '现截至']),
  'information-requested': (facts, nameOf) => {
    const side = nameOf(textIn(facts, 'side'));
    return say(`The panel asked ${side.en} for information.`, `专家组要求${side['zh-Hans']}提供资料。`);
  },
  'information-answered': (facts, nameOf) => {
    const side = nameOf(textIn(facts, 'side'));
    return say(`${capital(side.en)} answered a request of the panel.`, `${side['zh-Hans']}答复了专家组的资料请求。`);
  },
  'information-not-given': (facts, nameOf) => {
    const side = nameOf(textIn(facts, 'side'));
    return say(
      `${capital(side.en)} did not answer a request of the panel in time; the panel goes on with ` +
        'the record that it has.',
      `${side['zh-Hans']}未在期限内答复专家组的资料请求；专家组依据现有记录继续进行。`,
    );
  },
  'third-party-admitted': fixed(
    'The panel admitted a third party to be heard in writing.',
    '专家组准许一个第三方提交书面意见。',
  ),
  'third-party-note-filed': fixed(
    'The note of a third party went to both parties and the panel.',
    '一份第三方书面意见已送交双方及专家组。',
  ),
  'experts-proposed': (facts, nameOf) => {
    const side = nameOf(textIn(facts, 'side'));
    return say(`${capital(side.en)} proposed a list of experts.`, `${side['zh-Hans']}提出了专家名单。`);
  },
  'expert-disclosed': fixed('An expert disclosed what may bear on the report.', '专家已披露可能影响报告的情况。'),
  'expert-taken': fixed('The co-chairs agreed on an expert.', '两名共同主席就一名专家达成一致。'),
  'expert-report-served': fixed(
    'The report of an expert went to both parties and the panel.',
    '一份专家报告已送交双方及专家组。',
  ),
  'report-comments-closed': fixed('Comments on the report of an expert are closed.', '对专家报告的评论期结束。'),
  'delay-notified': (facts) => {
    const stage =
      textIn(facts, 'stage') === 'review' ? say('the interim text', '中期文本') : say('the findings', '结论');
    const day = textIn(facts, 'expectedOn');
    return say(
      `The panel gave notice that ${stage.en} will be late and is expected by ${day}.`,
      `专家组通知：${stage['zh-Hans']}将延迟，预计不晚于 ${day} 作出。`,
    );
  },
  ...wordsOfMembers,
  'parity-restored': fixed('The panel has equal numbers from each side again.', '专家组恢复双方人数相等。'),
  'challenge-time-ended': fixed(
    'The time to challenge a nominee ended without a challenge.',
    '对被提名人提出回避的期限届满，无人提出。',
  ),
  'replacement-time-ended': fixed('The time to replace a member ended unused.', '更换成员的期限届满，未予行使。'),
  'interim-final': fixed('No comment came in time; the interim text is final.', '期限内无评论，中期文本即为最终文本。'),
  'interim-comments-closed': fixed('Comments on the interim text are closed.', '中期文本的评论期结束。'),
  'findings-time-ended': fixed('The time for votes ended.', '表决期限届满。'),
  'findings-await-parity': fixed(
    'The time for votes ended while a seat was vacant; findings wait until the panel has equal numbers again.',
    '表决期限届满时席位空缺，结论须待专家组恢复双方人数相等后作出。',
  ),
  'findings-certified': (facts, nameOf) => {
    const side = nameOf(textIn(facts, 'side'));
    return say(
      `The co-head appointed by ${side.en} certified the procedure.`,
      `${side['zh-Hans']}任命的共同负责人对程序予以核证。`,
    );
  },
  'disclosure-made': fixed('A nominee made a disclosure for this case.', '一名被提名人已就本案作出披露。'),
  'challenge-made': fixed('A nominee was challenged.', '对一名被提名人提出了回避。'),
  'challenge-upheld': fixed('A challenge was upheld; the seat is to be filled anew.', '回避请求成立，席位须重新填补。'),
  'challenge-dismissed': fixed('A challenge was dismissed; the member stays.', '回避请求被驳回，成员留任。'),
  'challenge-not-decided': fixed(
    'A challenge was not decided in time; the member stays and the challenge is on record.',
    '回避请求未在期限内作出决定，成员留任，该请求记录在案。',
  ),
};

/** The sentence of an entry. A kind of a later day is named by its code rather than left out. */
export const wordsOf = (kind: string, facts: Facts, nameOf: PartyName): Bilingual =>
  words[kind]?.(facts, nameOf) ?? say(`On record: ${kind.replaceAll('-', ' ')}.`, `记录在案：${kind}。`);

function panelDeadline(facts: Facts, [en, zh]: readonly [en: string, zh: string]): Bilingual {
  const deadline = deadlineIn(facts, 'opens');
  const name = nameIn(clockNames, deadline?.clock ?? '');
  const until = deadline === undefined ? '–' : inUtc(deadline.dueAt);
  return say(
    `A limit of the panel (${name.en}) ${en} ${until}.`,
    `专家组的一项期限（${name['zh-Hans']}）${zh} ${until}。`,
  );
}
