import { ofEachCase } from './rule';

/**
 * A reply that objects closes the time for a reply and opens that of consultations, as any other does, and the
 * long-stop goes on. Consultations that ran from a lapse, and were over before a lost urgency gave the reply its time
 * back, are not held again.
 */
export const objectionsStopNothing = ofEachCase('I-23', ({ intake }) =>
  intake.flatMap(({ event, before, after }, index) => {
    if (event.type !== 'ReplyFiled' || before.status !== 'registered' || after.status !== 'registered') return [];
    const stopped = Object.keys(before.running).filter(
      (id) => id !== 'reply' && after.running[id]?.dueAt !== before.running[id]?.dueAt,
    );
    const held = intake.slice(0, index).some(({ event: { type } }) => type === 'ConsultationsClosed');
    return stopped.length === 0 && (held || after.running['consultations'])
      ? []
      : [`a reply that ${event.data.reply.position} moves ${stopped.join(', ')}`];
  }),
);
