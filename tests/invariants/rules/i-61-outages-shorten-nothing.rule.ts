import type { RecordedEvent } from '@parley/event-store';
import type { LateEntryCounted } from '@parley/procedure';
import { ofEachCase } from './rule';

const MINUTE = 60_000;

/** More than two minutes of the hour before an instant. */
const tookOfTheHourBefore = (dueAt: string, from: string, to: string): boolean =>
  to < dueAt && Date.parse(to) - Math.max(Date.parse(from), Date.parse(dueAt) - 60 * MINUTE) > 2 * MINUTE;

/**
 * Deadlines that ended in an outage end after it, on the urgent track by its own length. So do those that ended in the
 * hour after it, once each. All others stay.
 */
export const outagesShortenNothing = ofEachCase('I-61', ({ intake }) =>
  intake.flatMap(({ event, before, after }) => {
    if (before.status === 'unfiled' || after.status === 'unfiled') return [];
    if (event.type !== 'OutageNoted') return [];
    const { from, to } = event.data;
    return Object.values(before.running).flatMap((limit) => {
      const { id, dueAt } = limit;
      const now = after.running[id]?.dueAt;
      const counted = 'changes' in limit ? limit : undefined;
      const since = counted?.trigger.instant ?? from;
      const onceBefore = (counted?.changes ?? []).some(
        (change, index, changes) =>
          change.kind === 'outage' && change.outage.to < (changes[index - 1]?.dueAt ?? counted?.firstDueAt ?? ''),
      );
      const ended = dueAt > from && dueAt <= to;
      const moves = ended || (counted && !onceBefore && tookOfTheHourBefore(dueAt, since > from ? since : from, to));
      const ownLength = new Date(Date.parse(dueAt) + Date.parse(to) - Date.parse(from)).toISOString();
      const isUrgent = (counted?.track ?? before.track) === 'urgent';
      const later = now !== undefined && now > dueAt && (isUrgent ? now === ownLength : now >= to);
      const fits = moves ? later : now === dueAt;
      return fits ? [] : [`the outage from ${from} to ${to} moved ${id} from ${dueAt} to ${String(now)}`];
    });
  }),
);

interface EntryStep {
  readonly recorded: RecordedEvent;
  readonly event: { readonly type: string; readonly occurredAt: string; readonly data: unknown };
}

const SETS_ASIDE: readonly string[] = ['DefaultSetAside', 'ReplyLapseSetAside'];

/**
 * What came by another channel says by which and when, and the act that it is has that instant; what it brings about
 * has none after it counts.
 */
export const enteredWithItsTrueTime = ofEachCase(
  'I-61',
  ({ intake, panel, evidence, settlement, referral, compliance, register }) =>
    [intake, panel, evidence, settlement, referral, compliance, register].flatMap((part) => {
      const steps = part as readonly EntryStep[];
      return steps.flatMap((step, index) =>
        step.event.type === 'LateEntryCounted' ? faultsOfEntry(step, steps.slice(index + 1)) : [],
      );
    }),
);

function faultsOfEntry({ recorded, event }: EntryStep, later: readonly EntryStep[]): readonly string[] {
  const { channel, cameAt, claimedAt, act, paper } = event.data as LateEntryCounted['data'];
  const countedAt = event.occurredAt;
  const together = later.filter(
    (step) => step.recorded.recordedAt === recorded.recordedAt && step.recorded.cause.id === recorded.cause.id,
  );
  const acts = together.filter(({ event: { type } }) => type !== 'DefaultSetAside');
  return [
    ...(channel !== '' && cameAt <= claimedAt && claimedAt <= countedAt
      ? []
      : [`the entry of ${act} does not say when or how it came`]),
    // Paper for somebody of neither side is an act of nobody's time: it stands from then on.
    ...(acts[0]?.event.occurredAt === (paper ? countedAt : cameAt)
      ? []
      : [`what was entered of ${act} is as of ${String(acts[0]?.event.occurredAt)}, and had come at ${cameAt}`]),
    ...together.flatMap(({ event: { type, occurredAt } }) =>
      occurredAt <= countedAt && (!SETS_ASIDE.includes(type) || occurredAt === cameAt)
        ? []
        : [`${type} is as of ${occurredAt}, after it counted at ${countedAt}`],
    ),
  ];
}
