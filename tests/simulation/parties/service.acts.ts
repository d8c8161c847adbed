import { sha256 } from '@parley/event-store';
import { official, type ActKind } from './act-kind';
import { otherCountry } from './countries';
import { english } from './texts';

/** Acts of the parties on notices that are served on them, and their words without prejudice. */
export const serviceActs: readonly ActKind[] = [
  {
    name: 'RetrieveNotice',
    answers: ['retrieval', 'retrieval'],
    offer(view, random) {
      const waiting = Object.entries(view.service.notices).filter(
        ([, { services }]) => services[view.party]?.retrievedAt === null,
      );
      const all = waiting.length > 0 && random.percent(90) ? waiting : Object.entries(view.service.notices);
      const noticeId = all.length > 0 && random.percent(96) ? random.pick(all)[0] : 'no-notice';
      return {
        desk: 'service',
        caseId: view.caseId,
        command: { type: 'RetrieveNotice', ...official('desk', view), noticeId },
      };
    },
  },
  {
    name: 'ServeNoticeAgain',
    answers: [],
    offer(view, random) {
      const ids = [...Object.keys(view.service.notices), 'no-notice'];
      return {
        desk: 'service',
        caseId: view.caseId,
        command: {
          type: 'ServeNoticeAgain',
          ...official('registry', view),
          noticeId: random.pick(ids),
          reason: english('It was lost.'),
        },
      };
    },
  },
  {
    name: 'SayWithoutPrejudice',
    answers: ['consultations'],
    offer: (view) => ({
      desk: 'channel',
      caseId: view.caseId,
      command: {
        type: 'SayWithoutPrejudice',
        ...official('desk', view),
        caseId: view.caseId,
        parties: view.filed.parties,
        statementId: `statement:${String(view.channel.length + 1)}`,
        text: english(`SECRET ${view.serial}`),
      },
    }),
  },
  {
    name: 'ConsentToRelease',
    answers: [],
    offer(view, random) {
      const said = view.channel;
      const statement = said.length > 0 && random.percent(95) ? random.pick(said) : undefined;
      const digest = statement && random.percent(92) ? statement.digest : sha256('something else');
      const desk = official('desk', view);
      const party = random.percent(8) ? otherCountry(view.countries, view.party) : view.party;
      const command = {
        type: 'ConsentToRelease',
        ...desk,
        party,
        caseId: view.caseId,
        parties: view.filed.parties,
        statementId: statement?.id ?? 'statement:99',
        digest,
      } as const;
      return { desk: 'channel', caseId: view.caseId, command };
    },
  },
];
