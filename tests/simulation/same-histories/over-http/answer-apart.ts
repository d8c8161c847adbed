import type { Answer, Attempt } from '../../parties/attempt';

/**
 * What is asked of a request before anything is decided: whether it has its form, and comes from the right side. It is
 * refused here too, for whatever comes first.
 */
const ASKED_FIRST = ['invalid-fields', 'not-your-side'];

/**
 * In what an answer there is not the one of the simulation; nothing when it is.
 * @param there the code of a refusal, or `done`
 */
export function answerApart({ at, offer, manner, answer }: Attempt, there: string): readonly string[] {
  const here = codeOf(answer);
  if (here === there || (ASKED_FIRST.includes(there) && answer.kind === 'refused')) return [];
  return [`${at} ${offer.command.type} (${manner}): ${here} here, and ${there} there`];
}

/** How a request would be answered. */
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
