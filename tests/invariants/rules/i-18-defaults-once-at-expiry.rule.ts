import type { RecordedEvent } from '@parley/event-store';
import { plusMillis, type Instant } from '@parley/kernel';
import { latestOf, type CaseHistory, type History } from '../../simulation/history/case-history';
import { MARGIN_MS } from '../../simulation/secretariat/secretariat';
import { clockSteps } from './clock-steps';
import type { Rule } from './rule';

/**
 * Longer than any message is under way, so that a default that waits for another context has been decided by then, too.
 */
const LATEST_MS = 14 * 24 * 3_600_000;

/**
 * Events of a default that have another instant than the expiry: they carry over an agreement reached before it, as of
 * that agreement, or note that clocks stand still, as of a suspension that began after it.
 */
const CARRIED: ReadonlySet<string> = new Set([
  'InterimIssued',
  'UrgencyDecided',
  'FindingsTranslated',
  'TrackTaken',
  'SuspensionNoted',
  'ClocksStoodStill',
]);

/**
 * True for a review that a default makes possible and that begins with the end of consultations, where that was later
 * than the expiry and on record before it.
 */
const beginsLater = ({ eventId, type, occurredAt }: RecordedEvent, { panel }: CaseHistory): boolean =>
  type === 'ReviewOpened' &&
  panel.some(
    ({ recorded, before }) =>
      recorded.eventId === eventId && before.status === 'opened' && before.consultationsEndedAt === occurredAt,
  );

/**
 * True for findings that issue as soon as they are translated and certified, where a deadline heard of the last
 * translation only when it had expired.
 */
const issuedWith = (
  effects: readonly RecordedEvent[],
  { type, occurredAt }: RecordedEvent,
  { panel }: CaseHistory,
): boolean => {
  const translated = effects.find((event) => event.type === 'FindingsTranslated')?.occurredAt;
  const certified = panel.findLast(({ event }) => event.type === 'FindingsCertified')?.event.occurredAt ?? '';
  return type === 'FindingsIssued' && translated !== undefined && occurredAt === [translated, certified].sort().at(-1);
};

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
        const carried = effects.filter(
          (event) => CARRIED.has(event.type) || beginsLater(event, each) || issuedWith(effects, event, each),
        );
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
 * Each rung of a request on the hotline at which nobody answered is passed once, when its time is over, and no request
 * stays at a rung for ever.
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

/** Deadlines that had expired long before the end of the history and still run by the record. */
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
