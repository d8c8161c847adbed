import type { CaseParties, Instant } from '@parley/kernel';
import type { StandStill, Track } from '@parley/procedure';
import { amended, standingAgain, withdrawn, type ToldClaims } from '../claims/claims.rules';
import { learnOfAmendment, type FactOfAmendment, type ToldAmendments } from '../claims/late-claims.rules';
import type { ObjectionAtIssue, ToldObjections } from '../claims/objections.rules';
import type { ClaimAtIssue } from '../findings/make-findings.rules';
import type { StandingOfBoth } from '../roster/standing.rules';
import { endSetAside, goesOn, withLongStop, type RepudiatedEnd, type StoodStill } from './going-on.rules';
import { withExhibit, type FactOfExhibit, type KnownExhibit } from './known-exhibit.rules';

/** The registration of a case: the docket gave it its number. */
export interface Registration {
  readonly parties: CaseParties;
  /** The rosters freeze at that instant. */
  readonly filedAt: Instant;
  readonly registeredAt: Instant;
  /** `expiry` when a default registered it: then its day is the trigger day. */
  readonly registeredBy: 'act' | 'expiry';
  readonly ruleSetVersion: string;
  /** The first instant that is too late for an act. */
  readonly longStop: Instant;
  readonly track: Track;
}

/** A fact about the case that another context tells and on which a panel decides. */
export type ToldFact =
  | (Registration & { readonly told: 'registered' })
  /** All claims of the grievance, as it was served or amended. */
  | { readonly told: 'claims'; readonly claims: readonly ClaimAtIssue[]; readonly at: Instant }
  | FactOfAmendment
  | { readonly told: 'replied'; readonly objections: readonly ObjectionAtIssue[]; readonly at: Instant }
  | { readonly told: 'claims-withdrawn'; readonly claimIds: readonly string[]; readonly at: Instant }
  /** Claims that were withdrawn too late stand again. `standing` has the ids of all that stand now. */
  | {
      readonly told: 'withdrawal-set-aside';
      readonly claimIds: readonly string[];
      readonly standing: readonly string[];
      readonly at: Instant;
    }
  /**
   * An exhibit is on the record in a version that the panel and both sides read (I-65). It may enter after
   * the last day for evidence where it answers what came last, or a request of both co-chairs (I-70).
   */
  | FactOfExhibit
  /** Nobody reads an exhibit any more: nothing that the panel says later rests on it (I-70). */
  | { readonly told: 'exhibit-struck'; readonly exhibit: string; readonly at: Instant }
  | { readonly told: 'consultations-ended'; readonly at: Instant }
  | { readonly told: 'track'; readonly track: Track; readonly longStop: Instant | null; readonly at: Instant }
  /** The long-stop was extended or counted anew, or an outage moved it. */
  | { readonly told: 'long-stop'; readonly longStop: Instant }
  /** The long-stop passed after the interim text: the deliberation closes as of it (I-68). */
  | { readonly told: 'long-stop-reached'; readonly at: Instant }
  /** Both parties took another version of the rules. Clocks that start from now on are counted by it. */
  | { readonly told: 'rules'; readonly version: string; readonly at: Instant }
  | { readonly told: 'suspended'; readonly at: Instant }
  /** The screening goes on, or both parties reopened it (I-26). The time that no clock counts is over. */
  | {
      readonly told: 'resumed' | 'reopened';
      readonly longStop: Instant | null;
      readonly still: StandStill;
      readonly at: Instant;
    }
  | { readonly told: 'screening-ended'; readonly outcome: string; readonly at: Instant }
  /**
   * What ended the screening is set aside: by an act that had come in time (I-19), or since a side repudiated its
   * signature of the settlement.
   */
  | {
      readonly told: 'lapse-set-aside';
      readonly longStop?: Instant;
      readonly repudiated?: Omit<RepudiatedEnd, 'at'>;
      readonly at: Instant;
    };

/** A version of the rules that the case had until the instant at which both parties took another. */
export interface FormerRules {
  readonly version: string;
  readonly until: Instant;
}

export interface ScreeningEnd {
  readonly outcome: string;
  readonly at: Instant;
}

/** The facts about a case that the other contexts have told and on which a panel decides. */
export interface ToldOfCase extends ToldClaims, ToldAmendments, ToldObjections {
  readonly registration: Registration | null;
  /** The first instant that is too late for an act; `null` before the registration. */
  readonly longStop: Instant | null;
  /** Set where it passed after the interim text, and so ends no screening. */
  readonly longStopReachedAt: Instant | null;
  readonly ruleSetVersion: string | null;
  /** Versions that the case had before, oldest first. */
  readonly formerRules: readonly FormerRules[];
  /** The last change of its track since the registration. */
  readonly trackChange: { readonly track: Track; readonly at: Instant } | null;
  /** Exhibits that the panel and both parties have a version of. */
  readonly exhibits: readonly KnownExhibit[];
  /** Numbers of those that were struck from the record, in the order in which that was heard. */
  readonly struck: readonly string[];
  readonly consultationsEndedAt: Instant | null;
  /** The instant since which the screening is suspended; `null` while it is not. */
  readonly suspendedAt: Instant | null;
  readonly screeningEnd: ScreeningEnd | null;
  /** Times that no clock counts, oldest first. */
  readonly stoodStill: readonly StoodStill[];
  /** Settlements that counted no more, oldest first. */
  readonly repudiated: readonly RepudiatedEnd[];
  /** What let the screening go on last, and when. */
  readonly wentOn: { readonly by: StoodStill['by'] | 'lapse-set-aside' | 'repudiated'; readonly at: Instant } | null;
  /** Who stands for the case by the register of both rosters; `null` where nothing turns on it. */
  readonly names: StandingOfBoth | null;
}

export const nothingTold: ToldOfCase = {
  registration: null,
  longStop: null,
  longStopReachedAt: null,
  ruleSetVersion: null,
  formerRules: [],
  trackChange: null,
  claims: [],
  formerClaims: [],
  withdrawnClaims: [],
  amendments: [],
  objections: [],
  repliedAt: null,
  exhibits: [],
  struck: [],
  consultationsEndedAt: null,
  suspendedAt: null,
  screeningEnd: null,
  stoodStill: [],
  repudiated: [],
  wentOn: null,
  names: null,
};

/** What is known of a case after one more fact. An exhibit may be heard of before the case itself. */
export function learn(known: ToldOfCase, fact: ToldFact): ToldOfCase {
  switch (fact.told) {
    case 'registered': {
      const { told: _told, ...registration } = fact;
      const { longStop, ruleSetVersion } = registration;
      return { ...known, registration, longStop, ruleSetVersion, formerRules: [], trackChange: null };
    }
    case 'claims':
      return amended(known, fact);
    case 'amended':
    case 'amendment-answered':
      return { ...known, ...learnOfAmendment(known, fact) };
    case 'claims-withdrawn':
      return withdrawn(known, fact);
    case 'replied':
      return { ...known, objections: fact.objections, repliedAt: fact.at };
    case 'withdrawal-set-aside':
      return standingAgain(known, fact);
    case 'exhibit':
      return { ...known, exhibits: withExhibit(known.exhibits, fact) };
    case 'exhibit-struck':
      return { ...known, struck: [...known.struck.filter((exhibit) => exhibit !== fact.exhibit), fact.exhibit] };
    case 'consultations-ended':
      return { ...known, consultationsEndedAt: known.consultationsEndedAt ?? fact.at };
    case 'track':
      return { ...withLongStop(known, fact.longStop), trackChange: { track: fact.track, at: fact.at } };
    case 'long-stop':
      return withLongStop(known, fact.longStop);
    case 'long-stop-reached':
      return { ...known, longStopReachedAt: fact.at };
    case 'rules':
      return underRules(known, fact);
    case 'suspended':
      return { ...known, suspendedAt: known.suspendedAt ?? fact.at };
    case 'resumed':
    case 'reopened':
      return goesOn(known, fact);
    case 'screening-ended':
      return { ...known, screeningEnd: known.screeningEnd ?? { outcome: fact.outcome, at: fact.at } };
    case 'lapse-set-aside':
      return endSetAside(known, fact);
    default:
      fact satisfies never;
      return known;
  }
}

const underRules = (known: ToldOfCase, { version, at }: Extract<ToldFact, { told: 'rules' }>): ToldOfCase =>
  known.ruleSetVersion === null || version === known.ruleSetVersion
    ? known
    : {
        ...known,
        ruleSetVersion: version,
        formerRules: [...known.formerRules, { version: known.ruleSetVersion, until: at }],
      };

/**
 * The parts of what is known that a fact replaces. Where the first fact of a kind counts, or every one does, each has a
 * part of its own.
 */
export function saysOfCase(fact: ToldFact, id: string): readonly string[] {
  switch (fact.told) {
    case 'registered':
      return ['registration', 'long-stop', 'track'];
    case 'track':
      return fact.longStop === null ? ['track'] : ['track', 'long-stop'];
    case 'long-stop':
    case 'replied':
      return [fact.told];
    case 'exhibit':
      return [`exhibit ${id}`];
    case 'exhibit-struck':
      return [`struck ${fact.exhibit}`];
    case 'lapse-set-aside':
      return [`${fact.told} ${id}`, ...(fact.longStop === undefined ? [] : ['long-stop'])];
    case 'resumed':
    case 'reopened':
      return [`${fact.told} ${id}`, ...(fact.longStop === null ? [] : ['long-stop'])];
    default:
      return [`${fact.told} ${id}`];
  }
}
