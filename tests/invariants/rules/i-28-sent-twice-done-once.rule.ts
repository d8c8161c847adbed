import type { Attempt } from '../../simulation/parties/attempt';
import type { Rule } from './rule';

/**
 * An act that is sent again gets the same answer and records nothing. The key of an act that was done is refused for
 * any other content.
 */
export const sentTwiceDoneOnce: Rule = {
  invariant: 'I-28',
  check: ({ attempts, log }) =>
    attempts.flatMap((attempt) => {
      if (attempt.manner !== 'again' && attempt.manner !== 'key-reused') return [];
      const first = attempts.find(
        ({ commandId, manner }) => commandId === attempt.commandId && (manner === 'plain' || manner === 'at-revision'),
      );
      const name = `${attempt.offer.command.type} at ${attempt.at}`;
      if (first?.answer.kind !== 'done' || first.answer.recorded.length === 0) return [];
      const records = log.filter(({ cause }) => cause.kind === 'command' && cause.id === attempt.commandId).length;
      const more = records === first.answer.recorded.length ? [] : [`${name} was recorded twice`];
      return [
        ...more,
        ...(answersAsOnce(attempt, first) ? [] : [`${name} was answered ${attempt.answer.kind} when it came again`]),
      ];
    }),
};

function answersAsOnce({ manner, answer }: Attempt, first: Attempt): boolean {
  if (manner === 'key-reused') return answer.kind === 'key-reused';
  if (answer.kind !== 'done' || first.answer.kind !== 'done') return false;
  const ids = (done: typeof answer) => done.recorded.map(({ eventId }) => eventId).join();
  return answer.repeated && ids(answer) === ids(first.answer);
}
