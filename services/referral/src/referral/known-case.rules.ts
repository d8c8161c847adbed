import type { CaseParties, Informed, Instant, IsoDate, PersonId } from '@parley/kernel';
import type { Clocks, ClocksOf, Track } from '@parley/procedure';

/** A claim, as much of it as a referral must know: what the request for a draft may name. */
export interface ToldClaim {
  readonly id: string;
  readonly measure: string;
  readonly agreement: string;
  /** Empty when the agreement as a whole is invoked. */
  readonly provision: string;
  /** Present for a claim that the respondent has in the same case; left out for a claim of the complainant. */
  readonly claimant?: 'respondent';
}

export interface Registration {
  readonly docketNumber: string;
  readonly ruleSetVersion: string;
  /**
   * First instant at which the long-stop has passed; absent when the screening had ended before the number was given.
   */
  readonly longStop?: Instant;
  /** `standard` when absent. */
  readonly track?: Track;
}

/** The clocks of a case, by its own version of the rules and on its own track. */
export const clocksIn = (
  { ruleSetVersion, track = 'standard' }: Pick<Registration, 'ruleSetVersion' | 'track'>,
  clocksOf: ClocksOf,
): Clocks => clocksOf(ruleSetVersion).onTrack(track);

/** The measures and claims of a grievance that still stand. */
export interface StandingGrievance {
  readonly measures: readonly string[];
  readonly claims: readonly ToldClaim[];
}

export interface IssuedFindings {
  readonly issuedAt: Instant;
  /**
   * `expiry` when a default issued them. The day of the expiry is then the trigger day of the clocks that they start.
   */
  readonly by: 'act' | 'expiry';
}

export interface ScreeningEnd {
  /** `findings-issued`, `withdrawn`, `closed-without-prejudice`, `settled` or `lapsed`. */
  readonly outcome: string;
  readonly endedAt: Instant;
}

/** A time in which no clock of the case ran. */
export interface StoodStill {
  readonly from: Instant;
  readonly to: Instant;
  /** First and last day that no clock counts; `null` when no context told them. */
  readonly days: { readonly fromDay: IsoDate; readonly toDay: IsoDate } | null;
}

/** A fact of the case that another context tells and that decides something in the referral or the settlement. */
export type ToldFact =
  | { readonly kind: 'filed'; readonly parties: CaseParties }
  | ({ readonly kind: 'registered' } & Registration)
  | ({ readonly kind: 'grievance-served' } & StandingGrievance)
  /** Claims that were given up after the grievance was served. */
  | { readonly kind: 'claims-withdrawn'; readonly claims: readonly string[] }
  /** Claims that were given up only after the screening had ended, so they stand again. */
  | { readonly kind: 'claims-withdrawal-set-aside'; readonly claims: readonly string[] }
  /** Both parties took another version of the rules. Clocks that start from now on follow it. */
  | { readonly kind: 'rules-adopted'; readonly version: string }
  /** The long-stop was extended, counted on another track or anew, or moved by an outage. */
  | { readonly kind: 'long-stop-moved'; readonly longStop: Instant }
  /** What was started before keeps its track. */
  | { readonly kind: 'track-changed'; readonly track: Track }
  | { readonly kind: 'panel-convened'; readonly members: readonly PersonId[] }
  /** Somebody is no longer on the panel, although its parity may be restored only later. */
  | { readonly kind: 'member-left'; readonly person: PersonId }
  | ({ readonly kind: 'findings-issued' } & IssuedFindings)
  | { readonly kind: 'screening-suspended'; readonly at: Instant }
  | { readonly kind: 'screening-resumed'; readonly longStop?: Instant; readonly still: StoodStill }
  | ({ readonly kind: 'screening-ended' } & ScreeningEnd)
  /** What ended the screening is set aside. */
  | { readonly kind: 'lapse-set-aside'; readonly longStop?: Instant }
  /** Both parties reopened the screening, which goes on as if it had not ended. */
  | { readonly kind: 'screening-reopened'; readonly longStop?: Instant; readonly at: Instant };

/** What the other contexts have told of a case, as far as the referral and the settlement decide on it. */
export interface ToldOfCase {
  readonly parties?: CaseParties;
  readonly registration?: Registration;
  readonly grievance?: StandingGrievance & {
    readonly served: StandingGrievance;
    /** Ids of the claims that were given up since. */
    readonly gone: readonly string[];
  };
  /** Seated members of the panel, who may see that a referral exists. */
  readonly members: readonly PersonId[];
  /** It stays a basis for a dossier even when the screening is reopened. */
  readonly findings?: IssuedFindings;
  readonly ended?: ScreeningEnd;
  readonly reopenedAt?: Instant;
  /** Since when the screening is suspended. Its long-stop stands still, and the parties may settle meanwhile. */
  readonly suspendedAt?: Instant;
  /** Suspensions that are over, in their order. */
  readonly stoodStill: readonly StoodStill[];
}

export const nothingTold: ToldOfCase = { members: [], stoodStill: [] };

export type InformedOfCase<Command> = Informed<Command, ToldOfCase>;

/** What is known of a case after one more fact. */
export function learn(known: ToldOfCase, fact: ToldFact): ToldOfCase {
  switch (fact.kind) {
    case 'filed':
      return { ...known, parties: fact.parties };
    case 'registered': {
      const { kind: _, ...registration } = fact;
      return { ...known, registration };
    }
    case 'grievance-served': {
      const { measures, claims } = fact;
      return { ...known, grievance: standing({ measures, claims }, []) };
    }
    case 'claims-withdrawn':
      return withGone(known, (gone) => [...new Set([...gone, ...fact.claims])].sort());
    case 'claims-withdrawal-set-aside':
      return withGone(known, (gone) => gone.filter((id) => !fact.claims.includes(id)));
    case 'rules-adopted':
      return withRegistration(known, { ruleSetVersion: fact.version });
    case 'long-stop-moved':
      return withRegistration(known, fact);
    case 'track-changed':
      return withRegistration(known, fact);
    case 'panel-convened':
      return { ...known, members: fact.members };
    case 'member-left':
      return { ...known, members: known.members.filter((member) => member !== fact.person) };
    case 'findings-issued':
      return { ...known, findings: { issuedAt: fact.issuedAt, by: fact.by } };
    case 'screening-suspended':
      return { ...known, suspendedAt: fact.at };
    case 'screening-resumed':
      return goesOn(withRegistration(known, fact), fact.still);
    case 'screening-ended':
      return { ...known, ended: { outcome: fact.outcome, endedAt: fact.endedAt } };
    case 'lapse-set-aside':
      return withoutEnd(withRegistration(known, fact));
    case 'screening-reopened': {
      const open = { ...withoutEnd(withRegistration(known, fact)), reopenedAt: fact.at };
      // A screening that ended during a suspension goes on with its reopening, and so do the clocks that stood still.
      const { suspendedAt: from } = known;
      return from === undefined ? open : goesOn(open, { from, to: fact.at, days: null });
    }
    default:
      fact satisfies never;
      return known;
  }
}

function standing(served: StandingGrievance, gone: readonly string[]): NonNullable<ToldOfCase['grievance']> {
  if (gone.length === 0) return { ...served, served, gone };
  const claims = served.claims.filter(({ id }) => !gone.includes(id));
  const measures = served.measures.filter((id) => claims.some(({ measure }) => measure === id));
  return { measures, claims, served, gone };
}

function withGone(known: ToldOfCase, change: (gone: readonly string[]) => readonly string[]): ToldOfCase {
  const { grievance } = known;
  return grievance ? { ...known, grievance: standing(grievance.served, change(grievance.gone)) } : known;
}

function withRegistration(
  known: ToldOfCase,
  { longStop, ruleSetVersion, track }: Partial<Pick<Registration, 'longStop' | 'ruleSetVersion' | 'track'>>,
): ToldOfCase {
  const { registration } = known;
  if (!registration) return known;
  const changes = {
    ...(longStop === undefined ? {} : { longStop }),
    ...(ruleSetVersion === undefined ? {} : { ruleSetVersion }),
    ...(track === undefined ? {} : { track }),
  };
  return { ...known, registration: { ...registration, ...changes } };
}

function withoutEnd({ ended: _end, ...known }: ToldOfCase): ToldOfCase {
  return known;
}

function goesOn({ suspendedAt: _over, ...known }: ToldOfCase, still: StoodStill): ToldOfCase {
  return { ...known, stoodStill: [...known.stoodStill.filter(({ from }) => from !== still.from), still] };
}

/** The parts of what is known that a fact replaces. A fact has a part of its own when each one of its kind counts. */
export function saysOfCase(fact: ToldFact, id: string): readonly string[] {
  switch (fact.kind) {
    case 'registered':
      return ['registration', 'long-stop', 'rules', 'track'];
    case 'claims-withdrawn':
    case 'claims-withdrawal-set-aside':
      return fact.claims.map((id) => `claim ${id}`);
    case 'rules-adopted':
      return ['rules'];
    case 'track-changed':
      return ['track'];
    case 'long-stop-moved':
      return ['long-stop'];
    case 'panel-convened':
      return ['panel'];
    case 'member-left':
      return [`left ${fact.person}`];
    // Which suspension is over depends on those before it, though two begin or end at one instant.
    case 'screening-suspended':
      return [`suspended ${id}`];
    case 'screening-resumed':
      return [...longStopIn(fact), `resumed ${id}`];
    case 'screening-ended':
      return ['end'];
    case 'lapse-set-aside':
      return ['end', ...longStopIn(fact)];
    case 'screening-reopened':
      return ['end', ...longStopIn(fact), `reopened ${id}`];
    default:
      return [fact.kind];
  }
}

const longStopIn = ({ longStop }: { readonly longStop?: Instant }): readonly string[] =>
  longStop === undefined ? [] : ['long-stop'];
