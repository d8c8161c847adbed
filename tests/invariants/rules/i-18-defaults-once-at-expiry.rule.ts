import type { RecordedEvent } from '@parley/event-store';
import { plusMillis, type Instant } from '@parley/kernel';
import { latestOf, type CaseHistory, type History } from '../../simulation/history/case-history';
import { MARGIN_MS } from '../../simulation/secretariat/secretariat';
import { clockSteps } from './clock-steps';
import type { Rule } from './rule';

/** Longer than any message is under way: by then a default that waits for another context has been decided too. */
const LATEST_MS = 14 * 24 * 3_600_000;

/**
 * What the default takes over from an agreement reached before the expiry, as of that agreement; and that what it
 * starts stands still, as of a suspension that began behind it.
 */
const CARRIED: ReadonlySet<string> = new Set([
  'InterimIssued',
  'UrgencyDecided',
  'TrackTaken',
  'SuspensionNoted',
  'ClocksStoodStill',
]);

/**
 * A review that a default makes possible begins when consultations ended, where that was later than the expiry and is
 * on record first.
 */
const beginsLater = ({ eventId, type, occurredAt }: RecordedEvent, { panel }: CaseHistory): boolean =>
  type === 'ReviewOpened' &&
  panel.some(
    ({ recorded, before }) =>
      recorded.eventId === eventId && before.status === 'opened' && before.consultationsEndedAt === occurredAt,
  );

/** Every default is recorded, once, and as of the expiry; none is left undecided. */
export const defaultsOnceAtExpiry: Rule = {
  invariant: 'I-18',
  check: ({ cases, hotlines, playedTo }) => [
    ...hotlines.flatMap((request) => rungsOf(request, playedTo)),
    ...cases.flatMap((each) => {
      const { caseId, fired } = each;
      const seen = new Set<string>();
      const faults = fired.flatMap(({ timer, recorded }) => {
        const { stream, deadlineId, dueAt } = timer;
        const name = `${stream} ${deadlineId} ${dueAt}`;
        const effects = recorded.filter(({ cause }) => cause.kind === 'timer' && cause.id === deadlineId);
        const carried = effects.filter((event) => CARRIED.has(event.type) || beginsLater(event, each));
        const twice = seen.has(name) && effects.length > 0 ? [`${name} took effect twice`] : [];
        if (effects.length > 0) seen.add(name);
        return [
          ...twice,
          ...effects
            .filter((event) => !carried.includes(event) && event.occurredAt !== dueAt)
            .map(({ type, occurredAt }) => `${type} as of ${occurredAt}, and ${name} had expired`),
        ];
      });
      return [
        ...faults.map((says) => `case ${caseId}: ${says}`),
        ...undecided(each, plusMillis(playedTo, -LATEST_MS - MARGIN_MS)).map((says) => `case ${caseId}: ${says}`),
      ];
    }),
  ],
};

/**
 * Each rung of a request on the hotline at which nobody answered is passed once, when its time is over, and none is
 * waited at for ever.
 */
function rungsOf(request: History['hotlines'][number], playedTo: Instant): readonly string[] {
  const passed = request.flatMap(({ event, before }) => {
    if (event.type !== 'HotlineUnanswered' || before.status === 'silent') return [];
    const due = before.running[event.data.rung]?.dueAt;
    return due === event.occurredAt
      ? []
      : [
          `${before.hotlineId} passed the rung ${event.data.rung} at ${event.occurredAt}, and its time ` +
            `was over at ${String(due)}`,
        ];
  });
  const last = latestOf(request);
  const waiting =
    last && last.status !== 'silent'
      ? Object.values(last.running).filter(({ dueAt }) => plusMillis(dueAt, MARGIN_MS) < playedTo)
      : [];
  return [
    ...passed,
    ...waiting.map(({ id, dueAt }) => `the time of the rung ${id} was over at ${dueAt} and nothing came of it`),
  ];
}

/** Deadlines that had expired long before the history ends and stand in the record as if they ran. */
function undecided(each: Parameters<typeof clockSteps>[0], by: string): readonly string[] {
  const running = new Map<string, string>();
  for (const { recorded, opens, closes } of clockSteps(each)) {
    for (const id of closes) running.delete(`${recorded.stream} ${id}`);
    for (const { id, dueAt } of opens) running.set(`${recorded.stream} ${id}`, dueAt);
  }
  return [...running].flatMap(([id, dueAt]) =>
    dueAt < by ? [`${id} expired at ${dueAt} and nothing came of it`] : [],
  );
}
