import {
  accept,
  refuse,
  type CaseId,
  type Decision,
  type DomainEvent,
  type Instant,
  type RefusalReason,
} from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import type { FiledCase } from '../case-commands.rules';
import type { CaseEvent, MovesClocks } from '../case-events.rules';
import { changeRefusals, commonRefusals } from '../common-refusals.rules';
import { awaitedToSign, proposalDigest, timeToSign, type Consent, type Matter } from '../consent/proposal.rules';

/** A case beside which another goes on. */
export interface CaseBeside {
  readonly caseId: CaseId;
  readonly docketNumber: string;
}

/** Cases that go on side by side on one timetable. Each keeps its number, parties, claims and clocks (I-31). */
export interface Consolidation {
  readonly beside: readonly CaseBeside[];
  readonly since: Instant;
}

/** What both signed in one of the cases, noted in another of them. */
export interface NoteConsolidation {
  readonly type: 'NoteConsolidation';
  readonly change: 'consolidated' | 'undone';
  readonly beside: readonly CaseBeside[];
  readonly at: Instant;
}

interface OfConsolidation {
  readonly beside: readonly CaseBeside[];
  /** The proposal that both signed here; `null` in the other cases, which learn of it. */
  readonly proposalId: string | null;
}

export type CasesConsolidated = DomainEvent<'CasesConsolidated', MovesClocks & OfConsolidation>;
export type ConsolidationUndone = DomainEvent<'ConsolidationUndone', MovesClocks & OfConsolidation>;

export type ConsolidationEvent = CasesConsolidated | ConsolidationUndone;

export const consolidationRefusals = {
  consolidatedAlready: {
    code: 'consolidated-already',
    rule: 'I-31',
    en: 'The case is consolidated; undo that first.',
    'zh-Hans': '本案已合并；请先行解除。',
  },

  notConsolidated: {
    code: 'not-consolidated',
    rule: 'I-31',
    en: 'The case goes on by itself.',
    'zh-Hans': '本案系单独进行。',
  },
} as const satisfies Record<string, RefusalReason>;

/** A deadline of one of the cases. */
export interface OwnDate {
  readonly caseId: CaseId;
  readonly id: string;
  readonly dueAt: Instant;
}

/** One line of the joint timetable: when the same step is due in all cases, and when in each. */
export interface JointDate {
  readonly id: string;
  readonly dueAt: Instant;
  readonly own: readonly OwnDate[];
}

/**
 * I-31: the dates by which the same step may be taken in several cases at once. For each step it is the latest of the
 * cases' own dates, and never later. It binds nobody: each case keeps its own clocks.
 */
export function jointTimetable(dates: readonly OwnDate[]): readonly JointDate[] {
  return [...Map.groupBy(dates, ({ id }) => id)]
    .map(([id, own]) => ({
      id,
      own,
      dueAt: own.map(({ dueAt }) => dueAt).reduce((late, dueAt) => (dueAt > late ? dueAt : late)),
    }))
    .toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : one.dueAt > other.dueAt ? 1 : 0));
}

const REASON = { en: 'A counter-grievance on the same matter.', 'zh-Hans': '针对同一事项的反申诉。' };

/**
 * A counter-grievance on the same matter offers the other party a common timetable when it is registered. An offer that
 * is not signed lapses (I-32).
 */
export function offeredTimetable(at: Instant, state: FiledCase, clocks: Clocks): readonly CaseEvent[] {
  const { counterTo } = state.relations;
  if (state.status !== 'complete' || counterTo?.relation !== 'same-matter') return [];
  const { caseId, docketNumber } = counterTo;
  const matter: Matter = { kind: 'consolidation', beside: [{ caseId, docketNumber }], reason: REASON };
  const n = state.proposals.length + 1;
  const id = `proposal:${String(n)}`;
  const signatories = 'parties';
  return [
    {
      type: 'ConsentProposed',
      occurredAt: at,
      rule: 'I-32',
      tier: 'PARTIES',
      data: {
        ...{ proposalId: id, n, matter, signatories, party: state.parties.complainant, by: state.certification.by },
        digest: proposalDigest(state.caseId, { id, signatories, matter }),
        opens: [
          timeToSign(id, matter, awaitedToSign(signatories, state.parties.complainant, state), at, state, clocks),
        ],
        closes: [],
      },
    },
  ];
}

/** Both sides put cases between them side by side. No number, party, claim or clock of any changes (I-31). */
export function consolidate(
  matter: Extract<Matter, { kind: 'consolidation' }>,
  { at, proposalId }: Consent,
  state: FiledCase,
) {
  if (state.status === 'ended') return refuse(commonRefusals.screeningEnded);
  if (state.status !== 'registered' && state.status !== 'suspended') return refuse(changeRefusals.notRegistered);
  if (state.consolidation) return refuse(consolidationRefusals.consolidatedAlready);
  const { beside } = matter;
  return accept<CaseEvent>(event('CasesConsolidated', beside, at, proposalId));
}

/** Both sides let the cases go on apart again. */
export function undoConsolidation(
  _: Extract<Matter, { kind: 'deconsolidation' }>,
  { at, proposalId }: Consent,
  state: FiledCase,
) {
  if (!state.consolidation) return refuse(consolidationRefusals.notConsolidated);
  return accept<CaseEvent>(event('ConsolidationUndone', state.consolidation.beside, at, proposalId));
}

/**
 * The same in another case that the proposal named. A case that has ended, or has gone beside others meanwhile, stays
 * as it is.
 */
export function noteConsolidation({ change, beside, at }: NoteConsolidation, state: FiledCase): Decision<CaseEvent> {
  if (change === 'undone')
    return state.consolidation ? accept(event('ConsolidationUndone', beside, at, null)) : accept();
  const goesOn = state.status === 'registered' || state.status === 'suspended';
  return goesOn && !state.consolidation ? accept(event('CasesConsolidated', beside, at, null)) : accept();
}

const event = (
  type: 'CasesConsolidated' | 'ConsolidationUndone',
  beside: readonly CaseBeside[],
  at: Instant,
  proposalId: string | null,
): CaseEvent => ({
  type,
  occurredAt: at,
  rule: 'I-31',
  tier: 'PUBLIC',
  data: { beside, proposalId, opens: [], closes: [] },
});
