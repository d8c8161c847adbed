import { refuse, type CaseId, type CaseParties, type Refused } from '@parley/kernel';
import { refusals } from '../refusals';
import type { KnownCase } from './known-case';

export const COUNTER_RELATIONS = ['same-matter', 'distinct'] as const;
/**
 * On the same matter a common timetable is offered; a distinct one is a case of its own and cannot delay the first
 * (I-32).
 */
export type CounterRelation = (typeof COUNTER_RELATIONS)[number];

/** What a filing refers to, as it was found; `null` where there is no such case. */
export interface Referring {
  /** The case that was closed without prejudice, withdrawn or lapsed, and is filed again. */
  readonly previous?: KnownCase | null;
  readonly counterTo?: { readonly case: KnownCase | null; readonly relation: CounterRelation };
}

/** What of it stays on record. */
export interface Relations {
  readonly previous?: CaseId;
  readonly counterTo?: { readonly caseId: CaseId; readonly docketNumber: string; readonly relation: CounterRelation };
}

/** The relations of a filing, or the refusal of one that does not hold. */
export function relationsOf({ previous, counterTo }: Referring, parties: CaseParties): Relations | Refused {
  const mayBeFiledAgain =
    previous?.parties.complainant === parties.complainant && FILED_AGAIN.includes(previous.outcome ?? '');
  if (previous !== undefined && !mayBeFiledAgain) return refuse(refusals.previousNotClosed, '/previous');
  const first = counterTo?.case;
  const isAgainst =
    first?.parties.complainant === parties.respondent && first.outcome === null && first.docketNumber !== null;
  if (counterTo && !isAgainst) return refuse(refusals.noCaseToCounter, '/counterTo/case');
  return {
    ...(previous ? { previous: previous.caseId } : {}),
    ...(counterTo && first?.docketNumber
      ? { counterTo: { caseId: first.caseId, docketNumber: first.docketNumber, relation: counterTo.relation } }
      : {}),
  };
}

/** Outcomes after which the same may be filed again: nothing was found on it. */
const FILED_AGAIN: readonly string[] = ['closed-without-prejudice', 'withdrawn', 'lapsed'];
