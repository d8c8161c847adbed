import type { Instant, PartyCode } from '@parley/kernel';
import type { Track } from '@parley/procedure';

/** A fact about the panel's time for evidence, or about leave after it. */
export type FactOfTime =
  /** The panel's time for evidence, or for answers to the last of it, runs until then. */
  | { readonly told: 'evidence-time' | 'evidence-answer-time'; readonly until: Instant; readonly at: Instant }
  | { readonly told: 'evidence-closed'; readonly at: Instant; readonly track: Track }
  /** The review waits for more members and begins anew, with its time for evidence. */
  | { readonly told: 'evidence-anew'; readonly at: Instant }
  /** Claims were added or replaced by an amendment. */
  | { readonly told: 'amended'; readonly amendment: string; readonly claims: readonly string[]; readonly at: Instant }
  /** The claims of an amendment came during the review, and have time for evidence of their own until then. */
  | { readonly told: 'claim-evidence-time'; readonly amendment: string; readonly until: Instant; readonly at: Instant }
  /** Both co-chairs gave a party leave to answer their request, and to take exhibits back. */
  | {
      readonly told: 'leave';
      readonly request: string;
      readonly party: PartyCode;
      readonly withdrawals: readonly string[];
      /** Id of the panel's deadline for the answer. */
      readonly limit: string;
      readonly until: Instant;
      readonly at: Instant;
    }
  /** The time of a request was moved. */
  | { readonly told: 'leave-time'; readonly limit: string; readonly until: Instant; readonly at: Instant }
  /** The party has answered the request, and leave ends with that. */
  | { readonly told: 'leave-used'; readonly request: string; readonly until: Instant; readonly at: Instant };

/** What the panel has told of its time for evidence, and of leave after it. */
export interface TimeForEvidence {
  readonly evidenceTime: EvidenceTime;
  readonly leaves: readonly Leave[];
  /** Amendments, oldest first. */
  readonly amendments: readonly Amendment[];
}

/** The panel's time for evidence, as it was told last. */
export interface EvidenceTime {
  /** The first instant that is too late; `null` before the review. */
  readonly until: Limit | null;
  readonly closed: { readonly at: Instant; readonly track: Track } | null;
  /** The first instant that is too late for an answer to the last evidence. */
  readonly answersUntil: Limit | null;
}

/** An amendment, and the time for evidence on its claims where they came during the review. */
export interface Amendment {
  readonly id: string;
  readonly claims: readonly string[];
  readonly until: Limit | null;
}

/** What both co-chairs let a party do after the last day for evidence. */
export interface Leave {
  /** The request that gives it. */
  readonly request: string;
  readonly party: PartyCode;
  /** Exhibits that the party may take back. */
  readonly withdrawals: readonly string[];
  readonly limit: string;
  readonly until: Limit;
}

/** A limit of another context, and when it was set or moved. */
export interface Limit {
  readonly dueAt: Instant;
  readonly setAt: Instant;
}

const NOT_YET: EvidenceTime = { until: null, closed: null, answersUntil: null };

export const noTimeTold: TimeForEvidence = { evidenceTime: NOT_YET, leaves: [], amendments: [] };

/** What is known of the time for evidence after one more fact. */
export function learnOfTime(known: TimeForEvidence, fact: FactOfTime): TimeForEvidence {
  const { evidenceTime, leaves, amendments } = known;
  const timed = (time: Partial<EvidenceTime>) => ({ ...known, evidenceTime: { ...evidenceTime, ...time } });
  switch (fact.told) {
    case 'evidence-time':
      return timed({ until: { dueAt: fact.until, setAt: fact.at }, closed: null });
    case 'evidence-answer-time':
      return timed({ answersUntil: { dueAt: fact.until, setAt: fact.at } });
    case 'evidence-closed':
      return timed({ closed: { at: fact.at, track: fact.track } });
    case 'evidence-anew':
      return { ...known, evidenceTime: NOT_YET, amendments: amendments.map((each) => ({ ...each, until: null })) };
    case 'amended':
    case 'claim-evidence-time':
      return { ...known, amendments: amendedBy(amendments, fact) };
    case 'leave': {
      const { request, party, withdrawals, limit, until, at } = fact;
      const others = leaves.filter((leave) => leave.request !== request);
      return {
        ...known,
        leaves: [...others, { request, party, withdrawals, limit, until: { dueAt: until, setAt: at } }],
      };
    }
    case 'leave-time':
      return { ...known, leaves: endingAt(leaves, ({ limit }) => limit === fact.limit, fact) };
    case 'leave-used':
      return { ...known, leaves: endingAt(leaves, ({ request }) => request === fact.request, fact) };
  }
}

/** The two facts come from two contexts, in any order. */
function amendedBy(
  amendments: readonly Amendment[],
  fact: Extract<FactOfTime, { told: 'amended' | 'claim-evidence-time' }>,
): readonly Amendment[] {
  const { amendment: id, at } = fact;
  const known = amendments.find((each) => each.id === id) ?? { id, claims: [], until: null };
  const now =
    fact.told === 'amended' ? { ...known, claims: fact.claims } : { ...known, until: { dueAt: fact.until, setAt: at } };
  return amendments.includes(known) ? amendments.map((each) => (each.id === id ? now : each)) : [...amendments, now];
}

const endingAt = (
  leaves: readonly Leave[],
  ends: (leave: Leave) => boolean,
  { until, at }: { readonly until: Instant; readonly at: Instant },
): readonly Leave[] => leaves.map((leave) => (ends(leave) ? { ...leave, until: { dueAt: until, setAt: at } } : leave));
