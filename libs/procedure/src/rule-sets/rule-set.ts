import type { Bilingual, Instant, Side } from '@parley/kernel';
import type { RegionGraphs } from '../graph/region-graph';
import type { ClockId, ClockRule } from './clock-rule';
import type { DefaultId, SilenceRule } from './silence';

export type Track = 'standard' | 'complex' | 'urgent';

/** What each track is called. */
export const TRACK_WORDS: Readonly<Record<Track, Bilingual>> = {
  standard: { en: 'standard', 'zh-Hans': '普通' },
  complex: { en: 'complex', 'zh-Hans': '复杂' },
  urgent: { en: 'urgent', 'zh-Hans': '紧急' },
};

/**
 * What a side may repudiate: its filing, its reply, its consent to an extension or a suspension, its exit notice, its
 * signature of a settlement or of an agreement of the register, and what it does about obligations. The proposal of an
 * agreement and its refusal are none: neither binds, the one is taken back and the other made good by proposing anew. A
 * report stands as far as the other side has answered it, since that relied on it; its owner reports otherwise.
 */
export const REPUDIABLE_ACTS = [
  'filing',
  'reply',
  'extension',
  'suspension',
  'exit-notice',
  'settlement-signature',
  'agreement-signature',
  'status-report',
  'verification',
  'later-date',
  'non-performance-notice',
] as const;
export type RepudiableAct = (typeof REPUDIABLE_ACTS)[number];

/** The numbers of one track. */
export interface TrackRule {
  /** Members of the panel nominated by each side. */
  readonly seatsPerSide: number;
  /** The most calendar days that the seats of one side add to the long-stop (I-69). */
  readonly addedDaysPerSide: number;
  /** A clock that is not there does not run on this track. */
  readonly clocks: Readonly<Partial<Record<ClockId, ClockRule>>>;
}

/**
 * A version of the rules of procedure. A case is pinned to the one under which it was filed, or to a later one that
 * both parties took. Plain data.
 */
export interface RuleSet {
  readonly version: string;
  /** The version that it amends; absent from one that stands by itself. */
  readonly amends?: string;
  /** From when on cases are filed under it; absent as long as the co-heads have not adopted it (I-71). */
  readonly inForceFrom?: Instant;
  readonly seat: {
    /** IANA name of the seat's time zone. */
    readonly zone: string;
    /** Wall-clock time at which a day ends, `HH:MM:SS.mmm`. An act at this very time is too late. */
    readonly dayEnd: string;
  };
  readonly tracks: Readonly<Record<Track, TrackRule>>;
  readonly silence: Readonly<Record<DefaultId, SilenceRule>>;
  readonly graphs: RegionGraphs;
  readonly panel: {
    readonly coChairsPerSide: number;
    /** Replacements that a side may have without a reason, once a challenge of its own has not removed a member. */
    readonly peremptoryReplacementsPerSide: number;
    /** How often a member is challenged for a fact that came to light after the time for challenges (S6). */
    readonly lateChallengesPerMember: number;
    /** Names that a roster should have for each seat that a side fills, on the track with most seats. */
    readonly namesPerSeat: number;
    /** So many drawn in a row for one seat, of whom none was seated, end a screening before the interim text. */
    readonly drawsInARowPerSeat: number;
  };
  readonly suspension: { readonly longestMonths: number; readonly consentOf: readonly Side[] };
  /** Up to this calendar day from registration claims are added or revised; later only if both parties agree. */
  readonly supplement: { readonly untilDay: number };
  /**
   * From this case on that one side registers within so many joint business days, each reply has so many more. The
   * clock `reply-among-many` counts them.
   */
  readonly manyCases: {
    readonly fromCase: number;
    readonly withinJointBusinessDays: number;
    readonly moreForEachReply: number;
  };
  /** For so many months a claim that was withdrawn after the review, or found on, needs the other party's consent. */
  readonly refiling: { readonly afterMonths: number };
  readonly consultations: {
    /** Minutes after the time of an accepted call in which it may still be taken; then it is unanswered. */
    readonly callTakenWithinMinutes: number;
    /** How often a side may name another time for one call. */
    readonly movesOfACallPerSide: number;
  };
  readonly compliance: {
    readonly reviewEveryMonths: number;
    readonly reportBeforeReviewJointBusinessDays: number;
    /**
     * How often both parties may agree on a later date of one obligation, each time by at most its own length again
     * (I-20).
     */
    readonly datesMovedPerObligation: number;
  };
  /** What a side may mark as confidential in the findings (I-75). */
  readonly marking: {
    /** Without leave of both co-chairs a side marks at most one part in so many of any reasons or statement. */
    readonly shareOfAText: number;
    /** The places of one text that a side marks without such leave: crumbs would leave nothing to read. */
    readonly placesOfAText: number;
    /** In characters. */
    readonly shortestPassage: number;
    readonly marksPerSide: number;
  };
  /** Acts in a side's name that it may declare not to have been its own (I-67). */
  readonly repudiation: { readonly acts: readonly RepudiableAct[] };
  /**
   * A gap in the system's heartbeat is a declared outage (I-61) when it contains an expiry and is longer than
   * `gapMinutes`, or when more than `shortGapMinutes` of it lie in the `hourMinutes` before an expiry.
   */
  readonly outage: { readonly gapMinutes: number; readonly shortGapMinutes: number; readonly hourMinutes: number };
  readonly hotline: Readonly<Record<'crisis' | 'routine', HotlineMinutes>> & {
    /** A side makes at most so many requests in so many hours, whatever became of those before. */
    readonly requests: { readonly most: number; readonly withinHours: number };
  };
  /**
   * Drawn from the duty rosters when a side asks for it in a crisis, or when the officials were silent; it serves every
   * crisis of so many hours.
   */
  readonly crisisTeam: CrisisTeamRules;
}

export interface CrisisTeamRules {
  readonly membersPerSide: number;
  readonly servesHours: number;
  /** So long after the request a desk can add a nonce to the draw at least, however soon the other calls (I-72). */
  readonly commitMinutes: number;
  /** So long nonces can be laid open then. */
  readonly nonceMinutes: number;
}

/** Minutes from a request on the hotline until it is with the co-heads, with the deputies, and unanswered. */
export interface HotlineMinutes {
  readonly coHeads: number;
  readonly deputies: number;
  readonly unanswered: number;
}

/**
 * A clock of a track.
 * @throws {RangeError} when the track has no such clock
 */
export function clockRule(ruleSet: RuleSet, id: ClockId, track: Track = 'standard'): ClockRule {
  const rule = ruleSet.tracks[track].clocks[id];
  if (rule === undefined) throw new RangeError(`rule set ${ruleSet.version}: no clock ${id} on the ${track} track`);
  return rule;
}

/**
 * What the procedure does by itself when a clock runs out, which is the same on every track that has the clock.
 * @param clock its name; there is no default for one that the rule set does not know
 */
export function silenceOf({ tracks, silence }: RuleSet, clock: string): SilenceRule | undefined {
  const known = Object.values(tracks).flatMap(({ clocks }) => Object.entries(clocks));
  const rule = known.find(([id]) => id === clock)?.[1];
  return rule && silence[rule.onSilence];
}
