import { gradeNames, levelNames, nameIn, rungNames } from './docket-names';
import { numberIn, textIn } from './read-facts';
import { capital, instantIn, say, type Sentence } from './sentence';

/**
 * What entries say of how the parties reach each other: calls, levels, the hotline. That somebody answered or not,
 * never what was said.
 */
export const wordsOfContact: Readonly<Record<string, Sentence>> = {
  'call-offered': (facts, nameOf) => {
    const by = nameOf(textIn(facts, 'offeredBy'));
    const time = instantIn(facts, 'proposedFor');
    return say(`${capital(by.en)} offered a call for ${time}.`, `${by['zh-Hans']}提议于 ${time} 通话。`);
  },
  'call-answered': (facts, nameOf) => {
    const by = nameOf(textIn(facts, 'offeredBy'));
    return say(
      `The call offered by ${by.en} for ${instantIn(facts, 'proposedFor')} was answered.`,
      `${by['zh-Hans']}提议于 ${instantIn(facts, 'proposedFor')} 进行的通话已获应答。`,
    );
  },
  'call-unanswered': (facts, nameOf) => {
    const by = nameOf(textIn(facts, 'offeredBy'));
    return say(
      `The call offered by ${by.en} for ${instantIn(facts, 'proposedFor')} was not answered.`,
      `${by['zh-Hans']}提议于 ${instantIn(facts, 'proposedFor')} 进行的通话未获应答。`,
    );
  },
  'call-accepted': (facts, nameOf) => {
    const by = nameOf(textIn(facts, 'by'));
    const time = instantIn(facts, 'proposedFor');
    return say(`${capital(by.en)} accepted the call for ${time}.`, `${by['zh-Hans']}接受于 ${time} 通话。`);
  },
  'call-moved': (facts, nameOf) => {
    const by = nameOf(textIn(facts, 'by'));
    const [from, to] = [instantIn(facts, 'previously'), instantIn(facts, 'proposedFor')];
    return say(
      `${capital(by.en)} named ${to} for the call that was to be at ${from}.`,
      `${by['zh-Hans']}将原定于 ${from} 的通话改为 ${to}。`,
    );
  },
  'hotline-requested': (facts, nameOf) => {
    const [by, grade] = [nameOf(textIn(facts, 'askedBy')), nameIn(gradeNames, textIn(facts, 'grade'))];
    return say(
      `${capital(by.en)} asked for a call on the hotline (${grade.en}).`,
      `${by['zh-Hans']}通过热线请求通话（${grade['zh-Hans']}）。`,
    );
  },
  'hotline-answered': (facts, nameOf) => {
    const by = nameOf(textIn(facts, 'askedBy'));
    return say(`The hotline request of ${by.en} was answered.`, `${by['zh-Hans']}的热线请求已获应答。`);
  },
  'hotline-unanswered': (facts, nameOf) => {
    const [by, rung] = [nameOf(textIn(facts, 'askedBy')), nameIn(rungNames, textIn(facts, 'level'))];
    return say(
      `The hotline request of ${by.en} was not answered in the time of ${rung.en}.`,
      `${by['zh-Hans']}的热线请求在${rung['zh-Hans']}的时限内未获应答。`,
    );
  },
  'hotline-options-agreed': () =>
    say('The crisis team has laid a joint options paper before the parties.', '危机小组已向双方提交联合方案文件。'),
  'summary-requested': (facts, nameOf) => {
    const by = nameOf(textIn(facts, 'askedBy'));
    return say(
      `${capital(by.en)} asked the other party for a non-confidential summary.`,
      `${by['zh-Hans']}请求对方提供非机密摘要。`,
    );
  },
  'summary-answered': (facts, nameOf) => {
    const by = nameOf(textIn(facts, 'askedBy'));
    return say(
      `The request of ${by.en} for a non-confidential summary was answered.`,
      `${by['zh-Hans']}提供非机密摘要的请求已获答复。`,
    );
  },
  'summary-unanswered': (facts, nameOf) => {
    const by = nameOf(textIn(facts, 'askedBy'));
    return say(
      `The request of ${by.en} for a non-confidential summary was not answered in time.`,
      `${by['zh-Hans']}提供非机密摘要的请求未在期限内获答复。`,
    );
  },
  'consultations-escalated': (facts, nameOf) => {
    const [by, to] = [textIn(facts, 'by'), nameIn(levelNames, textIn(facts, 'toLevel'))];
    const time = say(
      `Their time being over, consultations go on between ${to.en}.`,
      `期限届满，磋商改由${to['zh-Hans']}进行。`,
    );
    if (by === '') return time;
    return say(
      `${capital(nameOf(by).en)} took the consultations to ${to.en}.`,
      `${nameOf(by)['zh-Hans']}将磋商提交${to['zh-Hans']}。`,
    );
  },
  'consultations-closed': (facts) => {
    const [offered, answered, unanswered] = ['callsOffered', 'callsAnswered', 'callsUnanswered'].map((name) =>
      String(numberIn(facts, name)),
    );
    const how =
      facts['concludedByBoth'] === true
        ? say('Both parties concluded the consultations.', '双方当事方一致结束磋商。')
        : say('Consultations ended with their time.', '磋商期满结束。');
    return say(
      `${how.en} Calls offered: ${offered}; answered: ${answered}; not answered: ${unanswered}.`,
      `${how['zh-Hans']}提议通话 ${offered} 次，应答 ${answered} 次，未应答 ${unanswered} 次。`,
    );
  },
};
