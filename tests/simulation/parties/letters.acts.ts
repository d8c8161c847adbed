import { ADDRESSINGS } from '../../../services/intake/src/case/letters/letters.rules';
import { official, type ActKind } from './act-kind';
import { english } from './texts';

/** Letters of the parties to each other, to everybody in a case, or to the registry alone. */
export const letterActs: readonly ActKind[] = [
  {
    name: 'SendLetter',
    answers: ['consultations', 'review'],
    offer(view, random) {
      if (!random.percent(40)) return undefined;
      const { caseId, filed } = view;
      const content = {
        addressing: random.pick(ADDRESSINGS),
        subject: 'A notice',
        text: english(`We note ${view.serial}.`),
      };
      return {
        desk: 'letters',
        caseId,
        command: { type: 'SendLetter', ...official('desk', view), caseId, parties: filed.parties, ...content },
      };
    },
  },
];
