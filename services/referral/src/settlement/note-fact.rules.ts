import { accept, type Bilingual, type Decision, type Instant, type PartyCode } from '@parley/kernel';
import type { Clocks, ClocksOf, RunningDeadline, StandStill } from '@parley/procedure';
import type {
  ResumptionNoted,
  SettlementEvent,
  SettlementFactNoted,
  SuspensionNoted,
} from './settlement-refusals.rules';
import {
  openConciliation,
  WINDOW,
  type Conciliation,
  type FiledSettlement,
  type KnownOfCase,
  type NoteFact,
  type SettlementState,
} from './settlement-region.rules';
import { evolve } from './settlement-state.rules';

/** That something was tried, and by whom; never what was said in it (I-45). */
export interface Attempt {
  readonly at: Instant;
  readonly kind:
    'proposed' | 'begun' | 'unanswered' | 'broken-off' | 'stopped' | 'window-opened' | 'window-lapsed' | 'settled';
  readonly party?: PartyCode;
}

/**
 * The fact of every attempt to settle up to an instant, in order. A function of the instant alone, whenever it is
 * asked: what had run out by then had run out, though the record of it may come a little later (I-51).
 */
export function attemptsUntil(
  { conciliations, window, settled: found, known }: FiledSettlement,
  until: Instant,
): readonly Attempt[] {
  // One that was proved later was none then.
  const settled = found?.provedAt !== undefined && found.provedAt > until ? undefined : found;
  const attempts = [
    ...conciliations.flatMap((one) => attemptsOf(asKnown(one, until), known)),
    ...windowOf(window, settled),
  ];
  if (settled) attempts.push({ at: settled.at, kind: 'settled' });
  return attempts.filter(({ at }) => at <= until).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** An acceptance that was entered only later was no answer then. */
function asKnown(one: Conciliation, until: Instant): Conciliation {
  if (one.provedAt === undefined || one.provedAt <= until) return one;
  const { begunAt: _later, end: _too, ...proposal } = one;
  return proposal;
}

function attemptsOf({ proposedBy, proposedAt, begunAt, answer, end }: Conciliation, known: KnownOfCase): Attempt[] {
  const proposed: Attempt = { at: proposedAt, kind: 'proposed', party: proposedBy };
  if (begunAt === undefined && !end && standsStill(known, answer)) return [proposed];
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
 * The time to answer a proposal does not run while the screening is suspended (S11); the parties may answer all the
 * same.
 */
export const standsStill = ({ suspended }: KnownOfCase, { clock, dueAt }: RunningDeadline): boolean =>
  clock === 'conciliation-answer' && suspended !== undefined && dueAt > suspended.since;

/** What stands still; nothing where no clock does. */
export function suspensionOf(
  known: KnownOfCase,
  deadlines: readonly RunningDeadline[],
  at: Instant,
): readonly SuspensionNoted[] {
  const closes = deadlines.flatMap((deadline) => (standsStill(known, deadline) ? [deadline.id] : []));
  return closes.length === 0
    ? []
    : [{ type: 'SuspensionNoted', occurredAt: at, rule: 'S11', tier: 'PUBLIC', data: { opens: [], closes } }];
}

/** What was left of each clock as it stood while the screening was suspended; nothing where none did. */
function resumptionOf(
  { known, conciliations }: Pick<FiledSettlement, 'known' | 'conciliations'>,
  still: StandStill | undefined,
  at: Instant,
  clocks: Clocks,
): readonly ResumptionNoted[] {
  const since = known.suspended?.since ?? at;
  const opens = conciliations.flatMap(({ answer, begunAt, end }) =>
    begunAt === undefined && !end && standsStill(known, answer)
      ? [clocks.resume(answer, still ?? clocks.standStill(since, { at }), { at, reason: RESUMED })]
      : [],
  );
  return opens.length === 0
    ? []
    : [{ type: 'ResumptionNoted', occurredAt: at, rule: 'S11', tier: 'PUBLIC', data: { opens, closes: [] } }];
}

const RESUMED: Bilingual = { en: 'The suspension has ended.', 'zh-Hans': '中止已结束。' };

/**
 * What another context told, and what follows from it: findings open the window, another end of the screening stops a
 * conciliation.
 */
export function noteFact(
  { fact, from, at, tier }: NoteFact,
  state: SettlementState,
  clocksOf: ClocksOf,
): Decision<SettlementEvent> {
  const noted: SettlementFactNoted = {
    type: 'SettlementFactNoted',
    occurredAt: at,
    rule: 'S10',
    tier,
    data: { fact, from },
  };
  const known = evolve(state, noted);
  if (known.status === 'unfiled') return accept<SettlementEvent>(noted);
  const again = fact.kind === 'screening-reopened' ? openedAgain(known, at) : [];
  const moved = [...standstillOf(state, known, fact, at, clocksOf), ...again];
  return accept<SettlementEvent>(
    noted,
    ...moved,
    ...windowOfFact(moved.reduce(evolve, known), clocksOf),
    ...stopOf(known),
  );
}

/** The time to answer a proposal stands still with the screening, and goes on with it. */
function standstillOf(
  before: SettlementState,
  { known, running }: FiledSettlement,
  fact: NoteFact['fact'],
  at: NoteFact['at'],
  clocksOf: ClocksOf,
): readonly SettlementEvent[] {
  if (fact.kind === 'screening-suspended') return suspensionOf(known, Object.values(running), at);
  const resumed = fact.kind === 'screening-resumed' && before.status === 'filed' && before.known.registration;
  return resumed ? resumptionOf(before, fact.still, at, clocksOf(resumed.ruleSetVersion)) : [];
}

/** The window starts with the findings, whatever is heard of first, and takes the place of a conciliation. */
function windowOfFact(state: SettlementState, clocksOf: ClocksOf): readonly SettlementEvent[] {
  if (state.status === 'unfiled') return [];
  const { registration, findings } = state.known;
  if (!registration || !findings || (state.region !== 'idle' && state.region !== 'conciliation')) return [];
  const { issuedAt, by } = findings;
  const window = clocksOf(registration.ruleSetVersion).start(
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
      data: { opens: [window], closes: Object.keys(state.running) },
    },
  ];
}

/**
 * A screening that was withdrawn or has lapsed leaves nothing to conciliate. Findings do not end it but open the
 * window.
 */
function stopOf(state: FiledSettlement): readonly SettlementEvent[] {
  const { ended } = state.known;
  const open = openConciliation(state);
  if (!ended || !open || ended.outcome === 'findings-issued' || ended.outcome === 'settled') return [];
  const { endedAt, outcome } = ended;
  return [
    {
      type: 'ConciliationStopped',
      occurredAt: endedAt,
      rule: 'S11',
      tier: 'PUBLIC',
      data: { n: open.n, outcome, opens: [], closes: Object.keys(state.running) },
    },
  ];
}

const openedAgain = ({ region, running }: FiledSettlement, at: NoteFact['at']): readonly SettlementEvent[] =>
  region === 'window' || region === 'lapsed'
    ? [
        {
          type: 'SettlementOpenedAgain',
          occurredAt: at,
          rule: 'I-26',
          tier: 'PUBLIC',
          data: { opens: [], closes: Object.keys(running) },
        },
      ]
    : [];
