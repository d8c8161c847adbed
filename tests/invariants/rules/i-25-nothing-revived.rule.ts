import { clockSteps, type HeldDeadline } from './clock-steps';
import { ofEachCase } from './rule';

/** Events by which a case goes over to another track. */
const CHANGING: readonly string[] = ['TrackChanged', 'TrackTaken', 'UrgencyDecided', 'UrgencyRefused'];

interface Counted extends HeldDeadline {
  readonly track?: string;
  readonly ruleSet?: string;
  readonly length?: number;
  readonly trigger?: { readonly instant: string | null };
}

/**
 * The days that the standard track gives a reply by the first version of the rules, and by one that amends it: five
 * more where it is one of many cases at once.
 */
const STANDARD_DAYS: Readonly<Record<string, number>> = { '2026-1': 10, '2026-2': 12 };

/** The standard track's time for a reply, counted from where the urgent track's was. */
const isReplyAnew = (opened: Counted, lapsed: Counted): boolean =>
  opened.id === 'reply' &&
  opened.track === 'standard' &&
  opened.length === (STANDARD_DAYS[opened.ruleSet ?? ''] ?? 0) + (opened.clock === 'reply-among-many' ? 5 : 0) &&
  lapsed.track === 'urgent' &&
  opened.trigger?.instant === lapsed.trigger?.instant;

/**
 * A change of track opens no clock that had run out before, so what was decided by default stays decided. The one
 * exception is a reply that lapsed on the urgent track, where that is lost.
 */
export const nothingRevived = ofEachCase('I-25', (each) => {
  const ended = new Map<string, Counted>();
  const running = new Map<string, Counted>();
  return clockSteps(each).flatMap(({ recorded, type, occurredAt, opens, closes }) => {
    const nameOf = (id: string) => `${recorded.stream} ${id}`;
    const revived = CHANGING.includes(type)
      ? opens.filter((opened) => {
          const before = ended.get(nameOf(opened.id));
          if (running.has(nameOf(opened.id)) || !before || before.dueAt > occurredAt) return false;
          return !isReplyAnew(opened, before) || opened.dueAt <= occurredAt;
        })
      : [];
    for (const id of closes) {
      const limit = running.get(nameOf(id));
      if (limit !== undefined && limit.dueAt <= occurredAt) ended.set(nameOf(id), limit);
      running.delete(nameOf(id));
    }
    for (const limit of opens) running.set(nameOf(limit.id), limit);
    return revived.map(({ id }) => `${type} revived ${id}`);
  });
});
