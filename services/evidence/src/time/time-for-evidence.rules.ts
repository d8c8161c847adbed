import type { Instant, PartyCode } from '@parley/kernel';
import type { Track } from '@parley/procedure';

/** A fact about the panel's time for evidence, or about leave after it. */
export type FactOfTime =
  /** The panel's time for evidence, or for answers to the last of it, runs until then. */
  | { readonly told: 'evidence-time' | 'evidence-answer-time'; readonly until: Instant; readonly at: Instant }
  | { readonly told: 'evidence-closed'; readonly at: Instant; readonly track: Track }
  /** The review waits for more members and begins anew, with its time for evidence. */
  | { readonly told: 'evidence-anew'; readonly at: Instant }
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
}

/** The panel's time for evidence, as it was told last. */
export interface EvidenceTime {
  /** The first instant that is too late; `null` before the review. */
  readonly until: Limit | null;
  readonly closed: { readonly at: Instant; readonly track: Track } | null;
  /** The first instant that is too late for an answer to the last evidence. */
  readonly answersUntil: Limit | null;
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

export const noTimeTold: TimeForEvidence = { evidenceTime: NOT_YET, leaves: [] };

/** What is known of the time for evidence after one more fact. */
export function learnOfTime({ evidenceTime, leaves }: TimeForEvidence, fact: FactOfTime): TimeForEvidence {
  const timed = (time: Partial<EvidenceTime>) => ({ leaves, evidenceTime: { ...evidenceTime, ...time } });
  switch (fact.told) {
    case 'evidence-time':
      return timed({ until: { dueAt: fact.until, setAt: fact.at }, closed: null });
    case 'evidence-answer-time':
      return timed({ answersUntil: { dueAt: fact.until, setAt: fact.at } });
    case 'evidence-closed':
      return timed({ closed: { at: fact.at, track: fact.track } });
    case 'evidence-anew':
      return { leaves, evidenceTime: NOT_YET };
    case 'leave': {
      const { request, party, withdrawals, limit, until, at } = fact;
      const others = leaves.filter((leave) => leave.request !== request);
      return {
        evidenceTime,
        leaves: [...others, { request, party, withdrawals, limit, until: { dueAt: until, setAt: at } }],
      };
    }
    case 'leave-time':
      return { evidenceTime, leaves: endingAt(leaves, ({ limit }) => limit === fact.limit, fact) };
    case 'leave-used':
      return { evidenceTime, leaves: endingAt(leaves, ({ request }) => request === fact.request, fact) };
  }
}

const endingAt = (
  leaves: readonly Leave[],
  ends: (leave: Leave) => boolean,
  { until, at }: { readonly until: Instant; readonly at: Instant },
): readonly Leave[] => leaves.map((leave) => (ends(leave) ? { ...leave, until: { dueAt: until, setAt: at } } : leave));
