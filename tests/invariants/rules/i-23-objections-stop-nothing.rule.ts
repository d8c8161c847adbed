import { ofEachCase } from './rule';

/**
 * A reply that objects closes the time for a reply and opens that of consultations, as any other does, and the
 * long-stop goes on.
 */
export const objectionsStopNothing = ofEachCase('I-23', ({ intake }) =>
  intake.flatMap(({ event, before, after }) => {
    if (event.type !== 'ReplyFiled' || before.status !== 'registered' || after.status !== 'registered') return [];
    const stopped = Object.keys(before.running).filter(
      (id) => id !== 'reply' && after.running[id]?.dueAt !== before.running[id]?.dueAt,
    );
    return stopped.length === 0 && after.running['consultations']
      ? []
      : [`a reply that ${event.data.reply.position} moves ${stopped.join(', ')}`];
  }),
);
