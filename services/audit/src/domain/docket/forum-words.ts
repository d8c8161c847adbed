import type { Bilingual } from '@parley/kernel';
import { basisNames, forumNames, nameIn } from './docket-names';
import type { Facts } from './public-fact';
import { textIn } from './read-facts';
import { capital, say, type PartyName, type Sentence } from './sentence';

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

/**
 * The party that goes to a forum; messages of the first days do not name it, for then it was always the complainant.
 */
function whoRefers(facts: Facts, nameOf: PartyName): Bilingual {
  const party = textIn(facts, 'party');
  return party === '' ? say('the complainant', '申诉方') : nameOf(party);
}

/** What entries about going to a forum say: where a reader finds what comes after the screening. */
export const wordsOfForums: Readonly<Record<string, Sentence>> = {
  'exit-notice-given': (facts, nameOf) => {
    const who = whoRefers(facts, nameOf);
    return say(
      `${capital(who.en)} gave notice that it goes to the World Trade Organization. The screening goes on.`,
      `${who['zh-Hans']}已通知将诉诸世界贸易组织。审查继续进行。`,
    );
  },
  'dossier-requested': (facts, nameOf) => {
    const [forum, party] = [nameIn(forumNames, textIn(facts, 'forum')), textIn(facts, 'party')];
    return party === ''
      ? say(`A dossier for ${forum.en} was requested.`, `已请求编制提交${forum['zh-Hans']}的卷宗。`)
      : say(
          `${capital(nameOf(party).en)} requested a dossier for ${forum.en}.`,
          `${nameOf(party)['zh-Hans']}已请求编制提交${forum['zh-Hans']}的卷宗。`,
        );
  },
  'dossier-issued': (facts, nameOf) => {
    const [forum, basis, party] = [
      nameIn(forumNames, textIn(facts, 'forum')),
      nameIn(basisNames, textIn(facts, 'basis')),
      textIn(facts, 'party'),
    ];
    return party === ''
      ? say(
          `The dossier for ${forum.en} was issued because ${basis.en}; the respondent got its ` +
            'copy at the same instant.',
          `提交${forum['zh-Hans']}的卷宗已发出，依据：${basis['zh-Hans']}；被申诉方同时收到副本。`,
        )
      : say(
          `The dossier that ${nameOf(party).en} requested for ${forum.en} was issued because ` +
            `${basis.en}; the other party got its copy at the same instant.`,
          `${nameOf(party)['zh-Hans']}请求的提交${forum['zh-Hans']}的卷宗已发出，依据：${basis['zh-Hans']}；另一方同时收到副本。`,
        );
  },
  'dossier-transmitted': (facts, nameOf) => {
    const [who, forum, receipt] = [
      whoRefers(facts, nameOf),
      nameIn(forumNames, textIn(facts, 'forum')),
      textIn(facts, 'receipt'),
    ];
    const [en, zh] = receipt === '' ? ['', ''] : [`; receipt ${receipt}`, `，收据 ${receipt}`];
    return say(
      `${capital(who.en)} handed its dossier to ${forum.en}${en}.`,
      `${who['zh-Hans']}已将卷宗提交${forum['zh-Hans']}${zh}。`,
    );
  },
  'forum-event-noted': (facts) => {
    const forum = nameIn(forumNames, textIn(facts, 'forum'));
    const kind = nameIn(forumEventNames, textIn(facts, 'kind'));
    const [symbol, communicated, circulated] = ['symbol', 'communicatedOn', 'circulatedOn'].map((name) =>
      textIn(facts, name),
    );
    const [en, zh] = circulated === '' ? ['', ''] : [`, circulated on ${circulated}`, `，${circulated} 散发`];
    return say(
      `At ${forum.en} ${kind.en}: ${symbol}, communicated on ${communicated}${en}.`,
      `在${forum['zh-Hans']}：${kind['zh-Hans']}，${symbol}，${communicated} 提交${zh}。`,
    );
  },
};
