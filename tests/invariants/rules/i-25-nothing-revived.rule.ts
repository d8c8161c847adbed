import { clockSteps } from './clock-steps';
import { ofEachCase } from './rule';

/** Events by which a case goes over to another track. */
const CHANGING: readonly string[] = ['TrackChanged', 'TrackTaken', 'UrgencyDecided', 'UrgencyRefused'];

/** A change of track opens no clock that had run out before, so what was decided by default stays decided. */
export const nothingRevived = ofEachCase('I-25', (each) => {
  const ended = new Map<string, string>();
  const running = new Map<string, string>();
  return clockSteps(each).flatMap(({ recorded, type, occurredAt, opens, closes }) => {
    const nameOf = (id: string) => `${recorded.stream} ${id}`;
    const revived = CHANGING.includes(type)
      ? opens.filter(({ id }) => !running.has(nameOf(id)) && (ended.get(nameOf(id)) ?? '9') <= occurredAt)
      : [];
    for (const id of closes) {
      const dueAt = running.get(nameOf(id));
      if (dueAt !== undefined && dueAt <= occurredAt) ended.set(nameOf(id), dueAt);
      running.delete(nameOf(id));
    }
    for (const { id, dueAt } of opens) running.set(nameOf(id), dueAt);
    return revived.map(({ id }) => `${type} revived ${id}`);
  });
});
