import type { AgendaItemShown } from './agenda.response';
import { iCalendar, type CalendarEntry } from './i-calendar';

/**
 * An agenda as a calendar: each deadline an entry at its present end, with what silence does, how it was counted and
 * each change.
 */
export const calendarOfAgenda = (name: string, items: readonly AgendaItemShown[], now: string): string =>
  iCalendar(name, items.map(entryOf), now);

function entryOf(item: AgendaItemShown): CalendarEntry {
  const {
    case: caseId,
    link,
    docketNumber,
    context,
    deadline,
    what,
    dueAt,
    changes,
    provisional,
    onSilence,
    arithmetic,
    firstDueAt,
  } = item;
  const number = docketNumber ?? caseId.slice(0, 8);
  const mark = provisional ? ' (provisional / 暂定)' : '';
  const moved = changes.flatMap(({ at, reason, dueAt: since }) => [
    `${at} → ${since}: ${reason.en} / ${reason['zh-Hans']}`,
  ]);
  return {
    uid: `${caseId}.${context}.${deadline}@parley`,
    sequence: changes.length,
    at: dueAt,
    summary: `${number}: ${what.en} / ${what['zh-Hans']}${mark}`,
    description: [
      `If nobody acts: ${onSilence.en}`,
      `期满无人行事：${onSilence['zh-Hans']}`,
      arithmetic.en,
      arithmetic['zh-Hans'],
      ...(moved.length > 0 ? [`First / 原定: ${firstDueAt}`, ...moved] : []),
      link,
    ].join('\n'),
    tentative: provisional,
  };
}
