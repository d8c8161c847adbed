import type { Instant } from '@parley/kernel';
import { endOfJointDays } from './end-of-joint-days';
import { ofEachCase } from './rule';

interface Limit {
  readonly id: string;
  readonly clock: string;
  readonly dueAt: string;
  readonly awaits?: string;
  readonly calendarVersion?: string;
}

interface Said {
  readonly type: string;
  readonly occurredAt: Instant;
  readonly data: {
    readonly opens?: readonly Limit[];
    readonly repudiated?: { readonly party: string; readonly endedAt: string };
    readonly by?: unknown;
    readonly undoes?: boolean;
  };
}

const DAY = 24 * 3_600_000;

/**
 * A settlement that a side takes its signature back from gives that side no time: what it owed by then is over. The
 * other has five working days (urgent a day) for all that runs on, and nothing of the settlement is owed any more.
 */
export const undoingGivesNoTime = ofEachCase('I-67', ({ intake, panel, compliance, settlement, parties }) => {
  const roles: Readonly<Record<string, string>> = { reply: parties.respondent, cure: parties.complainant };
  const undone = intake.flatMap(({ event, before, after }) => {
    const said = event as unknown as Said;
    const { repudiated } = said.data;
    if (said.type !== 'LapseSetAside' || !repudiated || after.status === 'suspended') return [];
    return [{ at: said.occurredAt, ...repudiated, isUrgent: isUrgent(before) }];
  });
  const faults = undone.flatMap(({ at, party, endedAt, isUrgent: urgent }) =>
    [intake, panel].flatMap((part) => {
      const steps = part.map(({ event }) => event as unknown as Said);
      return steps.flatMap(({ type, occurredAt, data: { opens = [], by } }, index) => {
        const isOf =
          occurredAt === at && (type === 'LapseSetAside' || (type === 'ClocksWentOn' && by === 'repudiated'));
        return (isOf ? opens : []).flatMap((limit) => {
          const { was, openedAt, calendar } = lastOf(limit.id, steps.slice(0, index)) ?? {};
          if (was === undefined || was < endedAt || limit.calendarVersion === undefined) return [];
          const own = limit.awaits === undefined ? roles[limit.clock] === party : limit.awaits === `party:${party}`;
          const least = urgent ? plus(at, DAY) : endOfJointDays(at, 5, limit.calendarVersion);
          // An act between the repudiation and the news of it opened this: its time is its own.
          const expected = openedAt !== undefined && openedAt >= at ? [was] : own ? [was, at] : [was, least];
          const due = expected.toSorted().at(-1) ?? was;
          // A calendar that came while it stood is counted by then, and makes no limit end earlier (I-64).
          const isDue = limit.calendarVersion === calendar ? limit.dueAt === due : limit.dueAt >= due;
          return isDue ? [] : [`${limit.id} ends ${limit.dueAt} behind ${at}`];
        });
      });
    }),
  );
  const taken = settlement.flatMap(({ event }) => {
    const { type, data, occurredAt } = event as unknown as Said;
    return type === 'ActRepudiated' && data.undoes ? [occurredAt] : [];
  });
  const ended = compliance.flatMap(({ event }) => (event.type === 'AgreementUndone' ? [event.occurredAt] : []));
  return [
    ...faults,
    ...(taken.join() === ended.join() ? [] : [`undone at ${taken.join()}, owed until ${ended.join()}`]),
  ];
});

const isUrgent = (state: object): boolean => 'track' in state && state.track === 'urgent';

const plus = (at: string, millis: number): string => new Date(Date.parse(at) + millis).toISOString();

/**
 * When a limit was to end, as it was opened last, when it began, and on which calendar. A limit that only goes on began
 * before.
 */
const lastOf = (id: string, steps: readonly Said[]) => {
  const openings = steps.flatMap(({ type, occurredAt, data: { opens = [] } }) =>
    opens.flatMap((limit) => (limit.id === id ? [{ type, occurredAt, ...limit }] : [])),
  );
  const last = openings.at(-1);
  const begun = openings.findLast(({ type }) => type !== 'ClocksWentOn' && type !== 'LapseSetAside');
  return last && { was: last.dueAt, openedAt: begun?.occurredAt, calendar: last.calendarVersion };
};
