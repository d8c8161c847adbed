import { accept, latest, type Bilingual, type Decision, type Instant, type PartyCode } from '@parley/kernel';
import type { Clocks, ClocksOf, RunningDeadline } from '@parley/procedure';
import { clocksIn, type StoodStill, type ToldFact, type ToldOfCase } from '../referral/known-case.rules';
import type { SettlementEvent } from './settlement-refusals.rules';
import {
  openConciliation,
  WINDOW,
  type Conciliation,
  type FiledSettlement,
  type OwnSettlement,
} from './settlement-region.rules';
import { openConciliators } from './conciliators-state.rules';
import { evolve } from './settlement-state.rules';

/** The fact that something was tried, and by whom. It never says what was said in it (I-45). */
export interface Attempt {
  readonly at: Instant;
  readonly kind:
    | ('proposed' | 'begun' | 'unanswered' | 'broken-off' | 'stopped' | 'window-opened' | 'window-lapsed')
    | ('settled' | 'undone');
  readonly party?: PartyCode;
}

/**
 * The fact of every attempt to settle up to an instant, in order. The result depends on the instant alone, whenever it
 * is asked for: what had run out by then counts as run out, even when that is recorded a little later (I-51).
 */
export function attemptsUntil(
  { conciliations, window, settled, undone, told }: FiledSettlement,
  until: Instant,
): readonly Attempt[] {
  const attempts = [
    ...conciliations.flatMap((one) => attemptsOf(asKnown(one, until), told)),
    ...windowOf(window, settled),
  ];
  for (const { at } of [...undone.map((one) => one.settled), ...(settled ? [settled] : [])])
    attempts.push({ at, kind: 'settled' });
  for (const { at, party } of undone) attempts.push({ at, kind: 'undone', party });
  return attempts.filter(({ at }) => at <= until).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** An acceptance that was entered later was no answer then. */
function asKnown(one: Conciliation, until: Instant): Conciliation {
  if (one.provedAt === undefined || one.provedAt <= until) return one;
  const { begunAt: _later, end: _too, ...proposal } = one;
  return proposal;
}

function attemptsOf({ proposedBy, proposedAt, begunAt, answer, end }: Conciliation, told: ToldOfCase): Attempt[] {
  const proposed: Attempt = { at: proposedAt, kind: 'proposed', party: proposedBy };
  if (begunAt === undefined && !end && standsStill(answer, told)) return [proposed];
  if (begunAt === undefined && (!end || end.how === 'unanswered'))
    return [proposed, { at: answer.dueAt, kind: 'unanswered' }];
  const begun: Attempt[] = begunAt === undefined ? [] : [{ at: begunAt, kind: 'begun' }];
  if (end?.how === 'broken-off')
    return [proposed, ...begun, { at: end.at, kind: 'broken-off', ...(end.by === undefined ? {} : { party: end.by }) }];
  return end?.how === 'stopped' ? [proposed, ...begun, { at: end.at, kind: 'stopped' }] : [proposed, ...begun];
}

function windowOf(window: FiledSettlement['window'], settled: FiledSettlement['settled']): Attempt[] {
  if (!window) return [];
  const opened: Attempt = { at: window.trigger.instant ?? window.dueAt, kind: 'window-opened' };
  return settled ? [opened] : [opened, { at: window.dueAt, kind: 'window-lapsed' }];
}

/**
 * True while the time to answer a proposal does not run because of a suspension (S11): it is still to be stopped, or to
 * be given back what it stood still for. The parties may answer all the same.
 */
export const standsStill = (answer: RunningDeadline, { suspendedAt, stoodStill }: ToldOfCase): boolean =>
  (suspendedAt !== undefined && answer.dueAt > suspendedAt) || stoodStill.some((still) => isOwed(answer, still));

/** The clock ran when a standstill began, and has not been given that time yet. */
const isOwed = ({ changes, trigger, dueAt }: RunningDeadline, { from, to }: StoodStill): boolean =>
  !changes.some((change) => change.kind === 'standstill' && change.standStill.from === from) &&
  (trigger.instant === null || trigger.instant < to) &&
  dueAt > from;

/** The clock after every standstill that it has not been given yet. */
const goneOn = (answer: RunningDeadline, stoodStill: readonly StoodStill[], clocks: Clocks): RunningDeadline =>
  stoodStill.reduce((gone, still) => {
    if (!isOwed(gone, still)) return gone;
    const { from, to, days } = still;
    return clocks.resume(gone, days ? { from, to, ...days } : clocks.standStill(from, { at: to }), {
      at: to,
      reason: RESUMED,
    });
  }, answer);

const RESUMED: Bilingual = { en: 'The suspension has ended.', 'zh-Hans': '中止已结束。' };

const TOUCHING: readonly ToldFact['kind'][] = [
  'registered',
  'findings-issued',
  'screening-suspended',
  'screening-resumed',
  'screening-ended',
  'screening-reopened',
];

/** Whether a fact may open, stop or move something of a settlement. */
export const touchesSettlement = ({ kind }: ToldFact): boolean => TOUCHING.includes(kind);

/**
 * Brings the settlement into line with what is known of the screening. The time to answer a proposal stands still and
 * goes on with the screening. Findings open the window, any other end stops a conciliation, and a reopened screening
 * can be conciliated again. Deciding again, or only once more is known, gives the same result.
 */
export function noteScreening(state: FiledSettlement, clocksOf: ClocksOf): Decision<SettlementEvent> {
  const steps = [openedAgain, standstillOf, windowOpened, stopOf];
  return accept(
    ...steps.reduce<readonly SettlementEvent[]>(
      (events, step) => [...events, ...step(onward(state, events), clocksOf)],
      [],
    ),
  );
}

/** The same settlement after more of its events. */
export const onward = (
  { parties, told, ...own }: FiledSettlement,
  events: readonly SettlementEvent[],
): FiledSettlement => ({ ...events.reduce<OwnSettlement>(evolve, own), status: 'filed', parties, told });

/** The times of a conciliation stand still with the screening, and go on with what was left of them. */
export function standstillOf(state: FiledSettlement, clocksOf: ClocksOf): readonly SettlementEvent[] {
  const open = openConciliation(state);
  const picking = openConciliators(state.conciliators);
  const answer = open && open.begunAt === undefined ? [open.answer] : [];
  const due = picking && picking.appointedAt === undefined ? [picking.due] : [];
  return [...answer, ...due].flatMap((clock) => standstillOfClock(clock, state, clocksOf));
}

function standstillOfClock(
  answer: RunningDeadline,
  state: FiledSettlement,
  clocksOf: ClocksOf,
): readonly SettlementEvent[] {
  const { registration, suspendedAt, stoodStill } = state.told;
  const over = stoodStill.at(-1)?.to;
  if (!registration) return [];
  const gone = goneOn(answer, stoodStill, clocksIn(registration, clocksOf));
  const runs = answer.id in state.running;
  if (suspendedAt !== undefined) {
    const at = latest(suspendedAt, answer.trigger.instant ?? suspendedAt);
    const stops = runs && gone.dueAt > suspendedAt;
    return stops ? [{ type: 'SuspensionNoted', ...S11, occurredAt: at, data: { opens: [], closes: [answer.id] } }] : [];
  }
  return over === undefined || (runs && gone === answer)
    ? []
    : [{ type: 'ResumptionNoted', ...S11, occurredAt: over, data: { opens: [gone], closes: [] } }];
}

const S11 = { rule: 'S11', tier: 'PUBLIC' } as const;

/** The window starts with the findings, whatever is heard first, and takes the place of a conciliation. */
function windowOpened({ told, region, running }: FiledSettlement, clocksOf: ClocksOf): readonly SettlementEvent[] {
  const { registration, findings, reopenedAt } = told;
  if (!registration || !findings || (region !== 'idle' && region !== 'conciliation')) return [];
  const { issuedAt, by } = findings;
  if (reopenedAt !== undefined && issuedAt < reopenedAt) return [];
  const window = clocksIn(registration, clocksOf).start(
    'settlement-window',
    { event: 'FindingsIssued', at: issuedAt, kind: by },
    WINDOW,
  );
  return [
    {
      type: 'SettlementWindowOpened',
      occurredAt: issuedAt,
      rule: 'S10',
      tier: 'PUBLIC',
      data: { opens: [window], closes: Object.keys(running) },
    },
  ];
}

/**
 * A screening that ended without findings or a settlement leaves nothing to conciliate. Findings open the window
 * instead.
 */
function stopOf(state: FiledSettlement): readonly SettlementEvent[] {
  const { ended } = state.told;
  const open = openConciliation(state);
  if (!ended || !open || ended.outcome === 'findings-issued' || ended.outcome === 'settled') return [];
  const { endedAt, outcome } = ended;
  const data = { n: open.n, outcome, opens: [], closes: Object.keys(state.running) };
  return [{ type: 'ConciliationStopped', ...S11, occurredAt: endedAt, data }];
}

/** A window from before the reopening of the screening ends with the reopening. */
function openedAgain({ told, region, window, running }: FiledSettlement): readonly SettlementEvent[] {
  const { reopenedAt } = told;
  if (
    reopenedAt === undefined ||
    !window ||
    region === 'settled' ||
    (window.trigger.instant ?? window.dueAt) >= reopenedAt
  )
    return [];
  const data = { opens: [], closes: Object.keys(running) };
  return [{ type: 'SettlementOpenedAgain', occurredAt: reopenedAt, rule: 'I-26', tier: 'PUBLIC', data }];
}
