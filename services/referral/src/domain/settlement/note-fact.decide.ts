import { accept, type Decision } from '@parley/kernel';
import type { ClocksOf } from '@parley/procedure';
import type { NoteFact } from './settlement-commands';
import type { SettlementEvent, SettlementFactNoted } from './settlement-events';
import { openConciliation, type FiledSettlement, type SettlementState } from './settlement-state';
import { evolve } from './settlement.evolve';
import { resumptionOf, suspensionOf } from './standstill';
import { WINDOW } from './settlement-window.decide';

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
  return accept<SettlementEvent>(noted, ...moved, ...windowOf(moved.reduce(evolve, known), clocksOf), ...stopOf(known));
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
function windowOf(state: SettlementState, clocksOf: ClocksOf): readonly SettlementEvent[] {
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
