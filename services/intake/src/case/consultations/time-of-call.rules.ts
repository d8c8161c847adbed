import {
  canonicalJson,
  plusMillis,
  type CaseId,
  type Instant,
  type PartyCode,
  type PersonId,
  type Sha256,
  type Text,
} from '@parley/kernel';
import { sha256Text, type Awaits, type RuleSet } from '@parley/procedure';
import type { FiledCase } from '../case-commands.rules';
import type { NamedTime, RunningDeadline } from '../common-refusals.rules';
import type { JointProposal } from './joint-proposal.rules';

/** A rise to a higher level, by a party or by time. */
export interface Escalation {
  readonly from: Level;
  readonly to: Level;
  /** `null` when the time of the level was over. */
  readonly by: PartyCode | null;
  readonly at: Instant;
}

/** The state of S5 apart from the ledger of calls. */
export interface Consultations {
  readonly level: Level;
  readonly escalations: readonly Escalation[];
  readonly minutes: readonly Minutes[];
  /** Parties that have declared them concluded. When both have, they are. */
  readonly concludedBy: readonly PartyCode[];
  readonly joint: JointProposal;
}

export const consultationsBegun: Consultations = {
  level: 'officials',
  escalations: [],
  minutes: [],
  concludedBy: [],
  joint: { signatures: [], put: null, missedAt: null },
};

/** Another time that either side named for a call. Both times stay on record. */
export interface CallMove {
  readonly by: PartyCode;
  readonly at: Instant;
  readonly from: Instant;
  readonly to: Instant;
}

/** A call in the ledger: its offer and what became of it, never what was said. */
export interface Call {
  readonly id: string;
  /** Counted from 1 in its case. */
  readonly n: number;
  readonly offeredBy: PartyCode;
  readonly offeredAt: Instant;
  readonly level: Level;
  /** The time of the call that was named last. */
  readonly proposedFor: Instant;
  /**
   * The party that named this time. The other one is awaited, and if it does not take the call, it left it unanswered.
   */
  readonly namedBy: PartyCode;
  readonly moves: readonly CallMove[];
  /** When the party awaited accepted the time; `null` as long as it has not. */
  readonly acceptedAt: Instant | null;
  /** `released` when both parties concluded the consultations before its time. */
  readonly outcome: 'open' | { readonly kind: 'answered' | 'unanswered' | 'released'; readonly at: Instant };
}

export interface LedgerCount {
  readonly offered: number;
  readonly answered: number;
  readonly unanswered: number;
}

/** How many calls were offered, answered and not answered. */
export function countCalls(calls: readonly Call[]): LedgerCount {
  const of = (kind: 'answered' | 'unanswered') =>
    calls.filter(({ outcome }) => outcome !== 'open' && outcome.kind === kind).length;
  return { offered: calls.length, answered: of('answered'), unanswered: of('unanswered') };
}

/**
 * Who consults, from the first level to the last. What is not settled goes to the co-heads when the time of S5 ends.
 */
export const LEVELS = ['officials', 'deputies', 'coheads'] as const;
export type Level = (typeof LEVELS)[number];

/** The next level; `undefined` above the co-heads. */
export const levelAbove = (level: Level): Level | undefined => LEVELS[LEVELS.indexOf(level) + 1];

/**
 * The level of the consultations at an instant. From the end of the officials' time on it is the deputies' level, even
 * if the default that says so is recorded a little later (I-18).
 */
export function levelAt({ running }: FiledCase, level: Level, instant: Instant): Level {
  const officials = running['officials'];
  return level === 'officials' && officials !== undefined && instant >= officials.dueAt ? 'deputies' : level;
}

/**
 * A side's account of a call. It is agreed when the other side signs the same digest; otherwise it stands beside the
 * other side's.
 */
export interface Minutes {
  readonly id: string;
  /** Counted from 1 in their case. */
  readonly n: number;
  readonly callId: string;
  readonly party: PartyCode;
  readonly by: PersonId;
  readonly filedAt: Instant;
  readonly text: readonly Text[];
  readonly digest: Sha256;
  readonly agreed: { readonly by: PersonId; readonly at: Instant } | null;
}

/** SHA-256 over the canonical JSON of `{caseId, callId, text}`: what both sides sign. Lower-case hexadecimal. */
export const minutesDigest = (caseId: CaseId, callId: string, text: readonly Text[]): Sha256 =>
  sha256Text(canonicalJson({ caseId, callId, text }));

/**
 * The end of a call's time, under the call's own id. A call is unanswered if the awaited party has not answered it by
 * then.
 */
export const timeOfCall = (
  { id, level }: Pick<Call, 'id' | 'level'>,
  event: string,
  awaits: Awaits,
  at: Instant,
  dueAt: Instant,
): NamedTime => ({
  id,
  level,
  awaits,
  clock: 'call',
  stage: 'S5',
  rule: 'S5',
  trigger: { kind: 'act', event, instant: at },
  dueAt,
  provisional: false,
  arithmetic: { en: `The instant that the offer names, ${dueAt}.`, 'zh-Hans': `要约所载时刻，${dueAt}。` },
});

/** An accepted call may be taken a little after its time, but never after the end of consultations. */
export function timeOfAcceptedCall(
  { id, level, proposedFor }: Call,
  awaits: Awaits,
  at: Instant,
  end: RunningDeadline,
  { callTakenWithinMinutes }: RuleSet['consultations'],
): NamedTime {
  const late = plusMillis(proposedFor, callTakenWithinMinutes * 60_000);
  const dueAt = late < end.dueAt ? late : end.dueAt;
  const minutes = String(callTakenWithinMinutes);
  return {
    ...timeOfCall({ id, level }, 'CallAccepted', awaits, at, dueAt),
    arithmetic: {
      en:
        `The time accepted, ${proposedFor}, and ${minutes} minutes to take the call, within the time of ` +
        `consultations: ${dueAt}.`,
      'zh-Hans': `已接受的时刻 ${proposedFor}，另加接听时间 ${minutes} 分钟，且不超过磋商期限：${dueAt}。`,
    },
  };
}
