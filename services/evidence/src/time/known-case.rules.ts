import type { CaseParties, Instant, IsoDate, PersonId } from '@parley/kernel';
import type { ToldCommand } from '../exhibits/exhibit-commands.rules';
import { learnOfTime, noTimeTold, type FactOfTime, type TimeForEvidence } from './time-for-evidence.rules';
import type { AssignmentId, HeardPerson } from '../loans/loans.rules';

/** A fact of the case that another context tells and this service decides on. */
export type ToldFact =
  | { readonly told: 'filed'; readonly parties: CaseParties }
  | {
      readonly told: 'registered';
      readonly parties: CaseParties;
      readonly docketNumber: string;
      readonly ruleSetVersion: string;
      /** `null` when the screening had ended before the number was given: then no clock runs. */
      readonly longStop: Instant | null;
    }
  /** The claims that stand. */
  | { readonly told: 'claims'; readonly claims: readonly string[] }
  | { readonly told: 'screening-ended'; readonly at: Instant }
  /** What ended the screening is set aside. */
  | { readonly told: 'lapse-set-aside'; readonly longStop?: Instant }
  /** The long-stop moved: it was extended, counted on another track or anew, or an outage moved it. */
  | { readonly told: 'long-stop'; readonly longStop: Instant }
  /** Both parties suspended the screening, and its clocks stand still. */
  | { readonly told: 'suspended'; readonly at: Instant }
  /** The screening goes on. */
  | { readonly told: 'resumed'; readonly longStop: Instant | null; readonly still: StoodStill }
  /** Both parties reopened the screening: evidence is taken again. */
  | { readonly told: 'reopened'; readonly longStop: Instant | null; readonly at: Instant }
  /** Both parties took another version of the rules: clocks that start from now on are of it. */
  | { readonly told: 'rules'; readonly version: string }
  /** The panel as convened. */
  | { readonly told: 'panel'; readonly members: readonly PersonId[] }
  | { readonly told: 'panel-change'; readonly person: PersonId; readonly change: 'joined' | 'left' }
  /** The panel hears somebody in person. */
  | {
      readonly told: 'person-heard';
      readonly assignment: AssignmentId;
      readonly person: PersonId;
      readonly as: 'expert' | 'third-party';
    }
  | FactOfTime
  /** The panel has decided: nothing comes before it any more. */
  | { readonly told: 'deliberation-closed'; readonly at: Instant }
  /** The review has ended: nobody is heard any more. */
  | { readonly told: 'review-ended'; readonly at: Instant };

/** A time in which no clock of the case ran. */
export interface StoodStill {
  readonly from: Instant;
  readonly to: Instant;
  /** First and last day that no clock counts; `null` when no context told them. */
  readonly days: { readonly fromDay: IsoDate; readonly toDay: IsoDate } | null;
}

/** What a fact changes in what was recorded here. Most facts change nothing and are only used for decisions. */
export function effectOf(fact: ToldFact): ToldCommand | undefined {
  switch (fact.told) {
    case 'suspended':
    case 'resumed':
    case 'reopened':
      return { type: 'NoteStandstill' };
    case 'review-ended':
      return { type: 'NoteReviewEnd', at: fact.at };
    default:
      return undefined;
  }
}

/** What the other contexts have told of a case, as far as this service decides on it. */
export interface ToldOfCase extends TimeForEvidence {
  /** `null` until the filing, or the registration, was told. */
  readonly parties: CaseParties | null;
  readonly registration: Registration | null;
  /** Ids of the claims, known from their service on. */
  readonly claims: readonly string[] | null;
  /** Everybody who is nominated or seated on the panel, challenged or not. */
  readonly panel: readonly PersonId[];
  /** Everybody from outside of the case whom the panel hears in person. */
  readonly heard: readonly HeardPerson[];
  /** When the panel had decided. */
  readonly deliberationClosedAt: Instant | null;
  /** When the review ended, and with it their hearing. */
  readonly reviewEndedAt: Instant | null;
  /** When the screening ended; `null` while it has not, or goes on again. */
  readonly endedAt: Instant | null;
  /** Since when the screening is suspended; `null` while it is not. */
  readonly suspendedAt: Instant | null;
  /** Suspensions that are over, in their order. */
  readonly stoodStill: readonly StoodStill[];
}

export interface Registration {
  readonly docketNumber: string;
  readonly ruleSetVersion: string;
  /** First instant at which the long-stop has passed; `null` where none runs. */
  readonly longStop: Instant | null;
}

export const nothingTold: ToldOfCase = {
  parties: null,
  registration: null,
  claims: null,
  panel: [],
  heard: [],
  ...noTimeTold,
  deliberationClosedAt: null,
  reviewEndedAt: null,
  endedAt: null,
  suspendedAt: null,
  stoodStill: [],
};

/** What is known of a case after one more fact. A fact about the panel may come before the case itself is known. */
export function learn(known: ToldOfCase, fact: ToldFact): ToldOfCase {
  switch (fact.told) {
    case 'filed':
      return { ...known, parties: fact.parties };
    case 'registered': {
      const { parties, docketNumber, ruleSetVersion, longStop } = fact;
      // A registration names the parties, so it opens a case whose filing was never told.
      return { ...known, parties, registration: { docketNumber, ruleSetVersion, longStop } };
    }
    case 'claims':
      return { ...known, claims: fact.claims };
    case 'screening-ended':
      return { ...known, endedAt: fact.at };
    case 'lapse-set-aside': {
      const { longStop } = fact;
      return { ...(longStop === undefined ? known : withLongStop(known, longStop)), endedAt: null };
    }
    case 'long-stop':
      return withLongStop(known, fact.longStop);
    case 'suspended':
      return { ...withLongStop(known, null), suspendedAt: fact.at };
    case 'resumed':
      return goesOn(withLongStop(known, fact.longStop), fact.still);
    case 'reopened': {
      const open = { ...withLongStop(known, fact.longStop), endedAt: null };
      // A screening that ended during a suspension goes on with its reopening, and so do the clocks that stood still.
      return known.suspendedAt === null ? open : goesOn(open, { from: known.suspendedAt, to: fact.at, days: null });
    }
    case 'rules':
      return known.registration
        ? { ...known, registration: { ...known.registration, ruleSetVersion: fact.version } }
        : known;
    case 'panel':
      return { ...known, panel: [...new Set(fact.members)].sort() };
    case 'panel-change': {
      const others = known.panel.filter((member) => member !== fact.person);
      return { ...known, panel: fact.change === 'joined' ? [...others, fact.person].sort() : others };
    }
    case 'person-heard': {
      const { assignment, person, as } = fact;
      const others = known.heard.filter((each) => each.assignment !== assignment);
      return { ...known, heard: [...others, { assignment, person, as }] };
    }
    case 'evidence-time':
    case 'evidence-answer-time':
    case 'evidence-closed':
    case 'evidence-anew':
    case 'amended':
    case 'claim-evidence-time':
    case 'leave':
    case 'leave-time':
    case 'leave-used':
      return { ...known, ...learnOfTime(known, fact) };
    case 'deliberation-closed':
      return { ...known, deliberationClosedAt: fact.at };
    case 'review-ended':
      return { ...known, reviewEndedAt: earliest(known.reviewEndedAt, fact.at) };
    default:
      fact satisfies never;
      return known;
  }
}

const goesOn = (known: ToldOfCase, still: StoodStill): ToldOfCase => ({
  ...known,
  suspendedAt: null,
  stoodStill: [...known.stoodStill.filter(({ from }) => from !== still.from), still],
});

const earliest = (one: Instant | null, other: Instant): Instant => (one !== null && one < other ? one : other);

const withLongStop = (known: ToldOfCase, longStop: Instant | null): ToldOfCase =>
  known.registration ? { ...known, registration: { ...known.registration, longStop } } : known;

/**
 * The parts of what is known that a fact replaces. A fact has a part of its own when the first of its kind counts, or
 * when each one does.
 */
export function saysOfCase(fact: ToldFact, id: string): readonly string[] {
  switch (fact.told) {
    case 'screening-ended':
      return ['end'];
    case 'lapse-set-aside':
      return ['end', ...(fact.longStop === undefined ? [] : ['long-stop'])];
    case 'suspended':
      return ['long-stop', `suspended ${id}`];
    case 'resumed':
      return ['long-stop', `resumed ${id}`];
    case 'reopened':
      return ['end', 'long-stop', `reopened ${id}`];
    case 'evidence-time':
    case 'evidence-answer-time':
    case 'evidence-closed':
    case 'evidence-anew':
    case 'amended':
    case 'claim-evidence-time':
    case 'leave':
    case 'leave-time':
    case 'leave-used':
      return [`${fact.told} ${id}`];
    case 'review-ended':
      return [`review-ended ${id}`];
    case 'filed':
      return ['parties'];
    case 'registered':
      return ['parties', 'registration', 'long-stop', 'rules'];
    case 'panel-change':
      return [`member ${fact.person}`];
    case 'person-heard':
      return [`heard ${fact.assignment}`];
    default:
      return [fact.told];
  }
}
