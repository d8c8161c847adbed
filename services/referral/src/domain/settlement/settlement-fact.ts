import type { CaseParties, Instant } from '@parley/kernel';
import type { StandStill } from '@parley/procedure';

/** What a settlement must know of its case from the other contexts. The facts come in no common order. */
export type SettlementFact =
  | { readonly kind: 'filed'; readonly parties: CaseParties }
  | {
      readonly kind: 'registered';
      readonly docketNumber: string;
      readonly registeredAt: Instant;
      readonly ruleSetVersion: string;
      /**
       * First instant at which the long-stop has passed; absent when the screening had ended before the number was
       * given.
       */
      readonly longStop?: Instant;
    }
  /** Both parties took another version of the rules: clocks that start now are of it. */
  | { readonly kind: 'rules-adopted'; readonly version: string }
  | { readonly kind: 'long-stop-moved'; readonly longStop: Instant }
  | {
      readonly kind: 'findings-issued';
      readonly issuedAt: Instant;
      /** `expiry` when a default issued them: then the day of the expiry is the window's trigger day. */
      readonly by: 'act' | 'expiry';
    }
  | { readonly kind: 'screening-ended'; readonly outcome: string; readonly endedAt: Instant }
  | { readonly kind: 'screening-suspended' }
  | {
      readonly kind: 'screening-resumed';
      readonly longStop?: Instant;
      /** What no clock counts; absent in what was noted before the clocks of a settlement stood still. */
      readonly still?: StandStill;
    }
  | { readonly kind: 'lapse-set-aside' }
  | { readonly kind: 'screening-reopened'; readonly longStop?: Instant };
