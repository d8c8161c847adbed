import { accept, type Bilingual, type Decision, type DomainEvent, type Instant } from '@parley/kernel';
import { isAnswerClock, type Clocks, type ClocksOf, type MovesClocks, type RunningDeadline } from '@parley/procedure';
import { countedByOutage, lapseOf } from '../late-entries/late-entries.rules';
import type { KnownCase } from '../casefile/casefile.rules';
import type { NoteCalendar, NoteOutage } from '../exhibits/exhibit-commands.rules';
import type { EvidenceEvent } from '../exhibits/exhibits.rules';
import { loanNotDecided } from '../loans/loans-acts.rules';
import { loanDeadline } from '../loans/loans.rules';
import { readersDeadline } from '../readers/readers-state.rules';
import { readersStay } from '../readers/sign-readers-decision.rules';
import { languagesInto, named, originalsOf, translationDeadline } from '../translations/translations.rules';
import type { StoodStill } from './known-case.rules';

/**
 * A calendar was announced. The clocks of evidence that depend on it are counted anew, never to an earlier end (I-21),
 * by the same rule for both sides.
 */
export type CalendarNoted = DomainEvent<
  'CalendarNoted',
  MovesClocks & {
    /** Of the joint calendar. */ readonly version: string;
  }
>;

/**
 * The intake told of an outage of the system. The clocks of evidence that ended in it end later, by the same rule for
 * both sides (I-61).
 */
export type OutageNoted = DomainEvent<
  'OutageNoted',
  MovesClocks & {
    readonly outageId: string;
    readonly from: Instant;
    readonly to: Instant;
  }
>;

/**
 * Both parties suspended the screening. The clocks of evidence stand still with it, and so does a clock that starts
 * meanwhile (S11).
 */
export type SuspensionNoted = DomainEvent<'SuspensionNoted', MovesClocks>;

/** The screening goes on, and each clock runs on with the time that it had left. */
type ResumptionNoted = DomainEvent<'ResumptionNoted', MovesClocks>;

export type StandstillEvent = SuspensionNoted | ResumptionNoted;

/**
 * The clocks of a case, by the version of the rules to which it is pinned. Before its registration it is the version in
 * force at an instant.
 */
export const clocksOfCase = (
  { registration }: Pick<KnownCase, 'registration'>,
  at: Instant,
  clocksOf: ClocksOf,
): Clocks => (registration ? clocksOf(registration.ruleSetVersion) : clocksOf.at(at));

/** Counts the clocks of evidence anew on calendars that were announced (I-21, I-22). */
export function noteCalendar(
  { version, at }: NoteCalendar,
  state: KnownCase,
  clocksOf: ClocksOf,
): Decision<CalendarNoted> {
  const clocks = clocksOfCase(state, at, clocksOf);
  const opens = Object.values(state.running).flatMap((deadline) => clocks.recount(deadline, at) ?? []);
  if (opens.length === 0) return accept();
  return accept({
    type: 'CalendarNoted',
    occurredAt: at,
    rule: 'I-21',
    tier: 'PARTIES',
    data: { version, opens, closes: [] },
  });
}

/** Decides what silence means, as of the expiry. A deadline that no longer runs changes nothing (I-18). */
export function expireDeadline(deadlineId: string, state: KnownCase, clocksOf: ClocksOf): Decision<EvidenceEvent> {
  const deadline = state.running[deadlineId];
  if (!deadline || standsStill(deadline, state)) return accept();
  if (isAnswerClock(deadlineId)) return lapseOf(deadlineId, deadline.dueAt, state, clocksOf);
  for (const exhibit of state.exhibits.values()) {
    if (readersDeadline(exhibit.number) === deadlineId) return readersStay(exhibit, deadline.dueAt, state);
    const loan = exhibit.loans.find(
      ({ to, decision }) => decision && loanDeadline(exhibit.number, to.assignment) === deadlineId,
    );
    if (loan) return loanNotDecided(exhibit, loan, deadline.dueAt, state);
  }
  for (const original of originalsOf(state)) {
    const { tier } = original;
    const language = languagesInto(original).find((each) => translationDeadline(original, each) === deadlineId);
    if (language === undefined) continue;
    const data = { ...named(original), language, opens: [], closes: [deadlineId] };
    return accept({ type: 'TranslationMissing', occurredAt: deadline.dueAt, rule: deadline.rule, tier, data });
  }
  return accept();
}

/** True for a clock that had not ended when the screening was suspended and has not been stopped here yet. */
const standsStill = ({ dueAt }: Pick<RunningDeadline, 'dueAt'>, { suspendedAt }: KnownCase): boolean =>
  suspendedAt !== null && dueAt > suspendedAt;

/** Moves clocks that ended in an outage to the end of the next joint business day after it (I-61). */
export function noteOutage(
  { outageId, from, to, at }: NoteOutage,
  state: KnownCase,
  clocksOf: ClocksOf,
  evolve: (state: KnownCase, event: EvidenceEvent) => KnownCase,
): Decision<EvidenceEvent> {
  const clocks = clocksOfCase(state, at, clocksOf);
  const opens = Object.values(state.running).flatMap(
    (deadline) => clocks.moveByOutage(deadline, { from, to }, { at, reason: REASON }) ?? [],
  );
  const counted = countedByOutage({ from, to }, at, state, clocksOf, evolve);
  if (opens.length === 0) return accept(...counted);
  const noted: OutageNoted = {
    type: 'OutageNoted',
    occurredAt: at,
    rule: 'I-61',
    tier: 'PARTIES',
    data: { outageId, from, to, opens, closes: [] },
  };
  return accept<EvidenceEvent>(noted, ...counted);
}

const REASON: Bilingual = { en: 'Declared outage of the secretariat’s system.', 'zh-Hans': '已宣告的秘书处系统中断。' };

/**
 * S11: brings the clocks into line with the suspensions that are known. During a suspension, clocks that had not ended
 * when it began stand still. A clock that had ended is left to its default, which is only decided late. After the
 * suspension, each clock goes on with the time that it had left. Deciding again, or only once a later suspension is
 * known too, gives the same result.
 */
export function noteStandstill(state: KnownCase, clocksOf: ClocksOf): Decision<SuspensionNoted | ResumptionNoted> {
  const { suspendedAt, stoodStill, running, standing } = state;
  const at = suspendedAt ?? stoodStill.at(-1)?.to;
  if (at === undefined) return accept();
  const clocks = clocksOfCase(state, at, clocksOf);
  const goesOn = (deadline: RunningDeadline): RunningDeadline => goneOn(deadline, stoodStill, clocks);
  if (suspendedAt !== null) {
    const closes = Object.values(running).flatMap((deadline) =>
      goesOn(deadline).dueAt > suspendedAt ? [deadline.id] : [],
    );
    return closes.length > 0 ? accept(suspensionNoted(suspendedAt, closes)) : accept();
  }
  const late = Object.values(running).filter((deadline) => goesOn(deadline) !== deadline);
  const opens = [...Object.values(standing), ...late].map(goesOn);
  return opens.length > 0 ? accept(resumptionNoted(at, opens)) : accept();
}

/** A clock after every standstill that it has not been given yet. */
const goneOn = (deadline: RunningDeadline, stoodStill: readonly StoodStill[], clocks: Clocks): RunningDeadline =>
  stoodStill.reduce((gone, { from, to, days }) => {
    const given = gone.changes.some((change) => change.kind === 'standstill' && change.standStill.from === from);
    const began = gone.trigger.instant !== null && gone.trigger.instant >= to;
    if (given || began || gone.dueAt <= from) return gone;
    const still = days ? { from, to, ...days } : clocks.standStill(from, { at: to });
    return clocks.resume(gone, still, { at: to, reason: RESUMED });
  }, deadline);

/** What is filed during a suspension starts clocks that do not run before the screening goes on. */
export function standingStill(decision: Decision<EvidenceEvent>, { suspendedAt }: KnownCase): Decision<EvidenceEvent> {
  if (suspendedAt === null || decision.kind === 'refused') return decision;
  const started = decision.events.flatMap(({ data }) => ('opens' in data ? opensOf(data) : []));
  const [last] = decision.events.slice(-1);
  return last && started.length > 0
    ? accept<EvidenceEvent>(...decision.events, suspensionNoted(last.occurredAt, started))
    : decision;
}

const opensOf = ({ opens = [] }: Partial<MovesClocks>): readonly string[] => opens.map(({ id }) => id);

const suspensionNoted = (at: SuspensionNoted['occurredAt'], closes: readonly string[]): SuspensionNoted => ({
  type: 'SuspensionNoted',
  occurredAt: at,
  rule: 'S11',
  tier: 'PUBLIC',
  data: { opens: [], closes },
});

const resumptionNoted = (
  at: ResumptionNoted['occurredAt'],
  opens: ResumptionNoted['data']['opens'],
): ResumptionNoted => ({
  type: 'ResumptionNoted',
  occurredAt: at,
  rule: 'S11',
  tier: 'PUBLIC',
  data: { opens, closes: [] },
});

const RESUMED: Bilingual = { en: 'The suspension has ended.', 'zh-Hans': '中止已结束。' };
