import { SUMMARY_ANSWERS } from '../../../services/intake/src/case/summaries/summaries.rules';
import { official, type ActKind } from './act-kind';
import { english } from './texts';

/** A party asks the other to say, without what is confidential, what something holds. */
export const summaryActs: readonly ActKind[] = [
  {
    name: 'RequestSummary',
    answers: ['consultations', 'review'],
    offer: (view, random) =>
      random.percent(40)
        ? {
            desk: 'intake',
            caseId: view.caseId,
            command: {
              type: 'RequestSummary',
              ...official('desk', view),
              of: 'The reply',
              reasons: english('It is sealed.'),
            },
          }
        : undefined,
  },
  {
    name: 'AnswerSummary',
    answers: ['summary', 'summary'],
    offer(view, random) {
      const waiting = view.filed.summaries.filter(
        ({ outcome, askedBy }) => outcome === 'open' && askedBy !== view.party,
      );
      const all = waiting.length > 0 && random.percent(88) ? waiting : view.filed.summaries;
      const summaryId = all.length > 0 && random.percent(96) ? random.pick(all).id : 'summary:XX:99';
      const command = {
        type: 'AnswerSummary',
        ...official('desk', view),
        summaryId,
        answer: random.pick(SUMMARY_ANSWERS),
        text: english('It says no.'),
      } as const;
      return { desk: 'intake', caseId: view.caseId, command };
    },
  },
];
