import type { CaseParties, Instant, PersonId } from '@parley/kernel';
import type { HeardPerson } from '../loans/loan';
import type { StoodStill, ToldFact } from './told-fact';

/** What the others have told of a case, as far as evidence is decided on it. */
export interface ToldOfCase {
  /** `null` until the filing, or the registration, was told. */
  readonly parties: CaseParties | null;
  readonly registration: Registration | null;
  /** Ids of the claims, known from their service on. */
  readonly claims: readonly string[] | null;
  /** Everybody who is nominated or seated on the panel, challenged or not. */
  readonly panel: readonly PersonId[];
  /** Everybody from outside of the case whom the panel hears in person. */
  readonly heard: readonly HeardPerson[];
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
  reviewEndedAt: null,
  endedAt: null,
  suspendedAt: null,
  stoodStill: [],
};

/** What is known of a case once one thing more is. The panel may be heard of before the case itself. */
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
    case 'lapse-set-aside':
      return { ...known, endedAt: null };
    case 'long-stop':
      return withLongStop(known, fact.longStop);
    case 'suspended':
      return { ...withLongStop(known, null), suspendedAt: fact.at };
    case 'resumed':
      return goesOn(withLongStop(known, fact.longStop), fact.still);
    case 'reopened': {
      const open = { ...withLongStop(known, fact.longStop), endedAt: null };
      // A screening that ended while it was suspended goes on, and so do the clocks that stood still.
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

/** The parts of what is known that a fact says anew. Where the first counts, or each does, it has a part of its own. */
export function saysOfCase(fact: ToldFact): readonly string[] {
  switch (fact.told) {
    case 'screening-ended':
    case 'lapse-set-aside':
      return ['end'];
    case 'suspended':
      return ['long-stop', `suspended ${fact.at}`];
    case 'resumed':
      return ['long-stop', `resumed ${fact.still.from}`];
    case 'reopened':
      return ['end', 'long-stop', `reopened ${fact.at}`];
    case 'review-ended':
      return [`review-ended ${fact.at}`];
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
