import type { CaseParties, PersonId } from '@parley/kernel';

/** What the audit learns of a case from others, as far as it decides who may read what. */
export type Learning =
  | { readonly kind: 'filing'; readonly parties: CaseParties }
  | { readonly kind: 'registration'; readonly parties: CaseParties; readonly docketNumber: string }
  | { readonly kind: 'member-named'; readonly personId: PersonId }
  | { readonly kind: 'member-left'; readonly personId: PersonId }
  | { readonly kind: 'panel-seated'; readonly members: readonly PersonId[] }
  | { readonly kind: 'member-challenged'; readonly personId: PersonId }
  | { readonly kind: 'challenge-settled'; readonly personId: PersonId }
  | { readonly kind: 'findings-released' };
