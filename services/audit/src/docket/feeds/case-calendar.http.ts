import { clockName, termOf } from '@parley/contracts';
import { calendarFeed, iCalendar, type CalendarEntry, type FeedText } from '@parley/http';
import type { Bilingual, Instant, Language } from '@parley/kernel';
import { currentRuleSet, silenceOf } from '@parley/procedure';
import { runningDeadlines } from '../docket-deadlines.rules';
import { awaitedFrom, type DocketLine } from '../docket-line.rules';

interface CalendarReader {
  readonly lang: Language;
  /** Address under which readers reach the docket. */
  readonly site: string;
  readonly now: Instant;
}

/** The public limits of a case that still run, each at its present end, as a calendar in one language. */
export function calendarOfCase(line: DocketLine, { lang, site, now }: CalendarReader): FeedText {
  const { docketNumber, caseId, deadlines } = line;
  const running = runningDeadlines(deadlines).filter(({ dueAt }) => dueAt > now);
  const entries = running.map((due): CalendarEntry => {
    const silence = silenceOf(currentRuleSet, due.clock)?.description;
    return {
      uid: `${caseId}.${due.id}.${lang}@parley`,
      sequence: deadlines.opened[due.id]?.sequence ?? 0,
      at: due.dueAt,
      summary: `${docketNumber}: ${clockName(due.clock)[lang]}${due.provisional ? WORDS.provisional[lang] : ''}`,
      description: [
        `${WORDS.awaits[lang]}${termOf('who', awaitedFrom(due, line))[lang]}`,
        ...(silence === undefined ? [] : [`${WORDS.ifNobodyActs[lang]}${silence[lang]}`]),
        `${site}/docket/${docketNumber}?lang=${lang}`,
      ].join('\n'),
      tentative: due.provisional,
    };
  });
  return calendarFeed((stamp) => iCalendar(`${docketNumber}: ${WORDS.limits[lang]}`, entries, stamp), now);
}

const WORDS = {
  limits: { en: 'limits', 'zh-Hans': '期限' },
  awaits: { en: 'Who must act: ', 'zh-Hans': '须行事者：' },
  ifNobodyActs: { en: 'If nobody acts: ', 'zh-Hans': '如无人行事：' },
  provisional: { en: ' (provisional)', 'zh-Hans': '（暂定）' },
} as const satisfies Record<string, Bilingual>;
