import type { Answer, Attempt } from '../../parties/attempt';

/**
 * Over HTTP a request is refused before any decision when its form is wrong or it comes from the wrong side. The
 * simulation refuses it too, but perhaps for another reason.
 */
const ASKED_FIRST = ['invalid-fields', 'not-your-side'];

/**
 * How an answer there differs from the one of the simulation; empty when they are the same.
 * @param there the code of a refusal, or `done`
 */
export function answerApart({ at, offer, manner, answer }: Attempt, there: string): readonly string[] {
  const here = codeOf(answer);
  if (here === there || (ASKED_FIRST.includes(there) && answer.kind === 'refused')) return [];
  // Over HTTP a panel that has not opened is not there: nobody is told of a case before its registration (I-43).
  if (here === 'panel-not-opened' && there === 'not-found') return [];
  return [`${at} ${offer.command.type} (${manner}): ${here} here, and ${there} there`];
}

/** The code with which a request would be answered. */
function codeOf(answer: Answer): string {
  switch (answer.kind) {
    case 'refused':
      return answer.reason.code;
    case 'key-reused':
      return 'idempotency-key-reused';
    default:
      return answer.kind;
  }
}
