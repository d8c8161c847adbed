import type { CaseParties, Instant, IsoDate, PersonId } from '@parley/kernel';
import type { AssignmentId } from '../loans/loan';

/** What another context tells of the case and this service decides on. */
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
  | { readonly told: 'lapse-set-aside' }
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
  /** The review has ended: nobody is heard any more. */
  | { readonly told: 'review-ended'; readonly at: Instant };

/** A time in which no clock of the case ran. */
export interface StoodStill {
  readonly from: Instant;
  readonly to: Instant;
  /** First and last day that no clock counts; `null` where nobody told them. */
  readonly days: { readonly fromDay: IsoDate; readonly toDay: IsoDate } | null;
}
